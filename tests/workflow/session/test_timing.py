"""What the minutes of a session count for, also where a term is closed without moving there."""

import datetime as dt
import json
from pathlib import Path

from glossary.domain import OutcomeKind, Phase
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.outcomes import record_outcome, reopen
from glossary.workflow.session import agenda, moving
from glossary.workflow.session.progress import progress
from tests.formats.exporting import exported
from tests.workflow.session.moves import SET, START, new_set

_DAY = START.date()


def _after(minutes: int) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes)


def test_an_outcome_leaves_the_minutes_to_the_phases_that_took_them(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(new_set(2))
    define(store, SET, "regie", "partner-0", {"meaning": "Wie beslist."}, _DAY)
    agenda.take_up(store, SET, "regie", START)
    moving.go(store, SET, "regie", Phase.COMPARE, _after(3))
    record_outcome(store, SET, "regie", OutcomeKind.PARKED, today=_DAY, now=_after(10))
    reopen(store, SET, "regie", now=_after(11))
    agenda.pause(store, SET, _after(13))

    termset = store.load(SET).termset
    spent = json.loads(exported("json", termset, _DAY))["session"]["spent"]
    assert spent == {"regie": {"collect": 180, "compare": 540, "closed": 60}}
    assert termset.session is not None
    assert [row.seconds for row in progress(termset, termset.session, _after(20))] == [780]


def test_an_outcome_of_another_term_leaves_the_clock_alone(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(new_set(2))
    agenda.take_up(store, SET, "regie", START)
    record_outcome(store, SET, "kwaliteit", OutcomeKind.PARKED, today=_DAY, now=_after(4))
    session = store.load(SET).termset.session
    assert session is not None
    assert (session.spent, session.since) == ({}, START)
