"""The way to the phones in the room, and back to where the group is."""

from typing import TYPE_CHECKING

from glossary.locale import gettext as _
from glossary.tui.screens.networks import NetworksScreen
from glossary.tui.screens.phones import PhonesScreen
from glossary.tui.screens.room import RoomScreen

if TYPE_CHECKING:
    from glossary.tui.session.guide import Guide


def show_phones(guide: "Guide") -> None:
    """Who is there; while the room is closed, which network phones come from.

    Raises RefusedError without the extra.
    """
    from glossary.formats.extras import require

    require("join")
    app, desk, phones = guide.app, guide.desk, guide.phones

    def opened() -> None:
        if isinstance(app.screen, NetworksScreen):
            app.pop_screen()
            show_phones(guide)

    if isinstance(app.screen, NetworksScreen | PhonesScreen):
        return
    if phones.is_open:
        app.push_screen(PhonesScreen(desk, guide), lambda _result: _come_back(guide))
    else:
        app.push_screen(NetworksScreen(desk, phones, opened))


def _come_back(guide: "Guide") -> None:
    """Show what phones answered meanwhile, and say so where the room was closed."""
    screen = guide.app.screen
    if isinstance(screen, RoomScreen):
        screen.refill()
        screen.show_time()
        if guide.phones.server is None:
            screen.say(_("The room for phones is closed."))
