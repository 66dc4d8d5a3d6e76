"""Term sets in memory: the promises of `workflow.ports.Store` without a disk."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from glossary.domain import (
    Agreement,
    Finding,
    NotFoundError,
    Partner,
    RefusedError,
    TermSet,
    Vocabulary,
)
from glossary.domain.sessions import Session
from glossary.store.cards import shipped
from glossary.workflow.keeping import Forgetful, Journal, Memory, NoJournal
from glossary.workflow.ports import CardBox, Judge, Loaded


class MemoryStore:
    """For tests of thousands of changes; all others use real files."""

    def __init__(self, *sets: TermSet) -> None:
        self._sets = {termset.id: termset for termset in sets}

    @property
    def folder(self) -> Path:
        return Path("termsets")

    @property
    def memory(self) -> Memory:
        return Forgetful()

    @property
    def journal(self) -> Journal:
        return NoJournal()

    def sets(self) -> tuple[str, ...]:
        return tuple(sorted(self._sets))

    def load(self, set_id: str) -> Loaded:
        if set_id not in self._sets:
            raise NotFoundError(f"No set {set_id}.")
        return Loaded(self._sets[set_id])

    def outline(self, set_id: str) -> TermSet:
        return TermSet(set_id, self.load(set_id).termset.vocabulary)

    def create(self, termset: TermSet) -> None:
        if termset.id in self._sets:
            raise RefusedError(f"{termset.id} exists.")
        self._put(termset)

    def add_partner(self, set_id: str, partner: Partner) -> None:
        termset = self.load(set_id).termset
        if partner.id in termset.partners:
            raise RefusedError(f"{partner.id} exists.")
        self._put_partner(termset, partner)

    def update_partner(
        self, set_id: str, partner_id: str, change: Callable[[Partner], Partner]
    ) -> Partner:
        termset = self.load(set_id).termset
        changed = change(termset.partners[partner_id])
        self._put_partner(termset, changed)
        return changed

    def update_agreement(
        self, set_id: str, term_id: str, change: Callable[[Agreement], Agreement]
    ) -> Agreement:
        termset = self.load(set_id).termset
        changed = change(termset.agreement(term_id))
        self._put(replace(termset, agreements={**termset.agreements, term_id: changed}))
        return changed

    def update_vocabulary(
        self, set_id: str, change: Callable[[Vocabulary], Vocabulary]
    ) -> Vocabulary:
        termset = self.load(set_id).termset
        changed = change(termset.vocabulary)
        self._put(replace(termset, vocabulary=changed))
        return changed

    def update_session(self, set_id: str, change: Callable[[Session], Session]) -> Session:
        termset = self.load(set_id).termset
        changed = change(termset.session or Session())
        self._put(replace(termset, session=changed))
        return changed

    def require_writable(self, set_id: str) -> None:
        """Memory takes everything."""

    def version(self, set_id: str) -> object:
        return None

    def undo(self) -> Path | None:
        return None

    def redo(self) -> Path | None:
        return None

    def cards(self, set_id: str, language: str) -> CardBox:
        return CardBox(shipped(language))

    def sweep(self, set_id: str) -> None:
        """There is nothing to sweep in memory."""

    def check(self, paths: Sequence[Path], judge: Judge | None = None) -> tuple[Finding, ...]:
        return ()

    def files(self, paths: Sequence[Path]) -> Iterator[Path]:
        return iter(())

    def tidy(self, path: Path, *, is_trial: bool) -> bool:
        return False

    def _put_partner(self, termset: TermSet, partner: Partner) -> None:
        partners = {**termset.partners, partner.id: partner}
        self._put(replace(termset, partners=dict(sorted(partners.items()))))

    def _put(self, termset: TermSet) -> None:
        self._sets[termset.id] = termset
