"""Rounds of consent: who stands where on the wording as it is now, and what was before."""

import datetime as dt
from dataclasses import dataclass

from glossary.domain import Objection, Position, TermSet, fresh_positions
from glossary.domain.phases import asked_before, disposition_of
from glossary.domain.visibility import holds_reasons, is_round_complete, seats
from glossary.domain.worddiff import Piece, PieceKind, word_diff
from glossary.workflow.lookup import term_of
from glossary.workflow.outcomes import fresh_objections, promised


@dataclass(frozen=True, slots=True)
class Seat:
    """A partner's place in the round; `position` only on the wording as it is now.

    `was_asked` says that it took one on an earlier wording, which no longer counts.
    """

    partner: str
    position: Position | None
    was_asked: bool = False


@dataclass(frozen=True, slots=True)
class ConsentRound:
    """A round on the present wording, in the order in which partners speak.

    `number` counts the wordings that were asked about, this one included, from 1. Until
    `is_complete` reasons stay closed where `holds_reasons` says so. `changed` shows what the
    wording became since the one before, empty in a first round; `objections` are those to the
    present wording, with what became of them. `promised` are the partners whose objection is said
    to be integrated: it is open as long as the wording is the same.
    """

    number: int
    seats: tuple[Seat, ...]
    is_complete: bool
    holds_reasons: bool
    changed: tuple[Piece, ...] = ()
    objections: tuple[Objection, ...] = ()
    promised: tuple[str, ...] = ()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The partners that have not answered, in their order."""
        return tuple(seat.partner for seat in self.seats if seat.position is None)


def consent_round(termset: TermSet, term_id: str) -> ConsentRound:
    """Where the round on a term stands; `termset` is the set as it is, not as it is shown.

    Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id).id
    agreement = termset.agreement(term)
    fresh = fresh_positions(termset, term)
    held = holds_reasons(termset, term)
    before = asked_before(agreement)
    current = agreement.draft.fingerprint
    numbered = [one.on for one in agreement.rounds if one.on != current]
    objections = () if held else _objections(termset, term)
    return ConsentRound(
        len(numbered) + 1,
        tuple(_seat(termset, term, key, fresh.get(key), held=held) for key in seats(termset, term)),
        is_round_complete(termset, term),
        held,
        word_diff(before, agreement.draft.wording) if before is not None and current else (),
        objections,
        () if held else promised(termset, term),
    )


@dataclass(frozen=True, slots=True)
class PastRound:
    """An earlier wording that partners were asked about, and what became of their objections.

    `number` is 0 and `wording` empty where only objections to it are known; `changed` shows what
    the wording became since the round before it.
    """

    number: int
    wording: str = ""
    date: dt.date | None = None
    changed: tuple[Piece, ...] = ()
    objections: tuple[Objection, ...] = ()

    @property
    def is_rewritten(self) -> bool:
        """Whether the wording has nothing of the one before it."""
        return not any(is_kept(piece) for piece in self.changed)


def past_rounds(termset: TermSet, term_id: str) -> tuple[PastRound, ...]:
    """The rounds on earlier wordings, in their order, and last what has no round.

    Raises NotFoundError for an unknown term.
    """
    agreement = termset.agreement(term_of(termset, term_id).id)
    earlier = [one for one in agreement.rounds if one.on != agreement.draft.fingerprint]
    before = ["", *(one.wording for one in earlier)]
    found = [
        PastRound(
            number,
            one.wording,
            one.date,
            word_diff(before[number - 1], one.wording) if number > 1 else (),
            tuple(made for made in agreement.objections if made.on == one.on),
        )
        for number, one in enumerate(earlier, 1)
    ]
    known = {agreement.draft.fingerprint, *(one.on for one in earlier)}
    loose = tuple(made for made in agreement.objections if made.on not in known)
    return (*found, PastRound(0, objections=loose)) if loose else tuple(found)


def is_kept(piece: Piece) -> bool:
    """Whether a piece holds words that stayed."""
    return piece.kind is PieceKind.KEPT and any(char.isalnum() for char in piece.text)


def _seat(
    termset: TermSet, term: str, partner: str, position: Position | None, *, held: bool
) -> Seat:
    was_asked = position is None and term in termset.partners[partner].positions
    if position is not None and held:
        position = Position(position.on, position.position, "", position.date)
    return Seat(partner, position, was_asked)


def _objections(termset: TermSet, term: str) -> tuple[Objection, ...]:
    agreement = termset.agreement(term)
    return tuple(
        Objection(one.partner, one.on, one.text, disposition_of(agreement, one.partner, one.on))
        for one in fresh_objections(termset, term)
    )
