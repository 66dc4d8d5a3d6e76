"""What the facilitator wrote about a term, and who has not answered."""

from textual.app import ComposeResult

from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.faces import Faces
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.facts_view import FactsView
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.term_facts import term_facts


class AboutScreen(RoomScreen):
    """Why a term is loaded, its questions and its boundary cases: to prepare a conversation."""

    BINDINGS = keys.bindings(keys.ABOUT)
    AUTO_FOCUS = "FactsView"
    keys = keys.ABOUT
    about = mark(
        "What the facilitator wrote about this word: why it is loaded, what to ask about it, and "
        "the cases on which each partner says whether they count; then which partners have not "
        "said yet what it means."
    )
    follows_files = True
    steps_on = True

    def __init__(self, desk: Desk, term_id: str, faces: Faces) -> None:
        super().__init__(desk)
        self.term_id = term_id
        self._faces = faces

    @property
    def hides_names(self) -> bool:
        """Whether letters stand in the place of names."""
        return self._faces.are_hidden(self.term_id)

    def compose(self) -> ComposeResult:
        """Title, facts, message, keys."""
        yield TitleBar()
        yield FactsView()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.relabel()

    def refill(self) -> None:
        """Show what is written now."""
        if not self.is_bereft:
            self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        termset = self._faces.termset(self.term_id)
        term = termset.terms[self.term_id]
        self.query_one(TitleBar).show(term.label.upper(), _("About this word"))
        self.query_one(FactsView).show([*term_facts(termset, term)])
