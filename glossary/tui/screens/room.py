"""What all screens share."""

from textual.screen import Screen

from glossary.tui.desk import Desk
from glossary.tui.keys import Key


class RoomScreen(Screen[None]):
    """A screen on the shared desk.

    `keys` feeds the help screen; `about` is a catalogue id that says in a sentence or two what
    the screen is for. `relabel` is called after a switch of language or theme, `refill` when the
    term set changed.
    """

    keys: tuple[Key, ...] = ()
    about = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def relabel(self) -> None:
        """Say everything again in the present language and theme."""

    def refill(self) -> None:
        """Show the term set as it now is."""

    def action_back(self) -> None:
        """Leave the screen."""
        self.dismiss(None)
