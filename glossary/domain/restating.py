"""Who restates whom, in an order in which everybody listens once and everybody is heard."""

from dataclasses import dataclass
from enum import StrEnum

from glossary.domain.agreements import Skip
from glossary.domain.deriving import answer_to, is_understood
from glossary.domain.partners import Answer, Restatement, Verdict
from glossary.domain.termset import TermSet
from glossary.domain.visibility import seats


class TurnState(StrEnum):
    """How far a turn is."""

    OPEN = "open"  # nothing was said on the present meaning
    ASKED = "asked"  # restated; the owner has not answered
    AGAIN = "again"  # the owner said almost or no
    HEARD = "heard"  # the owner said yes
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Turn:
    """`by` says in its own words what `of` means."""

    by: str
    of: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """A restatement of the present meaning, and the owner's answer; None while there is none."""

    restatement: Restatement
    verdict: Verdict | None = None


def turns(termset: TermSet, term: str) -> tuple[Turn, ...]:
    """A turn for every partner, in their order: each restates the next one that said something.

    So everybody listens once and whoever said what it means is heard, and who was heard speaks
    next. With one partner, or one that said something and nobody else, there may be none.
    """
    order = seats(termset, term)
    said = termset.meanings(term)
    following: dict[str, str] = {}
    upcoming = ""
    # twice around the table: whom the last ones restate is known after the first time
    for key in reversed(order + order):
        following[key] = upcoming
        if key in said:
            upcoming = key
    return tuple(Turn(key, following[key]) for key in order if following[key] not in ("", key))


def attempts(termset: TermSet, term: str, turn: Turn) -> tuple[Attempt, ...]:
    """Every attempt at the present meaning, in the order in which they were made."""
    by, of = termset.partners.get(turn.by), termset.partners.get(turn.of)
    if by is None or of is None:
        return ()
    meaning = of.meaning_fingerprint(term)
    return tuple(
        Attempt(one, answer_to(of, by.id, one))
        for one in by.restatements
        if (one.term, one.of, one.of_fingerprint) == (term, of.id, meaning)
    )


def confirmed(termset: TermSet, term: str) -> dict[str, tuple[tuple[str, Restatement], ...]]:
    """By partner, who said its present meaning back in the words that it confirmed."""
    if not any(one.term == term for each in termset.partners.values() for one in each.restatements):
        return {}
    found: dict[str, tuple[tuple[str, Restatement], ...]] = {}
    for turn in turns(termset, term):
        heard = tuple(
            (turn.by, one.restatement)
            for one in attempts(termset, term, turn)
            if one.verdict and one.verdict.verdict is Answer.YES
        )
        found[turn.of] = found.get(turn.of, ()) + heard
    return found


def left_out(termset: TermSet, term: str) -> tuple[Skip, ...]:
    """The turns that the group left out, of meanings as they are now."""
    return tuple(
        one
        for one in termset.agreement(term).skips
        if one.of in termset.partners
        and termset.partners[one.of].meaning_fingerprint(term) == one.of_fingerprint
    )


def is_outdated(termset: TermSet, term: str, turn: Turn) -> bool:
    """Whether an earlier meaning was restated in this turn, and the present one was not."""
    by, of = termset.partners.get(turn.by), termset.partners.get(turn.of)
    if by is None or of is None or attempts(termset, term, turn):
        return False
    return any((one.term, one.of) == (term, of.id) for one in by.restatements)


def state_of(termset: TermSet, term: str, turn: Turn) -> TurnState:
    """How far a turn is, for the meaning as it is now."""
    tried = attempts(termset, term, turn)
    if any(one.verdict and one.verdict.verdict is Answer.YES for one in tried):
        return TurnState.HEARD
    if _is_skipped(termset, term, turn):
        return TurnState.SKIPPED
    if not tried:
        return TurnState.OPEN
    return TurnState.ASKED if tried[-1].verdict is None else TurnState.AGAIN


def next_turn(termset: TermSet, term: str, after: Turn | None = None) -> Turn | None:
    """The first turn behind `after` that is neither heard nor skipped, around the table."""
    all_turns = turns(termset, term)
    start = all_turns.index(after) + 1 if after in all_turns else 0
    waiting = (
        one
        for one in all_turns[start:] + all_turns[:start]
        if state_of(termset, term, one) not in (TurnState.HEARD, TurnState.SKIPPED)
    )
    return next(waiting, None)


def understood(termset: TermSet, term: str) -> tuple[str, ...]:
    """The partners whose present meaning was restated to their satisfaction, in their order."""
    return tuple(key for key in seats(termset, term) if is_understood(termset, term, key))


def _is_skipped(termset: TermSet, term: str, turn: Turn) -> bool:
    meaning = termset.partners[turn.of].meaning_fingerprint(term)
    return any(
        (one.by, one.of, one.of_fingerprint) == (turn.by, turn.of, meaning)
        for one in termset.agreement(term).skips
    )
