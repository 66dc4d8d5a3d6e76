"""The agenda of a session: which terms, in which order, how long, and where the group is."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from glossary.domain.agreements import Phase

DEFAULT_MINUTES: Final = 30

# What part of a term's time goes to each phase. Understanding takes longest.
_SHARES: Mapping[Phase, float] = {
    Phase.COLLECT: 0.2,
    Phase.COMPARE: 0.2,
    Phase.RESTATE: 0.3,
    Phase.DRAFT: 0.15,
    Phase.CONSENT: 0.1,
    Phase.CLOSED: 0.05,
}


@dataclass(frozen=True, slots=True)
class Session:
    """session.toml: what the facilitator planned, and where the group is now.

    `terms` are today's, in their order; `current` is the one on the table, "" before the start.
    `minutes` is the time for one term. `spent` holds the seconds that each phase of a term took,
    up to `since`: from that moment on the clock runs, and None says that it stands still.
    `extra` are minutes that were added to the present phase, and `anonymous` shows letters
    in the place of names while a term is compared.
    """

    date: dt.date | None = None
    terms: tuple[str, ...] = ()
    minutes: int = DEFAULT_MINUTES
    current: str = ""
    spent: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    since: dt.datetime | None = None
    extra: int = 0
    anonymous: bool = False


def planned(phase: Phase, minutes: int) -> int:
    """Seconds for a phase of a term that has so many minutes."""
    return round(minutes * 60 * _SHARES[phase])


def spent(session: Session, term: str, phase: Phase, now: dt.datetime) -> int:
    """Seconds that a phase took so far; `phase` is the one that the term is in."""
    before = session.spent.get(term, {}).get(phase, 0)
    return before + (_running(session, now) if term == session.current else 0)


def spent_on(session: Session, term: str, now: dt.datetime) -> int:
    """Seconds that a term took so far."""
    before = sum(session.spent.get(term, {}).values())
    return before + (_running(session, now) if term == session.current else 0)


def left(session: Session, phase: Phase, now: dt.datetime) -> int:
    """Seconds left for the present phase of the present term; negative when it is over."""
    planned_now = planned(phase, session.minutes) + 60 * session.extra
    return planned_now - spent(session, session.current, phase, now)


def paused(session: Session, phase: Phase, now: dt.datetime) -> Session:
    """The clock stands still; what it ran counts for `phase`, in which the present term is."""
    if session.since is None:
        return session
    took = spent(session, session.current, phase, now)
    of_term = {**session.spent.get(session.current, {}), phase.value: took}
    return replace(session, spent={**session.spent, session.current: of_term}, since=None)


def running(session: Session, now: dt.datetime) -> Session:
    """The clock runs from now on, if it stood still and a term is on the table."""
    if session.since is not None or not session.current:
        return session
    return replace(session, since=now)


def _running(session: Session, now: dt.datetime) -> int:
    """Seconds since the clock was started; none on a computer whose clock was set back."""
    return 0 if session.since is None else max(0, int((now - session.since).total_seconds()))
