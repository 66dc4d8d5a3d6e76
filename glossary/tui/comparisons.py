"""Comparisons that were made, kept as long as what they depend on stays as it is."""

import asyncio

from glossary.compare import Comparison
from glossary.domain import TermSet
from glossary.workflow.comparing import Question, question
from glossary.workflow.lookup import term_of


class Comparisons:
    """Compares terms in a thread and remembers what was found, of each group of partners."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], tuple[Question, Comparison]] = {}

    def known(self, termset: TermSet, term_id: str) -> Comparison | None:
        """What was found for this very state of the term; None when nothing is known yet."""
        if term_id not in termset.terms:
            return None
        asked = _question(termset, term_id)
        before, found = self._found.get(_key(termset, term_id), (None, None))
        return found if before == asked else None

    async def find(self, termset: TermSet, term_id: str) -> Comparison:
        """Compare in a thread, once. Raises NotFoundError for an unknown term."""
        known = self.known(termset, term_id)
        if known is not None:
            return known
        asked = _question(termset, term_id)
        found = await asyncio.to_thread(asked.answer)
        self._found[_key(termset, term_id)] = (asked, found)
        return found


def _key(termset: TermSet, term_id: str) -> tuple[str, ...]:
    # What is found is the same in whatever order partners stand.
    return term_id, *sorted(termset.partners)


def _question(termset: TermSet, term_id: str) -> Question:
    term = term_of(termset, term_id)
    return question(termset, term, termset.meanings(term.id))
