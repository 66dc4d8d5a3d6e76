"""The clock of a session while its term comes from one phase into another."""

import datetime as dt
from dataclasses import replace

from glossary.domain import Phase, TermSet
from glossary.domain.sessions import Session, paused, running
from glossary.workflow.ports import Store


def start_anew(
    store: Store, termset: TermSet, term_id: str, phase: Phase, now: dt.datetime
) -> None:
    """Count the time so far for the phase in which `termset` has a term; it comes into `phase`.

    Nothing happens where another term is on the table, or the phase is the same one.
    """
    before, session = termset.agreement(term_id).phase, termset.session
    if session is not None and session.current == term_id and before is not phase:
        store.update_session(termset.id, lambda one: _anew(one, before, now))


def _anew(session: Session, phase: Phase, now: dt.datetime) -> Session:
    is_running = session.since is not None
    stopped = replace(paused(session, phase, now), extra=0)
    return running(stopped, now) if is_running else stopped
