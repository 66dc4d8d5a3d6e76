"""What was typed before and could not be saved: what of it still waits for a decision."""

from collections.abc import Mapping
from typing import NamedTuple

from glossary.domain import TEXT_FIELDS, TermSet, visible
from glossary.workflow.ports import Journal, Unsaved

DEFINITION, DRAFT, POSITION = FORMS = ("definition", "draft", "position")
DRAFT_FIELDS = ("wording", "example", "counterexample")


class Place(NamedTuple):
    """The form in which a text was typed; `partner` is empty for a draft."""

    form: str
    term: str
    partner: str = ""

    @classmethod
    def of(cls, text: Unsaved) -> "Place":
        """Where an unsaved text belongs."""
        return cls(text.form, text.term, text.partner)


def texts_at(termset: TermSet, place: Place) -> Mapping[str, str] | None:
    """What the files of a set hold in the fields of a form; None when there is no such place."""
    if place.form == DRAFT:
        draft = termset.agreement(place.term).draft
        return {field: getattr(draft, field) for field in DRAFT_FIELDS}
    partner = termset.partners.get(place.partner)
    if partner is None:
        return None
    if place.form == POSITION:
        position = partner.positions.get(place.term)
        stand = position.position.value if position is not None else ""
        return {"stand": stand, "reason": position.reason if position is not None else ""}
    if place.form != DEFINITION:
        return None
    definition = partner.definitions.get(place.term)
    return {field: getattr(definition, field, "") for field in TEXT_FIELDS}


def can_open(termset: TermSet, place: Place) -> bool:
    """Whether the set has the term and the partner of a form."""
    return place.term in termset.terms and texts_at(termset, place) is not None


def waiting(journal: Journal, termset: TermSet) -> tuple[Unsaved, ...]:
    """The unsaved texts of a set that people have not decided on, oldest first.

    What the files hold by now, and what was kept twice, is forgotten on the way.
    """
    left: dict[tuple[Place, frozenset[tuple[str, str]]], Unsaved] = {}
    for text in journal.waiting(termset.id):
        key = (Place.of(text), frozenset(text.typed.items()))
        now = texts_at(termset, key[0])
        if now is not None and not text.typed.keys() <= now.keys():
            continue  # of a program that knows more fields
        if key in left or (now is not None and not unlike(text, now)):
            journal.drop(termset.id, text.id)
        else:
            left[key] = text
    return tuple(left.values())


def unlike(text: Unsaved, now: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of which the file says something else `now`."""
    return tuple(
        field
        for field, typed in text.typed.items()
        if typed.strip() != visible(now.get(field, "")).strip()
    )


def is_untouched(text: Unsaved, now: Mapping[str, str]) -> bool:
    """Whether putting it back overwrites nothing that was written since it was typed."""
    return all(
        not now.get(field, "").strip()
        or visible(now[field]).strip() == text.known.get(field, "").strip()
        for field in unlike(text, now)
    )
