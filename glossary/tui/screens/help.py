"""Help: what the screen before it is for, and its keys."""

from collections.abc import Callable, Iterator, Sequence

from textual.actions import parse
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.locale import gettext as _
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.keys import Key, key_name
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.title_bar import TitleBar

Letters = Callable[[], Sequence[tuple[str, str]]]


class HelpScreen(RoomScreen):
    """Explains another screen: its `letters`, which differ by language, and then its keys.

    Any of its ways out leads back there.
    """

    BINDINGS = keys.bindings(keys.HELP)
    DEFAULT_CSS = "HelpScreen VerticalScroll { padding: 1 1 0 1; height: 1fr; }"

    def __init__(
        self, desk: Desk, about: str, explained: tuple[Key, ...], letters: Letters = tuple
    ) -> None:
        super().__init__(desk)
        self.keys = keys.HELP
        self.about = about
        self._explained = explained
        self._letters = letters

    def compose(self) -> ComposeResult:
        """Title, explanation, keys."""
        yield TitleBar()
        with VerticalScroll():
            yield Static(markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        self.query_one(TitleBar).show(_("Help"))
        self.query_one(Static).update(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        if self.about:
            yield Content(_(self.about))
            yield Content("")
        rows = [*self._letters()]
        rows += [(_names(key), _(key.help)) for key in self._explained if key.help]
        rows += [(_names(key), _(key.help)) for key in keys.EVERYWHERE]
        rows.append((_("Ctrl and +"), _("Bigger letters, in most terminals (⌘ and + on a Mac)")))
        width = max(len(names) for names, _help in rows)
        for names, text in rows:
            yield Content.assemble((names.ljust(width), "bold $primary"), "  ", text)


def explained(screen: RoomScreen) -> tuple[Key, ...]:
    """The keys of a screen that do something there; in a session those that lead it as well."""
    # One key may do one thing in a session, or on one panel, and another elsewhere.
    own = tuple(key for key in screen.keys if _applies(screen, key))
    guide = screen.desk.guide
    if guide is None or not guide.can_lead(screen):
        return own
    leading = keys.SESSION if guide.can_step(screen) else keys.SESSION[1:]
    return (*leading, *own, *guide.deeds.offered_keys())


def _applies(screen: RoomScreen, key: Key) -> bool:
    _namespace, name, parameters = parse(key.action)
    return screen.check_action(name, parameters) is not False


def _names(key: Key) -> str:
    return key.shown or "  ".join(key_name(one) for one in key.keys.split(","))
