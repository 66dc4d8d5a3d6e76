"""Asks for the name of a partner that joins."""

from textual.widget import Widget

from glossary.tui.widgets.typed_area import TypedLine


class Newcomer(TypedLine):
    """A line that appears when somebody joins; the focus goes back when it is put away."""

    DEFAULT_CSS = """
    Newcomer { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(id="newcomer")
        self._came_from: Widget | None = None

    def open(self) -> None:
        """Ask for the name."""
        if not self.display:
            self._came_from = self.screen.focused
        self.display = True
        self.focus()

    def put_away(self) -> bool:
        """Ask no longer; whether it was asked."""
        was_open = self.display
        self.fill("")
        self.display = False
        if was_open and self._came_from is not None:
            self._came_from.focus()
        return was_open
