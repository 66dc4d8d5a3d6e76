"""How partners are called on the screens about a term: by their names, or by letters."""

from collections.abc import Sequence
from dataclasses import replace

from glossary.compare import Signal
from glossary.domain import TermSet
from glossary.domain.visibility import lettered
from glossary.tui.desk import Desk
from glossary.workflow.explaining import reasons
from glossary.workflow.session.agenda import hide_names

_SOMEBODY = "?"


class Faces:
    """Names or letters. A session keeps the choice; without one it lasts as long as the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._hidden = False

    @property
    def are_hidden(self) -> bool:
        """Whether letters stand in the place of names, so that status does not speak."""
        session = self._desk.termset.session
        return self._hidden if session is None else session.anonymous

    def switch(self) -> None:
        """Letters or names. Raises GlossaryError where a session cannot keep that."""
        desk = self._desk
        if desk.termset.session is None:
            self._hidden = not self._hidden
        else:
            hide_names(desk.store, desk.set_id, anonymous=not self.are_hidden)
            desk.reload()

    def termset(self, term_id: str) -> TermSet:
        """The set on the desk with partners as they are called now."""
        termset = self._desk.termset
        return lettered(termset, term_id) if self.are_hidden else termset

    def reasons(self, termset: TermSet, term_id: str, signals: Sequence[Signal]) -> list[str]:
        """Signals in sentences, with the names of `termset`; who left has none where all hide."""
        if not self.are_hidden:
            return reasons(termset, term_id, signals)
        known = termset.partners
        told = [
            replace(
                signal,
                who={slot: key if key in known else _SOMEBODY for slot, key in signal.who.items()},
            )
            for signal in signals
        ]
        return reasons(termset, term_id, told)
