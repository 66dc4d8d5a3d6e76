"""From one phase to another: pure transitions of an agreement.

Going back takes nothing away: what was revealed stays revealed, and a draft, rounds and an
outcome stay until they are changed themselves.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from glossary.domain.agreements import (
    Agreement,
    Difference,
    Disposition,
    Objection,
    Phase,
    Round,
    Skip,
)

_T = TypeVar("_T")


def moved(
    agreement: Agreement,
    phase: Phase,
    now: dt.datetime,
    order: Sequence[str] = (),
    letters: Sequence[str] = (),
) -> Agreement:
    """The agreement in another phase; collecting is blind until what comes after it reveals.

    What was revealed stays so.

    `order` is that of the partners at the reveal, and `letters` that of their letters, to which
    partners that joined since are added. To ask for consent opens a round on the
    wording as it is now, unless that is open already; without a wording there is none.
    """
    if agreement.revealed is None:
        if phase is not Phase.COLLECT:
            agreement = replace(agreement, revealed=now, order=tuple(order))
        elif agreement.opened is None:
            agreement = replace(agreement, opened=now)
    if agreement.revealed is not None and phase is not agreement.phase:
        agreement = replace(agreement, letters=tuple(letters) or agreement.letters)
    if phase is Phase.CONSENT:
        agreement = _asked(agreement, now.date())
    return replace(agreement, phase=phase)


def closed_round(agreement: Agreement, today: dt.date) -> Agreement:
    """The round on the present wording ends, although somebody has not answered.

    Positions may have been taken without a round that was opened: then it is noted here.
    """
    agreement = _asked(agreement, today)
    current = agreement.draft.fingerprint
    rounds = tuple(
        replace(one, closed=True) if one.on == current else one for one in agreement.rounds
    )
    return replace(agreement, rounds=rounds)


def asked_before(agreement: Agreement) -> str | None:
    """The last wording that partners were asked about and that is not the present one."""
    current = agreement.draft.fingerprint
    return next((one.wording for one in reversed(agreement.rounds) if one.on != current), None)


def with_difference(agreement: Agreement, difference: Difference) -> Agreement:
    """One more named difference; one between the same partners, of the same kind, is replaced."""
    differences = _put(agreement.differences, difference, _what_differs)
    return replace(agreement, differences=differences)


def without_difference(agreement: Agreement, difference: Difference) -> Agreement:
    """The difference taken back."""
    kept = tuple(one for one in agreement.differences if one != difference)
    return replace(agreement, differences=kept)


def with_skip(agreement: Agreement, skip: Skip) -> Agreement:
    """A turn of restating left out; the same one is noted once, with its last day."""
    skips = _put(agreement.skips, skip, lambda one: (one.by, one.of, one.of_fingerprint))
    return replace(agreement, skips=skips)


def disposed(agreement: Agreement, objection: Objection) -> Agreement:
    """What the group did with an objection, in the place of what it did with it before."""
    objections = _put(agreement.objections, objection, lambda one: (one.partner, one.on))
    return replace(agreement, objections=objections)


def with_objections(agreement: Agreement, made: Sequence[Objection]) -> Agreement:
    """The objections that were made, where nothing is known of them yet: none is lost."""
    known = {(one.partner, one.on) for one in agreement.objections}
    new = tuple(one for one in made if (one.partner, one.on) not in known)
    return replace(agreement, objections=(*agreement.objections, *new)) if new else agreement


def is_promised(agreement: Agreement, objection: Objection) -> bool:
    """Whether an objection is said to be integrated in a wording that is still the same."""
    is_same = objection.on == agreement.draft.fingerprint
    return is_same and objection.disposition is Disposition.INTEGRATED


def objections_of(agreement: Agreement) -> tuple[Objection, ...]:
    """The objections with what became of them: one that is only promised counts as open."""
    return tuple(
        replace(one, disposition=Disposition.OPEN) if is_promised(agreement, one) else one
        for one in agreement.objections
    )


def disposition_of(agreement: Agreement, partner: str, on: str) -> Disposition:
    """What became of a partner's objection to a wording; open while nothing did."""
    found = (
        one.disposition
        for one in objections_of(agreement)
        if (one.partner, one.on) == (partner, on)
    )
    return next(found, Disposition.OPEN)


def _asked(agreement: Agreement, today: dt.date) -> Agreement:
    draft = agreement.draft
    if draft.fingerprint is None or any(
        one.on == draft.fingerprint for one in agreement.rounds[-1:]
    ):
        return agreement
    # A wording that comes back is asked about again: then its round is the last one.
    others = tuple(one for one in agreement.rounds if one.on != draft.fingerprint)
    return replace(agreement, rounds=(*others, Round(draft.wording, today)))


def _what_differs(difference: Difference) -> Hashable:
    return frozenset(difference.between), difference.kind


def _put(items: tuple[_T, ...], new: _T, key: Callable[[_T], Hashable]) -> tuple[_T, ...]:
    """The items with a new one in the place of that with the same key, or else at the end."""
    at = next((n for n, one in enumerate(items) if key(one) == key(new)), len(items))
    return (*items[:at], new, *items[at + 1 :])
