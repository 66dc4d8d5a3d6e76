"""Follow every field of a term back through the commits, each to where it became what it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from glossary.domain import TEXT_FIELDS, Agreement, Outcome, Partner, Position, normalise
from glossary.workflow.ports import Revision

Value = str | Position | Outcome | None
"""A text, a position or an outcome; None where there was none."""

POSITION, OUTCOME = "position", "outcome"
DRAFT_FIELDS = ("draft.wording", "draft.example", "draft.counterexample")
TEXTS = (*TEXT_FIELDS, *DRAFT_FIELDS)
FIELDS = (*TEXTS, POSITION, OUTCOME)


class Held(NamedTuple):
    """A value, and what of it counts: the same words laid out differently have not moved."""

    counts: object
    value: Value


class Place(NamedTuple):
    """One field in one file of a set."""

    path: str
    field: str


class Move(NamedTuple):
    """What a field became, and what it was in the first of the parents."""

    place: Place
    before: Value
    after: Value


Fields = Mapping[str, Held]
State = Mapping[str, Fields]
"""Path inside the set to the fields of the term in that file."""

_NOTHING = Held(None, None)


def fields_of(member: Partner | Agreement, term: str) -> dict[str, Held]:
    """The fields of a term in a partner's file, or in its agreement, that hold something."""
    return _of_partner(member, term) if isinstance(member, Partner) else _of_agreement(member)


def moves(revisions: Sequence[Revision], states: Mapping[str, State]) -> dict[str, list[Move]]:
    """The moves that led to the newest revision, by hash.

    `revisions` are newest first; `states` has one for each of them. Where branches met, a field
    comes from the first branch that has it as it then was: what another branch did with it led
    nowhere, and a change that both made is told once. A move at the meeting itself is one that
    no branch had made.
    """
    wanted: defaultdict[str, set[Place]] = defaultdict(set)
    if revisions:
        wanted[revisions[0].commit.id] = {
            Place(path, field)
            for state in states.values()
            for path, fields in state.items()
            for field in fields
        }
    found: dict[str, list[Move]] = {}
    for revision in revisions:
        state = states[revision.commit.id]
        before = [(parent, states.get(parent, {})) for parent in revision.parents]
        made: list[Move] = []
        for place in wanted.pop(revision.commit.id, ()):
            now = held(state, place)
            same = next(
                (parent for parent, old in before if held(old, place).counts == now.counts), None
            )
            if same is not None:
                wanted[same].add(place)
                continue
            if not revision.cut:
                made += _moved(place, before[0][1] if before else {}, state)
            for parent, _old in before:
                wanted[parent].add(place)
        if made:
            found[revision.commit.id] = _in_order(made)
    return found


def moves_between(old: State, new: State) -> list[Move]:
    """What moved from one state to another."""
    places = {Place(path, field) for state in (old, new) for path in state for field in state[path]}
    return _in_order([move for place in places for move in _moved(place, old, new)])


def _moved(place: Place, old: State, new: State) -> list[Move]:
    """The move of one field, if it moved."""
    before, after = held(old, place), held(new, place)
    return [] if before.counts == after.counts else [Move(place, before.value, after.value)]


def held(state: State, place: Place) -> Held:
    """What a field held."""
    fields = state.get(place.path)
    return fields.get(place.field, _NOTHING) if fields else _NOTHING


def _in_order(found: list[Move]) -> list[Move]:
    """As conversations go: meanings by partner, the draft, positions by partner, the outcome."""

    def place(move: Move) -> tuple[int, str, int]:
        field = FIELDS.index(move.place.field)
        return max(0, field - len(TEXT_FIELDS) + 1), move.place.path, field

    return sorted(found, key=place)


def _of_partner(partner: Partner, term: str) -> dict[str, Held]:
    definition, position = partner.definitions.get(term), partner.positions.get(term)
    found = {} if definition is None else {
        field: _text(getattr(definition, field)) for field in TEXT_FIELDS
    }  # fmt: skip
    if position is not None:
        # The day alone does not count: a stand on the same wording is the same stand.
        counts = (position.on, position.position, normalise(position.reason))
        found[POSITION] = Held(counts, position)
    return {field: one for field, one in found.items() if one.counts}


def _of_agreement(agreement: Agreement) -> dict[str, Held]:
    draft, outcome = agreement.draft, agreement.outcome
    texts = (draft.wording, draft.example, draft.counterexample)
    found = {field: _text(text) for field, text in zip(DRAFT_FIELDS, texts, strict=True)}
    found[OUTCOME] = Held(outcome, outcome)
    return {field: one for field, one in found.items() if one.counts}


def _text(text: str) -> Held:
    return Held(normalise(text), text)
