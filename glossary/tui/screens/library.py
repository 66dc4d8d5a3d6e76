"""The list of terms: what deserves time first, and where a term is opened."""

from collections.abc import Sequence

from textual.app import ComposeResult

from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.term_list import ListedTerm, TermList
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow import overview
from glossary.workflow.overview import TermRow


class LibraryScreen(RoomScreen):
    """All terms of the open set."""

    BINDINGS = keys.bindings(keys.LIBRARY)
    keys = keys.LIBRARY
    about = mark("The loaded words of this set. The list begins with what deserves time first.")
    follows_files = True

    def __init__(self, desk: Desk, notice: str = "") -> None:
        super().__init__(desk)
        self._notice = notice
        self._rows: Sequence[TermRow] = ()

    def compose(self) -> ComposeResult:
        """Title, list, message, keys."""
        yield TitleBar()
        yield TermList()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the terms at once, uncompared."""
        self.refill()
        self.say(self._notice)

    def refill(self) -> None:
        """Read the terms from the desk."""
        self._rows = overview.rows(self.desk.termset, self.desk.today())
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        termset = self.desk.termset
        terms, partners = len(termset.terms), len(termset.partners)
        counts = (
            ngettext("{n} term", "{n} terms", terms).format(n=terms),
            ngettext("{n} partner", "{n} partners", partners).format(n=partners),
        )
        self.query_one(TitleBar).show(termset.title, " · ".join(counts))
        listed = [ListedTerm(row) for row in self._rows]
        self.query_one(TermList).show_terms(listed, self.desk.names)

    @property
    def term_id(self) -> str | None:
        """The term of the cursor."""
        current = self.query_one(TermList).current
        return current.row.id if current else None

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Open the term of the cursor."""
        self.action_open_term()

    def action_open_term(self) -> None:
        """Lay the definitions of the term of the cursor side by side."""
        from glossary.tui.screens.compare import CompareScreen

        if self.term_id:
            order = [row.id for row in self._rows]
            self.app.push_screen(CompareScreen(self.desk, self.term_id, order), self._returned)

    def action_enter_definition(self) -> None:
        """Write a definition of the term of the cursor."""
        from glossary.tui.screens.entry import EntryScreen

        if self.term_id:
            self.app.push_screen(EntryScreen(self.desk, self.term_id), self._returned)

    def action_agree(self) -> None:
        """Work on the agreement on the term of the cursor."""
        from glossary.tui.screens.agreement import AgreementScreen

        if self.term_id:
            self.app.push_screen(AgreementScreen(self.desk, self.term_id), self._returned)

    def _returned(self, _result: None) -> None:
        self.refill()
