"""The line in which the reader types to find, with room for a remark at its end."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from glossary.tui.text import line
from glossary.tui.widgets.harmless_input import FindInput


class FindLine(Horizontal):
    """A word, an input, and a remark on the right."""

    DEFAULT_CSS = """
    FindLine {
        height: 1; padding: 0 1;
        & > #find-label { width: auto; text-style: bold; padding: 0 1 0 0; }
        & > FindInput { width: 1fr; background: $background; color: $foreground; }
        & > #find-remark { width: auto; max-width: 60%; color: $quiet; padding: 0 0 0 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Word, input, remark."""
        yield Static(id="find-label", markup=False)
        yield FindInput(compact=True, select_on_focus=False)
        yield Static(id="find-remark", markup=False)

    @property
    def typed(self) -> str:
        """What the reader typed."""
        return self.query_one(FindInput).value

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing here."""
        return self.query_one(FindInput).has_focus

    def open(self) -> None:
        """Let the reader type."""
        # Widget.focus() waits its turn: letters typed right behind the key would go astray.
        self.screen.set_focus(self.query_one(FindInput))

    def clear(self) -> None:
        """Forget what was typed."""
        self.query_one(FindInput).value = ""

    def label(self, word: str) -> None:
        """Say what the line is for."""
        self.query_one("#find-label", Static).update(line(word))

    def remark(self, sentence: str) -> None:
        """Say something at the end of the line; an empty sentence clears it."""
        self.query_one("#find-remark", Static).update(line(sentence))
