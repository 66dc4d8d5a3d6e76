"""Let a word join the open set; of a word that a starter knows the rest may come along."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from glossary.bootstrap import starters
from glossary.domain import Term
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow.naming import quote
from glossary.workflow.new_term import add_term, known_word, new_name


class NewTermScreen(RoomScreen):
    """Asks for a name; `added` hears which term joined."""

    BINDINGS = keys.bindings(keys.NEW_TERM)
    keys = keys.NEW_TERM
    about = mark(
        "A word that joins this set. Of a word that a starter knows you may take over why it is "
        "loaded, its questions, lenses and boundary cases; they are copied into your own file."
    )
    DEFAULT_CSS = """
    NewTermScreen > Vertical { height: 1fr; padding: 1 0 0 0; }
    """

    def __init__(self, desk: Desk, added: Callable[[str], object]) -> None:
        super().__init__(desk)
        self._added = added
        self._word = FieldBox("term", TypedLine(id="term"), optional=False)

    def compose(self) -> ComposeResult:
        """Title, name, message, keys."""
        yield TitleBar()
        with Vertical():
            yield self._word
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask for the name."""
        self._word.area.focus()
        self.relabel()

    def relabel(self) -> None:
        """Say everything again; what was typed stays."""
        self.query_one(TitleBar).show(_("New term"), self.desk.termset.title)
        self._word.entitle(_("Which word joins this set?"))

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """The name is complete."""
        with self.calmly():
            self._join(event.text)

    def action_add(self) -> None:
        """The key of the line was clicked. Raises GlossaryError."""
        self._join(self._word.area.text)

    def _join(self, typed: str) -> None:
        name = new_name(self.desk.termset, typed)
        known = known_word(starters(), self.desk.termset.language, name)
        if known is None:
            self._add(name)
        else:
            self._offer(name, known)

    def _offer(self, name: str, known: Term) -> None:
        def answered(answer: str | None) -> None:
            if answer:
                with self.calmly():
                    self._add(name, known if answer == "take" else None)

        question = Question(
            _("A starter knows {term}. Take over what it says?").format(term=quote(known.label)),
            [("take", _("Take it over")), ("bare", _("Only the word"))],
            _told(known),
            declined="",
        )
        self.app.push_screen(question, answered)

    def _add(self, name: str, known: Term | None = None) -> None:
        term = add_term(self.desk.store, self.desk.set_id, name, known)
        self.desk.reload()
        self.dismiss(None)
        self._added(term.id)


def _told(term: Term) -> str:
    """Why a word is loaded, and how much else is known of it."""
    counts = (
        ngettext("{n} question", "{n} questions", len(term.questions)).format(
            n=len(term.questions)
        ),
        ngettext("{n} lens", "{n} lenses", len(term.lenses)).format(n=len(term.lenses)),
        ngettext("{n} boundary case", "{n} boundary cases", len(term.cases)).format(
            n=len(term.cases)
        ),
    )
    return "\n".join(filter(None, (term.why, " · ".join(counts))))
