"""The program on a screen: one desk, a stack of screens, themes and language."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from datetime import date

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from glossary.locale import gettext as _
from glossary.locale import language, use
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.help import HelpScreen
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.screens.room import RoomScreen
from glossary.tui.theme import DARK, LIGHT, THEMES
from glossary.workflow.ports import Store


class GlossaryApp(App[None]):
    """`glossary` on a folder of term sets.

    Raises GlossaryError when `set_id` cannot be opened. `notice` is shown once, on the list.
    """

    CSS_PATH = "glossary.tcss"
    BINDINGS = keys.bindings(keys.EVERYWHERE)

    def __init__(
        self, store: Store, *, today: Callable[[], date], set_id: str, notice: str = ""
    ) -> None:
        self.desk = Desk(store, set_id, today)
        self.notice = notice
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name
        self.title = "glossary"

    def on_mount(self) -> None:
        """Open the list; a signal from outside restores the terminal before it ends the program."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._leave, number)
        self.push_screen(LibraryScreen(self.desk, self.notice))

    def _leave(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def relabel(self) -> None:
        """Let every screen say everything again."""
        for screen in self.screen_stack:
            if isinstance(screen, RoomScreen):
                screen.relabel()
                screen.refresh_bindings()

    def action_switch_theme(self) -> None:
        """Light to dark and back."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name
        self.call_after_refresh(self.relabel)

    def action_switch_language(self) -> None:
        """Dutch to English and back."""
        use("en" if language() == "nl" else "nl")
        self.relabel()

    def action_help(self) -> None:
        """Explain the present screen."""
        if isinstance(self.screen, RoomScreen):
            self.push_screen(HelpScreen(self.screen.about, self.screen.keys))

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        if not CommandPalette.is_open(self):
            self.push_screen(CommandPalette(placeholder=_("Find a command…")))

    def get_system_commands(self, screen: Screen[object]) -> Iterator[SystemCommand]:
        """The palette offers what the keys of the present screen do, in words."""
        own = screen.keys if isinstance(screen, RoomScreen) else ()
        for key in (*own, *keys.EVERYWHERE):
            if key.help and key.action != "command_palette":
                node = screen if key in own else self
                yield SystemCommand(
                    _(key.help),
                    keys.key_name(key.keys.split(",")[0]),
                    lambda node=node, key=key: node.run_action(key.action),
                )
