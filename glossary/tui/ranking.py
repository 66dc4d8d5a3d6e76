"""The rows of the list: at once as they stand, then in the order of what deserves time."""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from glossary.domain import Status, TermSet
from glossary.tui.pace import Pace
from glossary.workflow import overview
from glossary.workflow.keeping import Memory
from glossary.workflow.overview import TermRow

if TYPE_CHECKING:
    from glossary.workflow.reranking import Ranked

# Seconds between two words about how far it is: each of them is a frame.
_TELL_EVERY = 0.2

_SETTLED = frozenset({Status.AGREED, Status.DIFFERS, Status.RENAMED, Status.PARKED})


class StoppedError(Exception):
    """The list that was being compared is no longer wanted."""


class RankedMessage(Message):
    """All terms of this state of the set have been compared."""

    def __init__(self, ranked: "Ranked") -> None:
        super().__init__()
        self.ranked = ranked


def rank(
    termset: TermSet,
    today: dt.date,
    is_wanted: Callable[[], bool],
    progress: Callable[[int, int], object],
    memory: Memory,
    pace: Pace,
    known: "Ranked | None" = None,
) -> "Ranked":
    """`overview.ranked`, with terms last about which the group has decided.

    `known` is what was compared before; `progress` hears now and then how far it is. For a
    thread: makes way for the keys, and raises StoppedError soon after the list is no longer
    wanted.
    """
    # Loads what compares, which a first frame does without.
    from glossary.workflow.reranking import Ranked, reranked

    told = time.monotonic()

    def step(done: int, terms: int) -> None:
        nonlocal told
        while is_wanted() and (wait := pace.wait):
            time.sleep(wait)
        if not is_wanted():
            raise StoppedError
        if time.monotonic() - told > _TELL_EVERY:
            told = time.monotonic()
            progress(done, terms)

    rows = reranked(termset, today, known) if known is not None else None
    if rows is None:
        rows = overview.ranked(termset, today, step, memory=memory)
    return Ranked(termset, tuple(sorted(rows, key=lambda row: row.status in _SETTLED)))


def carried_over(fresh: Sequence[TermRow], known: Sequence[TermRow]) -> list[TermRow]:
    """Fresh rows in the order and with the attention that is known, until they are compared anew.

    New terms come last.
    """
    places = {row.id: place for place, row in enumerate(known)}
    merged = [
        _with_comparison(row, known[places[row.id]]) if row.id in places else row for row in fresh
    ]
    return sorted(merged, key=lambda row: places.get(row.id, len(known)))


def _with_comparison(row: TermRow, known: TermRow) -> TermRow:
    return row._replace(attention=known.attention, signals=known.signals)
