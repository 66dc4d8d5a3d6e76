"""How far a session is, and what changed today, as lines."""

import datetime as dt
from collections.abc import Iterator

from glossary.cli.plain_text import fact, facts, share
from glossary.domain import Phase, Status, TermSet, one_line
from glossary.domain.sessions import Session
from glossary.locale import gettext as _
from glossary.workflow.session.progress import TermProgress, progress
from glossary.workflow.session.telling import told_day, told_ends
from glossary.workflow.status_words import explained, status_word
from glossary.workflow.words import phase_word, short_names_of


def session_lines(termset: TermSet, now: dt.datetime, today: dt.date) -> Iterator[str]:
    """The agenda with how far each term is, what stays open, and what changed today.

    `termset` is the set as it is: of what partners wrote only is told that they did.
    """
    yield fact(_("Session"), one_line(termset.title))
    session = termset.session
    if session is None or not session.terms:
        yield _("No session is planned for this set.")
    else:
        yield from _progress(termset, session, now)
    yield ""
    yield _("What changed today")
    told = told_day(termset, today, short_names_of(termset), with_stands=True)
    yield from told or [_("Nothing changed today.")]


def _progress(termset: TermSet, session: Session, now: dt.datetime) -> Iterator[str]:
    rows = progress(termset, session, now)
    spent = _minutes(sum(row.seconds for row in rows))
    planned = _minutes(60 * session.minutes * len(rows))
    yield from facts(((_("Date"), session.date or ""),))
    yield fact(_("Time"), _("{spent} of {all}").format(spent=spent, all=planned))
    told: set[Status] = set()
    for row in rows:
        is_first = row.status not in told
        told.add(row.status)
        yield from ("", *_term(row, is_current=row.id == session.current, is_first=is_first))
    yield from ("", *told_ends(termset, session, short_names_of(termset)))


def _term(row: TermProgress, *, is_current: bool, is_first: bool) -> Iterator[str]:
    """How far one term is; its status is explained where it is the first with it."""
    label = one_line(row.label)
    if row.gone:
        yield _("{term} is no longer in this set").format(term=label)
        return
    yield _("{term}, on the table").format(term=label) if is_current else label
    is_open = is_current and row.outcome is None and row.phase is not Phase.CLOSED
    status = explained(row.status) if is_first else status_word(row.status)
    yield fact(_("Where it is"), phase_word(row.phase) if is_open else status)
    yield fact(_("Said what it means"), share(row.said, row.partners))
    if row.said:
        yield fact(_("Understood"), share(row.understood, row.said))
    yield fact(_("Draft"), _("yes") if row.has_draft else _("no"))
    if row.has_draft:
        yield fact(_("Positions"), share(row.answered, row.partners))
    if row.seconds:
        yield fact(_("Time"), _minutes(row.seconds))


def _minutes(seconds: int) -> str:
    return _("{n} min").format(n=seconds // 60)
