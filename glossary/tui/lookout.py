"""Looks from time to time at what others changed on disk, and at the clock."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from glossary.domain import GlossaryError, TermSet
from glossary.tui import garbage
from glossary.tui.screens.room import RoomScreen

if TYPE_CHECKING:
    from glossary.tui.app import GlossaryApp

# Seconds between looks at the files: what others save shows within two. While phones answer, it
# has to be there within one.
_OFTEN = 0.5
_SELDOM = 2  # of those looks only one in so many


class Lookout:
    """Keeps the screens of one program up to date, from `start` until `stop`."""

    def __init__(self, app: "GlossaryApp") -> None:
        self._app = app
        self._timer: Timer | None = None
        self._looks = 0
        self._last_trouble = ""

    def start(self) -> None:
        """Look from now on."""
        self._timer = self._app.set_interval(_OFTEN, self._look_in_turn)

    def stop(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.stop()

    def _look_in_turn(self) -> None:
        self._looks += 1
        guide = self._app.desk.guide
        is_often = guide is not None and guide.phones.is_open
        if is_often or self._looks % _SELDOM == 0:
            self.look()

    def look(self) -> None:
        """Show what time is left, and what others changed on disk; tidy up when hands rest."""
        # None is there before the first screen, and once the last one is gone.
        for screen in self._app.screen_stack[-1:]:
            if isinstance(screen, RoomScreen):
                screen.show_time()
                if screen.follows_files:
                    self._follow_files(screen)
        if self._app.desk.pace.is_resting:
            garbage.look()

    def _follow_files(self, screen: RoomScreen) -> None:
        """Show what others changed on disk, on a screen where nobody is typing."""
        desk = self._app.desk
        try:
            before = desk.whole
            if desk.reload_if_changed():
                if before.partners and not desk.whole.partners.keys() <= before.partners.keys():
                    self._keep_letters(before)
                screen.follow(before)
            self._last_trouble = ""
        except GlossaryError as error:
            # Said once: until the file is mended it is as broken at every look.
            if str(error) != self._last_trouble:
                self._last_trouble = str(error)
                screen.trouble(error)

    def _keep_letters(self, before: TermSet) -> None:
        from glossary.workflow.session.lettering import keep_letters

        desk = self._app.desk
        if desk.set_id == before.id and keep_letters(desk.store, before):
            desk.reload()
