"""What the group talks about today: which terms, in which order, and how long."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from glossary.domain import RefusedError, Status, TermSet
from glossary.domain.sessions import Session, paused, running
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.overview import TermRow
from glossary.workflow.ports import Store

_SETTLED = frozenset({Status.AGREED, Status.DIFFERS, Status.RENAMED, Status.PARKED})
LONGEST = 24 * 60


def suggested(rows: Sequence[TermRow], most: int = 3) -> tuple[str, ...]:
    """Ids of the terms that deserve the group's time first; `rows` are ranked by attention.

    Of what nobody spoke about yet there is less to say.
    """
    open_ones = [row for row in rows if row.status not in _SETTLED]
    return tuple([row.id for row in sorted(open_ones, key=lambda row: not row.defined)][:most])


def waiting_term(termset: TermSet, session: Session) -> str:
    """Label of the first term of today that has no outcome yet; empty where all have one."""
    terms = (termset.terms[term] for term in session.terms if term in termset.terms)
    return next((term.label for term in terms if not termset.agreement(term.id).outcome), "")


def plan(store: Store, set_id: str, terms: Sequence[str], minutes: int, today: dt.date) -> Session:
    """Save the agenda: these terms in this order, each with so many minutes.

    What was spent on a term today stays; of another day's agenda nothing does. Raises
    NotFoundError for an unknown set or term and RefusedError for no term, or no usable time.
    """
    termset = store.load(set_id).termset
    ids = tuple(dict.fromkeys(term_of(termset, term).id for term in terms))
    if not ids:
        raise RefusedError(_("Choose at least one term for today."))
    if not 1 <= minutes <= LONGEST:
        raise RefusedError(_("Give each term between 1 and {most} minutes.").format(most=LONGEST))

    def change(now: Session) -> Session:
        today_s = now if now.date == today else Session(date=today)
        current = today_s.current if today_s.current in ids else ""
        since = today_s.since if current else None
        return replace(today_s, terms=ids, minutes=minutes, current=current, since=since)

    return store.update_session(set_id, change)


def take_up(store: Store, set_id: str, term_id: str, now: dt.datetime) -> Session:
    """Lay a term on the table; the clock of the one before stops, and that of this one runs.

    Raises NotFoundError for an unknown set or term.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id).id

    def change(session: Session) -> Session:
        if session.current == term:
            return running(session, now)
        left_off = _paused(termset, session, now)
        dated = replace(left_off, date=left_off.date or now.date(), current=term, extra=0)
        listed = dated.terms if term in dated.terms else (*dated.terms, term)
        return running(replace(dated, terms=listed), now)

    return store.update_session(set_id, change)


def come_back(store: Store, set_id: str, now: dt.datetime) -> Session:
    """Go on with the term that was on the table when the program was left: the clock runs.

    A clock that nobody stopped, since the program was killed, counts on the same day only.
    """

    def change(session: Session) -> Session:
        since = session.since
        if since is not None and since.astimezone(now.tzinfo).date() != now.date():
            session = replace(session, since=None)
        return running(session, now)

    return store.update_session(set_id, change)


def pause(store: Store, set_id: str, now: dt.datetime) -> Session:
    """Stop the clock: a break, or the program is left."""
    termset = store.load(set_id).termset
    return store.update_session(set_id, lambda session: _paused(termset, session, now))


def resume(store: Store, set_id: str, now: dt.datetime) -> Session:
    """Let the clock run again, where a term is on the table."""
    return store.update_session(set_id, lambda session: running(session, now))


def extend(store: Store, set_id: str, minutes: int) -> Session:
    """Give the present phase so many minutes more, or fewer."""
    return store.update_session(
        set_id,
        lambda now: replace(now, extra=max(-LONGEST, min(LONGEST, now.extra + minutes))),
    )


def hide_names(store: Store, set_id: str, *, anonymous: bool) -> Session:
    """Show letters in the place of partners' names while terms are compared, or names."""
    return store.update_session(set_id, lambda now: replace(now, anonymous=anonymous))


def _paused(termset: TermSet, session: Session, now: dt.datetime) -> Session:
    return paused(session, termset.agreement(session.current).phase, now)
