"""The command palette, and what it finds."""

import shlex
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from glossary.locale import gettext as _
from glossary.tui import keys
from glossary.tui.keys.sought import SOUGHT
from glossary.tui.screens.room import RoomScreen

if TYPE_CHECKING:
    from glossary.tui.app import GlossaryApp


class Command(NamedTuple):
    """What a command does, its key, and other words by which people look for it."""

    does: str
    key: str
    run: Callable[[], object]
    words: str = ""

    def is_called(self, query: str) -> bool:
        """Whether each part of the query stands in those words."""
        words = self.words.casefold()
        return all(part in words for part in query.casefold().split())


class Commands(Provider):
    """The commands of the app; says so in the reader's language when none is called that."""

    async def discover(self) -> Hits:
        """All commands, by name."""
        for one in sorted(self._commands(), key=lambda one: one.does):
            yield DiscoveryHit(one.does, one.run, help=one.key)

    async def search(self, query: str) -> Hits:
        """Commands that match the query, or one that says there are none and does nothing."""
        found, matcher = False, self.matcher(query)
        for one in self._commands():
            score = matcher.match(one.does)
            if one.is_called(query):
                score = max(score, matcher.match(one.words))
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(one.does), one.run, help=one.key)
        if not found:
            yield Hit(1, Content(_("No command is called that.")), lambda: None)

    def _commands(self) -> Iterator[Command]:
        """What the keys of the present screen do, in words; of what two keys do, one command."""
        app, screen = cast("GlossaryApp", self.app), self.screen
        own = screen.keys if isinstance(screen, RoomScreen) else ()
        found = {key.action: key for key in (*keys.EVERYWHERE, *own) if key.help}
        del found["command_palette"]
        for key in found.values():
            yield _command(key, partial(app.run_action, key.action, screen if key in own else app))
        yield Command(
            _("Make the letters bigger"),
            _("Ctrl and +"),
            app.action_bigger_letters,
            _(SOUGHT["bigger_letters"]),
        )
        if isinstance(screen, RoomScreen):
            yield from self._leading(app, screen, {key.help for key in found.values()})
            # What no screen shows is a command.
            words = ("glossary", "overlaps", app.desk.set_id, "--dir", str(app.desk.store.folder))
            told = _("In a shell: {command}").format(command=shlex.join(words))
            yield Command(
                _("Find other words with the same meaning"),
                "glossary overlaps",
                partial(screen.say, told),
            )

    def _leading(
        self, app: "GlossaryApp", screen: RoomScreen, known: Collection[str]
    ) -> Iterator[Command]:
        """What leads a group through a session, where one goes on; not what is `known`."""
        guide = app.desk.guide
        if guide is None or not guide.can_lead(screen):
            return
        yield _command(keys.SESSION[-1], app.action_facilitate)
        for key in guide.deeds.offered_keys():
            answer = keys.answer_of(key)
            if answer and key.help not in known:
                yield _command(key, partial(guide.deeds.obey, answer))


def _command(key: keys.Key, run: Callable[[], object]) -> Command:
    words = " ".join(_(one) for one in (key.label, SOUGHT.get(_name(key), "")) if one)
    return Command(_(key.help), key.shown or keys.key_name(key.keys.split(",")[0]), run, words)


def _name(key: keys.Key) -> str:
    return key.action.removeprefix("app.").removeprefix("screen.")


class Palette(CommandPalette):
    """In the colours of the room: no tints, nothing shining through."""

    DEFAULT_CSS = """
    Palette {
        & { background: $background; }
        & > Vertical { margin-top: 0; background: $background; }
        & > .command-palette--help-text { color: transparent; text-style: not bold; }
        & #--input { border: heavy $border; }
        & #--input.--list-visible { border: heavy $border; }
        & SearchIcon { display: none; }
        & CommandInput, & CommandInput:focus { border: none; height: 1; padding: 0 1; }
        & CommandInput > .input--placeholder { color: $quiet; }
        & CommandList {
            border: none; background: $background; padding: 0; max-height: 85vh;
            scrollbar-size-vertical: 1;
        }
        & CommandList > .option-list--option-highlighted,
        & CommandList:focus > .option-list--option-highlighted {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
    }
    """
