"""How what is meant by a term, its draft, positions and outcome moved through the commits."""

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.message import Message

from glossary.domain import GlossaryError
from glossary.locale import gettext as _
from glossary.locale import language, mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.history_text import Entry, entries, sentence
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.history_view import HistoryView
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TALL_SCREEN, TitleBar
from glossary.workflow.history import Scope, history
from glossary.workflow.lookup import term_of
from glossary.workflow.ports import Loaded

# No partner has this id: ids begin with a letter or a digit.
_EVERYBODY = "*"


class HistoryScreen(RoomScreen):
    """The commits in which a term changed, newest first, read in a thread.

    Raises NotFoundError when there is no such term.
    """

    BINDINGS = keys.bindings(keys.HISTORY)
    AUTO_FOCUS = "HistoryView"
    keys = keys.HISTORY
    about = mark(
        "How the meanings, the draft, the positions and the outcome of this term moved through "
        "the commits of git, newest first. Words that went are struck through, words that came "
        "in their place have a ground of their own; signs stand around both."
    )
    follows_files = True
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-short"), (TALL_SCREEN, "-tall")]
    DEFAULT_CSS = """
    HistoryScreen {
        & > Choices { padding: 0 1; }
        & > HistoryView { margin-top: 1; }
        &.-low > HistoryView { margin-top: 0; }
        &.-tall > TitleBar { margin-bottom: 1; }
    }
    """

    class Read(Message):
        """What was asked for has been read."""

        def __init__(self, scope: Scope, told: Sequence[Entry]) -> None:
            super().__init__()
            self.scope, self.told = scope, told

    def __init__(self, desk: Desk, term_id: str) -> None:
        super().__init__(desk)
        self._term = term_of(desk.termset, term_id)
        self.term_id = self._term.id
        self._scope = Scope()
        self._commit = ""
        self._language = ""
        self._is_reading = False

    def compose(self) -> ComposeResult:
        """Title, since when, of whom, the steps, message, keys."""
        yield TitleBar()
        yield Choices(id="since")
        yield Choices(id="partners")
        yield HistoryView()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Read everything."""
        self._ask(Scope())

    def refill(self) -> None:
        """Read again, for the files changed; leave when the term is gone."""
        if self.is_bereft:
            self.action_back()
            return
        self._term = self.desk.termset.terms[self.term_id]
        self._ask(self._scope)

    def relabel(self) -> None:
        """Say everything again; what was read is told in one language only."""
        if language() != self._language:
            self._ask(self._scope)
        else:
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to turn to where everything is on one page, or in one step."""
        views = self.query(HistoryView)
        if action == "page":
            return any(view.pages > 1 for view in views)
        return action != "move" or any(view.steps > 1 for view in views)

    def action_page(self, by: int) -> None:
        """Turn pages."""
        self.query_one(HistoryView).turn(by)

    def action_move(self, by: int) -> None:
        """Go to an older commit, or to a newer one."""
        self.query_one(HistoryView).move(by)

    def action_since(self, what: str) -> None:
        """Show everything, what came after the outcome, or after the commit of the cursor."""
        commit = self.query_one(HistoryView).commit
        self.say("")
        if what == "here" and not commit:
            self.say(_("There is no commit under the cursor to count from."))
            return
        since = commit if what == "here" else None
        self._ask(Scope(self._scope.partner, since, what == "agreed"))

    def action_partner(self, by: int) -> None:
        """Show what became of the next partner's words, or of everybody's."""
        ids = self.query_one("#partners", Choices).ids
        self._of(ids[(ids.index(self._chosen) + by) % len(ids)])

    def action_everybody(self) -> None:
        """Show what became of everybody's words."""
        self._of(_EVERYBODY)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Since another moment, or of another partner."""
        if event.choices.id == "since":
            self.action_since(event.id)
        else:
            self._of(event.id)

    def on_history_view_paged(self) -> None:
        """Say which page this is."""
        self._show_title()

    def on_history_screen_read(self, event: Read) -> None:
        """Show what was read, unless something else has been asked for since."""
        if event.scope is self._scope:
            self._is_reading = False
            self.query_one(HistoryView).show(event.told, self._commit)

    @property
    def _chosen(self) -> str:
        """The partner that is shown, as long as it is there."""
        partner = self._scope.partner or _EVERYBODY
        return partner if partner in self.desk.termset.partners else _EVERYBODY

    def _of(self, partner: str) -> None:
        self.say("")
        scope = self._scope
        own = None if partner == _EVERYBODY else partner
        self._ask(Scope(own, scope.since, scope.agreed))

    def _ask(self, scope: Scope) -> None:
        """Read in a thread; the cursor stays on its commit, or goes to the one it began after."""
        self._commit = self.query_one(HistoryView).commit or self._commit
        if self._scope.since is not None and scope.since is None:
            self._commit = self._scope.since
        # Another object each time: it tells a late answer from the one that is waited for.
        self._scope = Scope(scope.partner, scope.since, scope.agreed)
        self._language = language()
        self._is_reading = True
        self._show()
        self._read(Loaded(self.desk.whole, self.desk.findings), self._scope)

    @work(thread=True, exclusive=True, group="history", description="history")
    def _read(self, loaded: Loaded, scope: Scope) -> None:
        desk = self.desk
        try:
            past = desk.past(desk.store.folder / loaded.termset.id)
            told = entries(history(loaded, past, desk.member_reader(), self._term.id, scope))
        except GlossaryError as error:
            told = (sentence(str(error)),)
        self.post_message(self.Read(scope, told))

    def _show(self) -> None:
        chosen = "here" if self._scope.since else "agreed" if self._scope.agreed else "all"
        moments = [
            Choice("all", _("Everything"), key="1"),
            Choice("agreed", _("Since the outcome"), key="2"),
            Choice("here", _("Since this commit"), key="3"),
        ]
        self.query_one("#since", Choices).show(moments, chosen)
        people = [Choice(key, name) for key, name in self.desk.names.items()]
        everybody = Choice(_EVERYBODY, _("Everybody"))
        self.query_one("#partners", Choices).show([everybody, *people], self._chosen)
        self._show_title()

    def _show_title(self) -> None:
        view = self.query_one(HistoryView)
        self.refresh_bindings()
        where = _("reading the history …") if self._is_reading else _("history")
        rights = [where]
        if view.pages > 1:
            sheet = _("page {page}/{pages}").format(page=view.page + 1, pages=view.pages)
            rights = [f"{where} · {sheet}", sheet]
        self.query_one(TitleBar).show(self._term.label.upper(), *rights)
