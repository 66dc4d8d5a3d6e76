"""The list again after a change: only terms are compared about which something else is asked."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from glossary.domain import TermSet
from glossary.workflow.comparing import Question
from glossary.workflow.overview import SIGNALS, TermRow, asked_about, by_attention, rows

# Where more than these changed, what was kept of earlier times is worth looking into.
_FEW = 50


class Ranked(NamedTuple):
    """A set, and its terms as they were compared."""

    termset: TermSet
    rows: tuple[TermRow, ...]


def reranked(termset: TermSet, today: dt.date, known: Ranked) -> tuple[TermRow, ...] | None:
    """What `overview.ranked` gives; None where that is better asked, as much has changed."""
    if known.termset.id != termset.id:
        return None
    before, now = _asked(known.termset), _asked(termset)
    changed = [key for key, asked in now.items() if before.get(key) != asked]
    if len(changed) > _FEW:
        return None
    found = {row.id: (row.attention, row.signals) for row in known.rows if row.id in now}
    for key in changed:
        answer = now[key].answer()
        found[key] = (answer.attention, answer.signals[:SIGNALS])
    again = ((row, *found.get(row.id, (0.0, ()))) for row in rows(termset, today))
    return by_attention(row._replace(attention=how, signals=why) for row, how, why in again)


def _asked(termset: TermSet) -> Mapping[str, Question]:
    every = asked_about(termset)
    return {one.term.id: one.question for one in every if one.question is not None}
