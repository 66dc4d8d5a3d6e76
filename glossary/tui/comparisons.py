"""Comparisons that were made, kept as long as the term set stays as it is."""

import asyncio

from glossary.compare import Comparison
from glossary.domain import TermSet
from glossary.workflow.comparing import compare_term


class Comparisons:
    """Compares terms of one set in a thread and remembers what was found."""

    def __init__(self) -> None:
        self._termset: TermSet | None = None
        self._found: dict[str, Comparison] = {}

    def known(self, termset: TermSet, term_id: str) -> Comparison | None:
        """What was found for this very state of the set; None when nothing is known yet."""
        return self._found.get(term_id) if termset is self._termset else None

    async def find(self, termset: TermSet, term_id: str) -> Comparison:
        """Compare in a thread, once. Raises NotFoundError for an unknown term."""
        known = self.known(termset, term_id)
        if known is not None:
            return known
        found = await asyncio.to_thread(compare_term, termset, term_id)
        if termset is not self._termset:
            self._termset, self._found = termset, {}
        self._found[term_id] = found
        return found
