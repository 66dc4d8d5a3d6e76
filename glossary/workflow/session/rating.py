"""Answers on a scale of 1 to 5: knowing what the others mean, and how heated it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from glossary.domain import Agreement, Partner, Ratings, RefusedError, TermSet
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.ports import Store


class Scale(StrEnum):
    """What is asked; the value is the field of `Ratings`."""

    KNOW_BEFORE = "know_before"
    KNOW_AFTER = "know_after"
    TEMPERATURE = "temperature"


def rate(
    store: Store, set_id: str, term_id: str, partner_id: str, scale: Scale, value: int | None
) -> Partner:
    """Keep a partner's answer, 1 to 5; None takes it back.

    Nothing is written when nothing changes. Raises NotFoundError for an unknown set, term or
    partner and RefusedError for another number.
    """
    _require(value)
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)

    def change(now: Partner) -> Partner:
        given = replace(now.ratings.get(term.id, Ratings()), **{scale.value: value})
        others = {key: one for key, one in now.ratings.items() if key != term.id}
        if given == Ratings():
            return replace(now, ratings=others)
        return replace(now, ratings=dict(now.ratings) | {term.id: given})

    if change(partner) == partner:
        return partner
    return store.update_partner(set_id, partner.id, change)


def asks_before(termset: TermSet, term: str) -> bool:
    """Whether partners are asked how well they know the others: there are, and none was seen."""
    return termset.agreement(term).revealed is None and len(termset.partners) > 1


@dataclass(frozen=True, slots=True)
class Knowing:
    """How well partners say they know what the others mean, on average, 1 to 5.

    Of those that answered before and after, so that both are about the same people; where
    nobody did, of those that answered one of the two. `partners` is how many that are.
    """

    before: float | None = None
    after: float | None = None
    partners: int = 0


def knowing(termset: TermSet, term: str) -> Knowing:
    """What partners said about it so far."""
    given = [
        (rated.know_before, rated.know_after)
        for partner in termset.partners.values()
        if (rated := partner.ratings.get(term))
    ]
    both = [(one, other) for one, other in given if one is not None and other is not None]
    if both:
        before, after = zip(*both, strict=True)
        return Knowing(_mean(before), _mean(after), len(both))
    after_only = [other for _one, other in given if other is not None]
    if after_only:
        return Knowing(None, _mean(after_only), len(after_only))
    before_only = [one for one, _other in given if one is not None]
    return Knowing(_mean(before_only) if before_only else None, None, len(before_only))


def feel(store: Store, set_id: str, term_id: str, value: int | None) -> Agreement:
    """Keep how heated the conversation feels to the facilitator, 1 cool to 5 hot.

    Raises NotFoundError for an unknown set or term and RefusedError for another number.
    """
    _require(value)
    term = term_of(store.load(set_id).termset, term_id)
    return store.update_agreement(set_id, term.id, lambda now: replace(now, temperature=value))


def _require(value: int | None) -> None:
    if value is not None and not 1 <= value <= 5:
        raise RefusedError(_("Answer with a number from 1 to 5."))


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
