"""The line in which the reader types to find, with room for a remark at its end."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from glossary.tui.text import line

if TYPE_CHECKING:
    from glossary.tui.widgets.harmless_input import FindInput


class FindLine(Horizontal):
    """A word, an input, and a remark on the right.

    They come after the first frame, which would otherwise wait for all their styles.
    """

    DEFAULT_CSS = """
    FindLine {
        height: 1; padding: 0 1;
        & > #find-label { width: auto; text-style: bold; padding: 0 1 0 0; }
        & > FindInput { width: 1fr; background: $background; color: $foreground; }
        & > #find-remark { width: auto; max-width: 60%; color: $quiet; padding: 0 0 0 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._label = Static(id="find-label", markup=False)
        self._remark = Static(id="find-remark", markup=False)
        self._input: FindInput | None = None

    def on_mount(self) -> None:
        """Get ready for the first letter."""
        self.call_after_refresh(self._have_input)

    @property
    def typed(self) -> str:
        """What the reader typed."""
        return self._input.value if self._input is not None else ""

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing here."""
        return self._input is not None and self._input.has_focus

    def open(self) -> None:
        """Let the reader type."""
        # Widget.focus() waits its turn: letters typed right behind the key would go astray.
        self.screen.set_focus(self._have_input())

    def clear(self) -> None:
        """Forget what was typed."""
        if self._input is not None:
            self._input.value = ""

    def label(self, word: str) -> None:
        """Say what the line is for."""
        self._label.update(line(word))

    def remark(self, sentence: str) -> None:
        """Say something at the end of the line; an empty sentence clears it."""
        self._remark.update(line(sentence))

    def _have_input(self) -> "FindInput":
        if self._input is None:
            from glossary.tui.widgets.harmless_input import FindInput

            self._input = FindInput(compact=True, select_on_focus=False)
            self.mount(self._label, self._input, self._remark)
        return self._input
