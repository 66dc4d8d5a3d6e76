"""What was typed before and could not be saved: what of it still waits for a decision."""

from collections.abc import Mapping
from typing import NamedTuple

from glossary.domain import TEXT_FIELDS, Outcome, OutcomeKind, TermSet, visible
from glossary.domain.restating import Turn, attempts
from glossary.workflow.keeping import Journal, Unsaved

DEFINITION, DRAFT, POSITION = FORMS = ("definition", "draft", "position")
# What stands on a screen until it is recorded: in no file before that.
OUTCOME, DIFFERENCE = "outcome", "difference"
# Forms of one partner about what another said: that one's id follows behind a space.
RESTATEMENT, CORRECTION = ABOUT = ("restatement", "correction")
DRAFT_FIELDS = ("wording", "example", "counterexample")


class Place(NamedTuple):
    """The form in which a text was typed; `partner` is empty where it is nobody's own."""

    form: str
    term: str
    partner: str = ""

    @classmethod
    def of(cls, text: Unsaved) -> "Place":
        """Where an unsaved text belongs."""
        return cls(text.form, text.term, text.partner)

    @property
    def about(self) -> tuple[str, str]:
        """Kind of form and the other partner that it is about; both empty for other forms."""
        kind, _space, other = self.form.partition(" ")
        return (kind, other) if kind in ABOUT else ("", "")


def texts_at(termset: TermSet, place: Place) -> Mapping[str, str] | None:
    """What the files of a set hold in the fields of a form; None when there is no such place."""
    if place.form == DRAFT:
        draft = termset.agreement(place.term).draft
        return {field: getattr(draft, field) for field in DRAFT_FIELDS}
    if place.form == OUTCOME:
        return _recorded(termset.agreement(place.term).outcome)
    if place.form == DIFFERENCE:
        return {"between": "", "kind": "", "note": ""}
    partner = termset.partners.get(place.partner)
    if partner is None:
        return None
    if place.form == POSITION:
        position = partner.positions.get(place.term)
        stand = position.position.value if position is not None else ""
        return {"stand": stand, "reason": position.reason if position is not None else ""}
    if any(place.about):
        return _about(termset, place)
    if place.form != DEFINITION:
        return None
    definition = partner.definitions.get(place.term)
    return {field: getattr(definition, field, "") for field in TEXT_FIELDS}


def _recorded(outcome: Outcome | None) -> Mapping[str, str]:
    if outcome is None:
        return {"kind": "", "name": "", "review": ""}
    review = outcome.review.isoformat() if outcome.review else ""
    return {"kind": outcome.kind.value, "name": outcome.name, "review": review}


def _about(termset: TermSet, place: Place) -> Mapping[str, str] | None:
    kind, other = place.about
    if other not in termset.partners:
        return None
    is_said = kind == RESTATEMENT
    turn = Turn(place.partner, other) if is_said else Turn(other, place.partner)
    tried = attempts(termset, place.term, turn)
    verdict = tried[-1].verdict if tried else None
    if not is_said:
        return {"correction": verdict.correction if verdict is not None else ""}
    waits = bool(tried) and verdict is None
    return {"text": tried[-1].restatement.text if waits else ""}


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


def is_same_record(termset: TermSet, text: Unsaved) -> bool:
    """Whether an outcome was chosen beside the one, or none, that is recorded now."""
    return any(kind == text.typed.get("kind") for kind in OutcomeKind) and (
        texts_at(termset, Place.of(text)) == text.known
    )
