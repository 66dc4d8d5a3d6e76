"""What lies over a text that is not for everybody's eyes."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from glossary.tui.text import line


class Cover(Static, can_focus=True):
    """A sentence in the place of a text. `Lifted` says that somebody wants to see the text."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "lift", show=False)]
    DEFAULT_CSS = """
    Cover {
        height: 1fr; margin: 1; padding: 1 2; content-align: center middle;
        text-align: center; text-style: bold; border: round $border-blurred;
        &:focus { border: heavy $border; }
    }
    """

    class Lifted(Message):
        """The text may be shown."""

    def show(self, sentence: str) -> None:
        """Say why the text is covered, and how to see it."""
        self.update(line(sentence))

    def action_lift(self) -> None:
        """Ask for the text."""
        self.post_message(self.Lifted())

    def on_click(self, event: events.Click) -> None:
        """Ask for the text."""
        self.action_lift()
