"""Rounds of consent: who stands where on the wording as it is now, and what was before."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from glossary.domain import (
    Disposition,
    Objection,
    Position,
    Stand,
    TermSet,
    fingerprint,
    fresh_positions,
)
from glossary.domain.phases import asked_before, disposition_of
from glossary.domain.visibility import holds_reasons, is_blind, is_round_complete, seats
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


class Stood(NamedTuple):
    """Where a partner stood."""

    partner: str
    position: Position


class SameStand(NamedTuple):
    """Partners that took the same stand without a word, or one with its reason."""

    stand: Stand
    partners: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What a partner has against a wording."""

    partner: str
    stand: Stand
    text: str


def unsolved(termset: TermSet, term_id: str) -> tuple[Reason, ...]:
    """What another wording should take away: objections first, then concerns.

    They are those of the last wording on which everybody has spoken, also while it is rewritten,
    without the objections that the group only discussed or lets stand.
    """
    taken = {
        key: one.positions[term_id]
        for key, one in termset.partners.items()
        if term_id in one.positions
    }
    agreement = termset.agreement(term_id)
    asked = {one.on for one in taken.values()}
    closed = {one.on for one in agreement.rounds if one.closed}
    is_complete = len(taken) == termset.size or asked <= closed
    if is_blind(termset, term_id) or len(asked) != 1 or not is_complete:
        return ()
    done = {
        one.partner
        for one in agreement.objections
        if one.on in asked and one.disposition in (Disposition.ADDRESSED, Disposition.SUSTAINED)
    }
    return tuple(
        Reason(key, stand, taken[key].reason)
        for stand in (Stand.OBJECTION, Stand.CONCERN)
        for key in seats(termset, term_id)
        if key in taken and taken[key].position is stand
        if stand is Stand.CONCERN or key not in done
    )


@dataclass(frozen=True, slots=True)
class PastRound:
    """An earlier wording that partners were asked about, where they stood on it and why.

    `number` is 0 and `wording` empty where no round is known; `changed` shows what the wording
    became since the round before it. `objections` come with what became of them, and `stood` has
    all else that partners answered.
    """

    number: int
    wording: str = ""
    date: dt.date | None = None
    changed: tuple[Piece, ...] = ()
    objections: tuple[Objection, ...] = ()
    stood: tuple[Stood, ...] = ()


def past_rounds(termset: TermSet, term_id: str) -> tuple[PastRound, ...]:
    """The rounds on earlier wordings, in their order, and last what has no round.

    Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id).id
    agreement, stood = termset.agreement(term), _stood(termset, term)
    earlier = [one for one in agreement.rounds if one.on != agreement.draft.fingerprint]
    before = ["", *(one.wording for one in earlier)]
    found = [
        PastRound(
            number,
            one.wording,
            one.date,
            word_diff(before[number - 1], one.wording) if number > 1 else (),
            tuple(made for made in agreement.objections if made.on == one.on),
            tuple(said for said in stood if said.position.on == one.on),
        )
        for number, one in enumerate(earlier, 1)
    ]
    known = {one.on for one in earlier}
    loose = PastRound(
        0,
        objections=tuple(
            made
            for made in agreement.objections
            if made.on not in {agreement.draft.fingerprint, *known}
        ),
        stood=tuple(said for said in stood if said.position.on not in known),
    )
    return (*found, loose) if loose.objections or loose.stood else tuple(found)


def by_stand(stood: Iterable[Stood]) -> Iterator[SameStand]:
    """Who said the same without a reason, and then everybody that gave one."""
    said = list(stood)
    for stand in Stand:
        silent = tuple(
            one.partner
            for one in said
            if one.position.position is stand and not one.position.reason.strip()
        )
        if silent:
            yield SameStand(stand, silent, "")
    for stand in Stand:
        for key, position in said:
            if position.position is stand and position.reason.strip():
                yield SameStand(stand, (key,), position.reason)


def is_kept(piece: Piece) -> bool:
    """Whether a piece holds words that stayed."""
    return piece.kind is PieceKind.KEPT and any(char.isalnum() for char in piece.text)


def _seat(
    termset: TermSet, term: str, partner: str, position: Position | None, *, held: bool
) -> Seat:
    was_asked = position is None and term in termset.partners[partner].positions
    if position is not None and held:
        position = replace(position, reason="")
    return Seat(partner, position, was_asked)


def _objections(termset: TermSet, term: str) -> tuple[Objection, ...]:
    agreement = termset.agreement(term)
    return tuple(
        Objection(one.partner, one.on, one.text, disposition_of(agreement, one.partner, one.on))
        for one in fresh_objections(termset, term)
    )


def _stood(termset: TermSet, term: str) -> tuple[Stood, ...]:
    """Where partners stood in rounds that are over; without objections that are listed."""
    agreement = termset.agreement(term)
    now = agreement.draft.fingerprint
    earlier = {
        key: found
        for key, partner in termset.partners.items()
        if (found := partner.earlier_positions(term, now))
    }
    if not earlier:
        # hundreds of partners are not put in order for nothing
        return ()
    listed = {(one.partner, one.on, fingerprint(one.text)) for one in agreement.objections}
    return tuple(
        Stood(key, one)
        for key in seats(termset, term)
        for one in earlier.get(key, ())
        if one.position is not Stand.OBJECTION
        or (key, one.on, fingerprint(one.reason)) not in listed
    )
