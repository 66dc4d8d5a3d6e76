"""The program on a screen: one desk, a stack of screens, themes and language."""

import asyncio
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import MountError
from textual.worker import WorkerFailed

from glossary.domain import GlossaryError
from glossary.locale import gettext as _
from glossary.locale import language, use
from glossary.tui import keys
from glossary.tui.desk import Desk, this_moment
from glossary.tui.few_colours import filter_for
from glossary.tui.lookout import Lookout
from glossary.tui.palette import Commands, Palette
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.screens.room import RoomScreen
from glossary.tui.theme import DARK, LIGHT, THEMES
from glossary.workflow.ports import Store

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.actions import ActionParseResult

# Seconds for which a thread keeps the processor when the screen asks for it, which it does several
# times a frame.
_TURN = 0.001


class GlossaryApp(App[None]):
    """`glossary` on a folder of term sets.

    Without `set_id` the first set in the reader's language is opened, or else the first.
    Raises GlossaryError when no set can be opened. `notice` is shown once, on the list, and with
    `in_session` the session of the set opens over it. With `tour_over` a newcomer is shown around,
    and it is called when that is over. After `run`, `return_code` holds the exit
    code (128 and the signal's number after a signal).
    """

    CSS_PATH = "glossary.tcss"
    BINDINGS = keys.bindings(keys.EVERYWHERE + keys.TOUR + keys.SESSION)
    COMMANDS = {Commands}

    # From the start: a switch to it would have all styles worked out twice before a first frame.
    theme: Reactive[str] = Reactive(LIGHT.name)

    def __init__(
        self,
        store: Store,
        *,
        today: Callable[[], date],
        set_id: str | None = None,
        notice: str = "",
        in_session: bool = False,
        tour_over: Callable[[], object] | None = None,
        now: Callable[[], datetime] = this_moment,
    ) -> None:
        self.desk = Desk(store, set_id, today, now)
        if tour_over is not None:
            from glossary.tui.tour import Tour

            self.desk.tour = Tour(tour_over)
        self.notice = notice
        self._in_session = in_session
        self.lookout = Lookout(self)
        self._is_leaving = False
        super().__init__()
        self.title = "glossary"

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Light and dark; none of Textual's own."""
        return {theme.name: theme for theme in THEMES}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and what a terminal with few colours needs; a picture has them all."""
        found = super().get_line_filters()
        if self.is_headless:
            return found
        ground = self.current_theme.background or ""
        own = filter_for(self.console.color_system, ground, unwanted=self.no_color)
        return found if own is None else [*found, own]

    def on_mount(self) -> None:
        """Open the list; a signal from outside restores the terminal before it ends the program."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._leave, number)
        sys.setswitchinterval(_TURN)
        self.lookout.start()

    def on_ready(self) -> None:
        """A session may be what was asked for."""
        if self._in_session:
            self.call_later(self.run_action, "session")

    def exit(
        self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None
    ) -> None:
        """End the program; nothing is put on a screen that is being taken down."""
        self._is_leaving = True
        self.lookout.stop()
        if self.desk.guide is not None:
            self.desk.guide.rest()
            self.desk.guide.phones.close()
        super().exit(result, return_code, message)

    def get_default_screen(self) -> Screen[None]:
        """The list lies at the bottom of the stack."""
        return LibraryScreen(self.desk, self.notice)

    @property
    def fault(self) -> BaseException | None:
        """The mistake of our own that ended the program."""
        return None if self._exception is None else _cause(self._exception)

    def _handle_exception(self, error: Exception) -> None:
        # Events still arrive at screens whose widgets have been taken down, or never came.
        if self._is_leaving and isinstance(_cause(error), NoMatches | MountError):
            return
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual has no public place for this; its own fills the terminal with a traceback.
        try:
            for screen in self.screen_stack:
                if isinstance(screen, RoomScreen):
                    screen.rescue()
        finally:
            self.panic()

    def _leave(self, number: int) -> None:
        self.exit(return_code=128 + number)

    async def on_event(self, event: events.Event) -> None:
        """What works behind the screens makes way for a key."""
        if isinstance(event, events.InputEvent):
            self.desk.pace.key()
        await super().on_event(event)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; what it could not do becomes a line on the screen."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except GlossaryError as error:
            if not isinstance(self.screen, RoomScreen):
                raise
            self.screen.trouble(error)
            return True

    async def action_quit(self) -> None:
        """Stop, once no screen has anything left to ask."""
        then: Callable[[], object] = self.exit
        for screen in self.screen_stack:
            if isinstance(screen, RoomScreen):
                then = partial(screen.leave, partial(screen.part, then))
        then()

    def relabel(self) -> None:
        """Let every screen say everything again."""
        for screen in self.screen_stack:
            if isinstance(screen, RoomScreen) and screen.stands:
                screen.relabel()
                screen.refresh_bindings()
        if isinstance(self.screen, RoomScreen):
            self.screen.show_tour()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What a session adds is there while it goes on, on screens that have room for it."""
        guide = self.desk.guide
        if action == "facilitate":
            return guide is not None and guide.can_lead(self.screen)
        if action == "next_phase":
            return guide is not None and guide.can_step(self.screen)
        return True

    def action_session(self) -> None:
        """Lead the group through a session."""
        from glossary.tui.session.guide import Guide

        self.desk.complete()
        self.desk.guide = Guide(self, self.desk)
        self.desk.guide.begin()

    def action_facilitate(self) -> None:
        """Open the facilitator's menu."""
        if self.desk.guide is not None:
            self.desk.guide.deeds.open_menu()

    def action_next_phase(self) -> None:
        """Go on to the next phase."""
        if self.desk.guide is not None:
            self.desk.guide.next_phase()

    def action_end_tour(self) -> None:
        """Leave the rest of the tour out."""
        if self.desk.tour is not None:
            self.desk.tour.end()
        if isinstance(self.screen, RoomScreen):
            self.screen.show_tour()

    def action_switch_theme(self) -> None:
        """Light to dark and back."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name
        self.call_next(self.relabel)

    def action_switch_language(self) -> None:
        """Dutch to English and back."""
        use("en" if language() == "nl" else "nl")
        for screen in self.screen_stack:
            if isinstance(screen, RoomScreen) and screen.stands:
                screen.hush()
        self.relabel()

    def action_help(self) -> None:
        """Explain the present screen."""
        from glossary.tui.screens.help import HelpScreen, explained
        from glossary.tui.screens.question import Question

        screen = self.screen
        if isinstance(screen, Question):
            self.push_screen(HelpScreen(self.desk, screen.about, screen.keys, screen.letters))
        elif isinstance(screen, RoomScreen) and not isinstance(screen, HelpScreen):
            self.push_screen(HelpScreen(self.desk, screen.about, explained(screen), screen.letters))

    def action_bigger_letters(self) -> None:
        """Say how letters grow: they are the terminal's."""
        from glossary.tui.letters import letters_question

        self.push_screen(letters_question())

    def action_help_quit(self) -> None:
        """Control-C copies; who expected it to stop the program is told how to."""
        if isinstance(self.screen, RoomScreen):
            self.screen.say(
                _("Press {key} to stop; what you type is saved first.").format(key="^q")
            )

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(placeholder=_("Find a command…")))


def _cause(error: BaseException) -> BaseException:
    return error.error if isinstance(error, WorkerFailed) else error
