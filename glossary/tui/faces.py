"""How partners are called on the screens about a term: by their names, or by letters."""

from collections.abc import Sequence

from glossary.compare import Signal
from glossary.domain import TermSet
from glossary.domain.visibility import hides_names, lettered, letters
from glossary.tui.desk import Desk
from glossary.workflow.explaining import in_letters, reasons
from glossary.workflow.overview import TermRow
from glossary.workflow.session.agenda import hide_names


class Faces:
    """Names or letters. A session keeps the choice for as long as a term is compared.

    Without a session, or later on, it lasts as long as the screen.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._hidden = False

    def are_hidden(self, term_id: str) -> bool:
        """Whether letters stand in the place of names, so that status does not speak."""
        return self._hidden or hides_names(self._desk.termset, term_id)

    def switch(self, term_id: str) -> None:
        """Letters or names. Raises GlossaryError where a session cannot keep that."""
        desk, wanted = self._desk, not self.are_hidden(term_id)
        self._hidden = False
        if desk.termset.session is not None:
            hide_names(desk.store, desk.set_id, anonymous=wanted)
            desk.reload()
        if wanted and not self.are_hidden(term_id):
            self._hidden = True

    def termset(self, term_id: str) -> TermSet:
        """The set on the desk with partners as they are called now."""
        termset = self._desk.termset
        return lettered(termset, term_id) if self.are_hidden(term_id) else termset

    def reasons(self, termset: TermSet, term_id: str, signals: Sequence[Signal]) -> list[str]:
        """Signals in sentences, with the names of `termset`; who left has none where all hide."""
        if self.are_hidden(term_id):
            signals = in_letters(signals, letters(self._desk.termset, term_id))
        return reasons(termset, term_id, signals)


def as_called(termset: TermSet, rows: Sequence[TermRow]) -> Sequence[TermRow]:
    """The rows of a list, with letters in the reasons of terms at which names are hidden."""
    if termset.session is None or not termset.session.anonymous:
        return rows
    return [
        row._replace(signals=in_letters(row.signals, letters(termset, row.id)))
        if hides_names(termset, row.id)
        else row
        for row in rows
    ]
