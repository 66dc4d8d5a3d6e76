"""What lies on the screen during a session: the overview, and on it the screen of the phase."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.screen import Screen

from glossary.domain import GlossaryError, Phase
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.screens.typing_room import TypingScreen
from glossary.tui.session.phase_screens import phase_screen
from glossary.tui.widgets.title_bar import TALL_SCREEN


class Stage:
    """The top of the stack of screens, from `home` on; at most one of them is of a phase."""

    def __init__(self, app: App[None], desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self.home: RoomScreen | None = None
        self._screen: RoomScreen | None = None
        self._place: tuple[str, Phase] | None = None

    @property
    def place(self) -> tuple[str, Phase] | None:
        """The term and the phase that are seen; None where none is."""
        return self._place if self._screen in self._app.screen_stack else None

    @property
    def top(self) -> RoomScreen | None:
        """The screen that is seen, unless something is asked on it."""
        screen: Screen[Any] = self._app.screen
        return screen if isinstance(screen, RoomScreen) else None

    @property
    def is_too_tall(self) -> bool:
        """Whether the window has more rows than are read from the back of a room."""
        return self._app.size.height > TALL_SCREEN

    def show(self, term_id: str) -> None:
        """Lay the screen of the phase that a term is in on the overview, in place of another."""
        before, phase = self.place, self._desk.whole.agreement(term_id).phase
        self._place = (term_id, phase)
        above = self._above()
        for _screen in above[1:]:
            self._app.pop_screen()
        is_same = before is not None and before[0] == term_id and before[1] is not phase
        if is_same and self._screen is not None and self._screen.turn_to(phase):
            self._screen.refill()
            self._screen.show_time()
            return
        self._screen = phase_screen(self._desk, term_id)
        if above:
            self._app.switch_screen(self._screen)
        else:
            self._app.push_screen(self._screen)

    def clear(self) -> None:
        """Take all from the overview."""
        for _screen in self._above():
            self._app.pop_screen()

    def leave(self, then: Callable[[], object]) -> None:
        """Do `then` once nothing that is being typed would be lost by it."""
        for screen in self._above():
            if isinstance(screen, RoomScreen):
                then = partial(screen.leave, then)
        then()

    def part(self, then: Callable[[], object]) -> None:
        """Do `then`, which leaves the term, as `leave` does and once the term can be left."""
        if self.place is not None and self._screen is not None:
            then = partial(self._screen.part, then)
        self.leave(then)

    def may_go(self, phase: Phase) -> bool:
        """Whether nothing has to be decided before another phase; if so, that is in sight."""
        if self.place is None or self._screen is None or self._screen.may_go(phase):
            return True
        for _screen in self._above()[1:]:
            self._app.pop_screen()
        return False

    def stay(self) -> None:
        """The screen was left, and then is not: who gave up a text goes on with a fresh form."""
        screen, place = self._screen, self.place
        if isinstance(screen, TypingScreen) and screen.keeper is None and place is not None:
            self.show(place[0])

    def say(self, sentence: str | GlossaryError) -> None:
        """Say it on the screen that is seen."""
        if self.top is None:
            return
        if isinstance(sentence, GlossaryError):
            self.top.trouble(sentence)
        else:
            self.top.say(sentence)

    def _above(self) -> list[Screen[Any]]:
        """The screens that lie on the overview, lowest first."""
        stack = self._app.screen_stack
        return stack[stack.index(self.home) + 1 :] if self.home in stack else []
