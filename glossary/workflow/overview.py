"""Every term of a set in one line: status, coverage and how much it deserves the group's time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from glossary.domain import Status, Term, TermSet
from glossary.workflow.keeping import Forgetful, Memory

if TYPE_CHECKING:
    from glossary.compare import Signal
    from glossary.workflow.comparing import Question
    from glossary.workflow.side_by_side import SideBySide

# Of each term so many reasons are told.
SIGNALS = 3


class TermRow(NamedTuple):
    """One term of an overview.

    `defined` of `partners` said what they mean. `attention` is 0 to 1, None where nothing was
    compared; `signals` are the three strongest reasons for it, strongest first.
    """

    id: str
    label: str
    status: Status
    defined: int
    partners: int
    attention: float | None = None
    signals: "Sequence[Signal]" = ()


class Asked(NamedTuple):
    """A term, and how many partners said what they mean; no question where nothing is compared."""

    term: Term
    defined: int
    question: "Question | None"


class LaidOut(NamedTuple):
    """A term of an overview, and what its definitions beside each other show."""

    row: TermRow
    beside: "SideBySide"


def rows(termset: TermSet, today: dt.date) -> tuple[TermRow, ...]:
    """The terms in the order of the file, without comparing anything."""
    if not termset.partners and not termset.agreements:
        # So is every set before its partners are read, and thousands of terms wait for it.
        return tuple(
            TermRow(term.id, term.label, Status.EMPTY, 0, termset.size)
            for term in termset.terms.values()
        )
    meanings = _meanings(termset)
    return tuple(
        _row(termset, term, len(meanings[term.id]), today) for term in termset.terms.values()
    )


def ranked(
    termset: TermSet,
    today: dt.date,
    progress: Callable[[int, int], None] | None = None,
    *,
    vectors: bool = True,
    memory: Memory | None = None,
) -> tuple[TermRow, ...]:
    """The terms compared, most attention first, then in the order of the file.

    `progress` hears (terms done, all terms) after each term; what it raises ends the work. A
    term with fewer than two meanings has attention 0. `vectors`: see `glossary.compare.compare`.
    What people named counts whoever said what. With `memory` only those terms are compared that
    changed since.
    """
    found = _weighed(termset, today, progress, vectors=vectors, memory=memory)
    return by_attention(one.row for one in found)


def by_attention(found: Iterable[TermRow]) -> tuple[TermRow, ...]:
    """Most attention first, and otherwise in the order in which they come."""
    return tuple(sorted(found, key=lambda row: -(row.attention or 0.0)))


def asked_about(termset: TermSet, *, vectors: bool = True) -> Iterator[Asked]:
    """Each term with what is asked about it."""
    # A list that was not compared yet needs none of this.
    from glossary.workflow.comparing import question

    meanings = _meanings(termset)
    for term in termset.terms.values():
        said = meanings[term.id]
        is_asked = len(said) > 1 or termset.agreement(term.id).differences
        asked = question(termset, term, said, vectors=vectors) if is_asked else None
        yield Asked(term, len(said), asked)


def laid_out(
    termset: TermSet, today: dt.date, memory: Memory | None = None
) -> Mapping[str, LaidOut]:
    """Each term by its id, in the order of the file, compared and with its definitions beside
    each other.
    """
    return {one.row.id: one for one in _weighed(termset, today, memory=memory)}


def _weighed(
    termset: TermSet,
    today: dt.date,
    progress: Callable[[int, int], None] | None = None,
    *,
    vectors: bool = True,
    memory: Memory | None = None,
) -> Iterator[LaidOut]:
    from glossary.workflow.remembering import NOTHING, remembering

    with remembering(memory or Forgetful(), termset.id) as remembered:
        every = asked_about(termset, vectors=vectors)
        for done, (term, defined, asked) in enumerate(every, 1):
            weighed = NOTHING if asked is None else remembered.weigh(asked, SIGNALS)
            row = _row(termset, term, defined, today)
            row = row._replace(attention=weighed.attention, signals=weighed.signals)
            yield LaidOut(row, weighed.beside)
            if progress is not None:
                progress(done, len(termset.terms))


def _row(termset: TermSet, term: Term, defined: int, today: dt.date) -> TermRow:
    from glossary.domain import status_of

    status = status_of(termset, term.id, today)
    return TermRow(term.id, term.label, status, defined, termset.size)


def _meanings(termset: TermSet) -> defaultdict[str, dict[str, str]]:
    """Meanings by term: one walk over the definitions, not one over all partners per term."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, partner in termset.partners.items():
        for term, definition in partner.definitions.items():
            if definition.meaning.strip():
                found[term][key] = definition.meaning
    return found
