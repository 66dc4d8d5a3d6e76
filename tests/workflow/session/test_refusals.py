"""What a group cannot do, and what it is told then."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.domain import (
    Answer,
    DifferenceKind,
    Disposition,
    Draft,
    NotFoundError,
    Phase,
    RefusedError,
    Stand,
)
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.ports import Store
from glossary.workflow.positions import take_position
from glossary.workflow.session import agenda, moving, restating
from glossary.workflow.session.confirming import confirm_lenses
from glossary.workflow.session.differing import name_difference
from glossary.workflow.session.disposing import dispose
from glossary.workflow.session.rating import Scale, rate
from tests.workflow.session.moves import SET, START, new_set

_DAY = START.date()
_A, _B = "partner-0", "partner-1"


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    made = FolderStore(tmp_path)
    made.create(new_set(2))
    return made


def _say(store: Store, *partners: str) -> None:
    for partner in partners:
        define(store, SET, "regie", partner, {"meaning": f"Wie beslist: {partner}."}, _DAY)


def _go(store: Store, phase: Phase) -> None:
    moving.go(store, SET, "regie", phase, START)


def test_nothing_is_revealed_when_nobody_said_anything(store: FolderStore) -> None:
    _go(store, Phase.COLLECT)
    with pytest.raises(RefusedError, match="nothing to reveal"):
        _go(store, Phase.COMPARE)
    assert store.load(SET).termset.agreement("regie").revealed is None


def test_consent_is_asked_on_a_wording(store: FolderStore) -> None:
    _say(store, _A)
    _go(store, Phase.COMPARE)
    with pytest.raises(RefusedError, match="no draft yet"):
        _go(store, Phase.CONSENT)


def test_before_the_reveal_nobody_restates_or_names_a_difference(store: FolderStore) -> None:
    _say(store, _A, _B)
    _go(store, Phase.COLLECT)
    with pytest.raises(RefusedError, match="not revealed yet"):
        restating.restate(store, SET, "regie", _A, _B, "Jullie beslissen.", _DAY)
    with pytest.raises(RefusedError, match="not revealed yet"):
        name_difference(store, SET, "regie", (_A, _B), DifferenceKind.ACTOR, "Wie.")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda s: restating.restate(s, SET, "regie", _A, _A, "Ik.", _DAY), "restate itself"),
        (lambda s: restating.restate(s, SET, "regie", _A, _B, "Jij.", _DAY), "not said yet"),
        (lambda s: restating.restate(s, SET, "regie", _B, _A, "  ", _DAY), "is empty"),
        (lambda s: restating.answer(s, SET, "regie", _B, _A, Answer.YES), "has not said yet"),
        (lambda s: name_difference(s, SET, "regie", (_A, _A), DifferenceKind.ACTOR, "x"), "two"),
        (lambda s: dispose(s, SET, "regie", _A, Disposition.SUSTAINED), "no objection"),
        (lambda s: rate(s, SET, "regie", _A, Scale.TEMPERATURE, 6), "1 to 5"),
        (lambda s: agenda.plan(s, SET, [], 30, _DAY), "at least one term"),
        (lambda s: agenda.plan(s, SET, ["regie"], 0, _DAY), "minutes"),
        (lambda s: confirm_lenses(s, SET, "regie", _B, []), "not said yet"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    store: FolderStore, act: Callable[[Store], object], told: str
) -> None:
    _say(store, _A)
    before = store.load(SET).termset
    with pytest.raises(RefusedError, match=told):
        act(store)
    assert store.load(SET).termset == before


def test_a_lens_that_the_term_does_not_have_is_not_confirmed(store: FolderStore) -> None:
    _say(store, _A)
    with pytest.raises(NotFoundError, match="no lens"):
        confirm_lenses(store, SET, "regie", _A, ["aandacht"])


def test_an_objection_and_what_became_of_it_outlive_another_wording(store: FolderStore) -> None:
    _say(store, _A, _B)
    write_draft(store, SET, "regie", Draft("Samen, altijd."))
    _go(store, Phase.CONSENT)
    take_position(store, SET, "regie", _A, Stand.OBJECTION, "Altijd kan niet.", _DAY)
    dispose(store, SET, "regie", _A, Disposition.INTEGRATED)
    write_draft(store, SET, "regie", Draft("Samen, zo mogelijk."))
    _go(store, Phase.CONSENT)
    take_position(store, SET, "regie", _A, Stand.CONSENT, "", _DAY)
    agreement = store.load(SET).termset.agreement("regie")
    assert [(one.text, one.disposition) for one in agreement.objections] == [
        ("Altijd kan niet.", Disposition.INTEGRATED)
    ]
    assert [one.wording for one in agreement.rounds] == ["Samen, altijd.", "Samen, zo mogelijk."]


def test_who_typed_for_a_partner_is_told_until_it_writes_itself(store: FolderStore) -> None:
    texts = {"meaning": "Wie beslist."}
    define(store, SET, "regie", _A, texts, _DAY, entered_by="begeleider")
    told = (store.folder / SET / "partners" / f"{_A}.toml").read_text()
    assert 'entered_by = "begeleider"' in told
    define(store, SET, "regie", _A, {"meaning": "Wie het doet."}, _DAY)
    assert store.load(SET).termset.partners[_A].definitions["regie"].entered_by == ""


def test_the_agenda_is_taken_up_where_it_was_left(store: FolderStore) -> None:
    agenda.plan(store, SET, ["regie", "kwaliteit"], 20, _DAY)
    agenda.take_up(store, SET, "regie", START)
    _say(store, _A)
    _go(store, Phase.COLLECT)
    moving.go(store, SET, "regie", Phase.COMPARE, START + dt.timedelta(seconds=60))
    agenda.pause(store, SET, START + dt.timedelta(seconds=90))
    session = FolderStore(store.folder).load(SET).termset.session
    assert session is not None
    assert (session.current, session.terms) == ("regie", ("regie", "kwaliteit"))
    assert session.spent == {"regie": {"collect": 60, "compare": 30}}
    assert session.since is None


def test_another_day_is_another_agenda(store: FolderStore) -> None:
    agenda.plan(store, SET, ["regie"], 20, _DAY)
    agenda.take_up(store, SET, "regie", START)
    later = agenda.plan(store, SET, ["kwaliteit"], 15, _DAY + dt.timedelta(days=1))
    assert (later.terms, later.current, later.spent) == (("kwaliteit",), "", {})
