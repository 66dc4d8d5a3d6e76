"""What others change while the group talks: what counts then, and what the group is told."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from glossary.domain import (
    Answer,
    Definition,
    Draft,
    OutcomeKind,
    Partner,
    Phase,
    Stand,
    Status,
    TermSet,
    fresh_positions,
    status_of,
)
from glossary.domain.restating import turns
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.outcomes import record_outcome
from glossary.workflow.positions import take_position
from glossary.workflow.session import moving, restating
from glossary.workflow.session.agenda import plan
from glossary.workflow.session.noticing import noticed
from glossary.workflow.session.progress import open_ends
from glossary.workflow.showing import told_apart
from tests.formats.exporting import exported
from tests.memory_store import MemoryStore
from tests.workflow.session.moves import SET, START, new_set

_TERM, _DAY = "regie", START.date()
_CHANGED = "partner-0"
_JOINS = "“Nieuw” takes part from now on."
_SAID = "3 of 4 partners have said what they mean by “regie”."
Change = Callable[[TermSet], TermSet]


def _in(phase: Phase) -> TermSet:
    """Three partners that said, understood and agreed on all that comes before a phase."""
    store = MemoryStore(new_set(3))
    for key in store.load(SET).termset.partners:
        define(store, SET, _TERM, key, {"meaning": f"Wie beslist: {key}."}, _DAY)
    moving.go(store, SET, _TERM, Phase.COLLECT, START)
    for step in [*Phase][1 : [*Phase].index(phase) + 1]:
        moving.go(store, SET, _TERM, step, START)
        if step is Phase.RESTATE:
            _restate(store)
        elif step is Phase.DRAFT:
            write_draft(store, SET, _TERM, Draft("Samen beslissen."))
        elif step is Phase.CONSENT:
            for key in store.load(SET).termset.partners:
                take_position(store, SET, _TERM, key, Stand.CONSENT, "", _DAY)
        elif step is Phase.CLOSED:
            record_outcome(store, SET, _TERM, OutcomeKind.SHARED, today=_DAY)
    return store.load(SET).termset


def _restate(store: MemoryStore) -> None:
    for turn in turns(store.load(SET).termset, _TERM):
        text = f"Jullie beslissen: {turn.of}."
        restating.restate(store, SET, _TERM, turn.by, turn.of, text, _DAY)
        restating.answer(store, SET, _TERM, turn.by, turn.of, Answer.YES)


def _joined(termset: TermSet) -> TermSet:
    return replace(termset, partners={**termset.partners, "nieuw": Partner("nieuw", "Nieuw")})


def _left(termset: TermSet) -> TermSet:
    partners = {key: one for key, one in termset.partners.items() if key != _CHANGED}
    return replace(termset, partners=partners)


def _unread(termset: TermSet) -> TermSet:
    return replace(_left(termset), unread=(_CHANGED,))


def _edited(termset: TermSet) -> TermSet:
    now = {_TERM: Definition("Wie betaalt, beslist.")}
    changed = replace(termset.partners[_CHANGED], definitions=now)
    return replace(termset, partners={**termset.partners, _CHANGED: changed})


def _renamed(termset: TermSet) -> TermSet:
    terms = {**termset.terms, _TERM: replace(termset.terms[_TERM], label="sturing")}
    return replace(termset, vocabulary=replace(termset.vocabulary, terms=terms))


def _told(before: TermSet, after: TermSet) -> str:
    partners = {**before.partners, **after.partners}
    return noticed(before, after, _TERM, {key: one.name for key, one in partners.items()})


@pytest.mark.parametrize(
    ("phase", "change", "status", "counted"),
    [
        (Phase.COLLECT, _joined, Status.COLLECTING, 0),
        (Phase.COMPARE, _joined, Status.COLLECTING, 0),
        (Phase.RESTATE, _joined, Status.COLLECTING, 0),
        (Phase.CONSENT, _joined, Status.DRAFTED, 3),
        (Phase.CLOSED, _joined, Status.AGREED, 3),
        (Phase.COLLECT, _left, Status.COMPARABLE, 0),
        (Phase.COMPARE, _left, Status.COMPARABLE, 0),
        (Phase.RESTATE, _left, Status.COMPARABLE, 0),
        (Phase.CONSENT, _left, Status.CONSENTED, 2),
        (Phase.CLOSED, _left, Status.STALE, 2),
        (Phase.COLLECT, _unread, Status.COLLECTING, 0),
        (Phase.CONSENT, _unread, Status.DRAFTED, 2),
        (Phase.CLOSED, _unread, Status.AGREED, 2),
        (Phase.RESTATE, _edited, Status.COMPARABLE, 0),
        (Phase.CONSENT, _edited, Status.CONSENTED, 3),
        (Phase.CLOSED, _edited, Status.STALE, 3),
        (Phase.CLOSED, _renamed, Status.AGREED, 3),
    ],
)
def test_the_status_follows_who_takes_part_and_what_they_mean(
    phase: Phase, change: Change, status: Status, counted: int
) -> None:
    after = change(_in(phase))
    assert status_of(after, _TERM, _DAY) is status
    assert len(fresh_positions(after, _TERM)) == counted


@pytest.mark.parametrize(
    ("phase", "change", "told"),
    [
        (
            Phase.COMPARE,
            _joined,
            "“Nieuw” takes part from now on. 3 of 4 partners have said what they mean by “regie”.",
        ),
        (
            Phase.CLOSED,
            _joined,
            f"{_JOINS} {_SAID} The outcome was recorded without “Nieuw”.",
        ),
        (
            Phase.CONSENT,
            _left,
            "“Partner-0” takes no part now: its file is gone.",
        ),
        (
            Phase.CONSENT,
            _unread,
            (
                "The file of “Partner-0” cannot be read now: its words are missing here until it "
                "is repaired."
            ),
        ),
        (Phase.COLLECT, _edited, ""),
        (Phase.COMPARE, _edited, "“Partner-0” changed what it means by “regie”."),
        (
            Phase.CONSENT,
            _edited,
            "“Partner-0” changed what it means by “regie”. Say it back once more.",
        ),
        (Phase.DRAFT, _renamed, "“regie” is now called “sturing”."),
        (Phase.DRAFT, lambda same: same, ""),
    ],
)
def test_the_group_is_told_what_others_changed(phase: Phase, change: Change, told: str) -> None:
    before = _in(phase)
    assert _told(before, change(before)) == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_left, "Look again: partner-0 takes no part now."),
        (_edited, "Look again: Partner-0 changed its meaning."),
        (
            lambda now: _edited(_joined(now)),
            "Look again: Partner-0 changed its meaning.",
        ),
    ],
)
def test_the_minutes_say_why_an_outcome_is_to_be_looked_at_again(change: Change, told: str) -> None:
    after = change(_in(Phase.CLOSED))
    assert f"**{told}**" in exported("markdown", after, _DAY)


def test_minutes_name_who_joined_after_the_outcome_as_without_a_position() -> None:
    minutes = exported("markdown", _joined(_in(Phase.CLOSED)), _DAY)
    assert "- Without a position: Nieuw" in minutes
    assert "Look again" not in minutes


def test_an_outcome_that_was_overtaken_is_an_open_end() -> None:
    store = MemoryStore(_edited(_in(Phase.CLOSED)))
    session = plan(store, SET, [_TERM], 30, _DAY)
    assert open_ends(store.load(SET).termset, session).overtaken == ("regie",)


def test_partners_with_one_name_are_told_apart_and_others_stay() -> None:
    termset = new_set(3)
    twin = replace(termset.partners["partner-1"], name="partner-0", short="Noordwal")
    partners = {
        **termset.partners,
        "partner-0": replace(termset.partners["partner-0"], short="noordwal"),
        "partner-1": twin,
    }
    apart = told_apart(replace(termset, partners=partners)).partners
    assert [one.name for one in apart.values()] == ["Partner-0 1", "partner-0 2", "Partner-2"]
    assert [one.short for one in apart.values()] == ["noordwa1", "Noordwa2", ""]


def test_a_review_date_that_passed_is_said_with_what_else_changed() -> None:
    termset = _edited(_in(Phase.CLOSED))
    agreement = termset.agreement(_TERM)
    assert agreement.outcome is not None
    over = replace(agreement.outcome, review=_DAY)
    agreements = {_TERM: replace(agreement, outcome=over)}
    minutes = exported(
        "markdown", replace(termset, agreements=agreements), _DAY + dt.timedelta(days=1)
    )
    assert "**Look again: the review date has passed; Partner-0 changed its meaning.**" in minutes
