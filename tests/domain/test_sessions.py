"""The clock of a session: what it counted, whatever it was stopped for."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import Phase
from glossary.domain.sessions import Session, left, paused, planned, running, spent, spent_on

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def _after(seconds: int) -> dt.datetime:
    return NOON + dt.timedelta(seconds=seconds)


def test_the_phases_of_a_term_take_its_minutes_together() -> None:
    assert sum(planned(phase, 30) for phase in Phase) == 30 * 60
    assert planned(Phase.RESTATE, 30) == 9 * 60


def test_a_clock_counts_while_it_runs_and_not_while_it_stands() -> None:
    session = running(Session(terms=("regie",), current="regie", minutes=10), NOON)
    assert left(session, Phase.COMPARE, _after(30)) == 90
    session = paused(session, Phase.COMPARE, _after(30))
    assert left(session, Phase.COMPARE, _after(3_000)) == 90
    session = running(session, _after(3_000))
    assert left(session, Phase.COMPARE, _after(3_200)) == -110


def test_each_phase_and_each_term_has_its_own_time() -> None:
    session = running(Session(terms=("regie", "ruimte"), current="regie"), NOON)
    session = running(paused(session, Phase.COMPARE, _after(60)), _after(60))
    session = paused(session, Phase.RESTATE, _after(100))
    assert spent(session, "regie", Phase.COMPARE, _after(100)) == 60
    assert spent(session, "regie", Phase.RESTATE, _after(100)) == 40
    assert spent_on(session, "regie", _after(100)) == 100
    assert spent_on(session, "ruimte", _after(100)) == 0


def test_before_a_term_is_on_the_table_no_clock_runs() -> None:
    assert running(Session(terms=("regie",)), NOON).since is None


def test_a_clock_of_the_computer_that_is_set_back_counts_nothing() -> None:
    session = running(Session(current="regie"), NOON)
    assert spent(session, "regie", Phase.DRAFT, _after(-3_600)) == 0


@given(st.lists(st.tuples(st.integers(0, 600), st.booleans()), max_size=12))
def test_what_was_counted_is_the_time_that_the_clock_ran(steps: list[tuple[int, bool]]) -> None:
    session, now, counted = Session(current="regie"), NOON, 0
    for seconds, runs in steps:
        session = running(session, now) if runs else paused(session, Phase.DRAFT, now)
        now += dt.timedelta(seconds=seconds)
        counted += seconds if runs else 0
    assert spent_on(session, "regie", now) == counted
