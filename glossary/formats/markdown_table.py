"""One table of all words, in Markdown: where each is, its wording and what partners mean."""

import datetime as dt
from collections.abc import Iterator

from glossary.domain import Disposition, OutcomeKind, Term, TermSet, status_of
from glossary.domain.visibility import is_blind
from glossary.formats.markdown_text import BREAK, cell, inline
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.status_words import status_word

# How wide columns are where a viewer makes a table as wide as the page.
_WIDTHS = (3, 3, 6, 10)


def table_parts(termset: TermSet, today: dt.date) -> Iterator[str]:
    """The table; no row has a line of its own to break, so breaks are written as HTML."""
    if not termset.terms:
        yield _("There are no words yet.")
        return
    heads = (_("Word"), _("Status"), _("Wording"), _("What each partner means"))
    rows = [_row(heads), _row(tuple("-" * width for width in _WIDTHS))]
    rows += [_row(_cells(termset, term, today)) for term in termset.terms.values()]
    yield "\n".join(rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(termset: TermSet, term: Term, today: dt.date) -> tuple[str, ...]:
    status = [status_word(status_of(termset, term.id, today)), *_sustained(termset, term)]
    label = f"**{inline(term.label)}**"
    return label, BREAK.join(status), _wording(termset, term), _meanings(termset, term)


def _wording(termset: TermSet, term: Term) -> str:
    """The draft, which looks agreed only where it is."""
    agreement = termset.agreement(term.id)
    wording = cell(agreement.draft.wording)
    if not wording or (agreement.outcome and agreement.outcome.kind is OutcomeKind.SHARED):
        return wording
    told = _("Tried: {wording}") if agreement.outcome else _("Draft: {wording}")
    return told.format(wording=wording)


def _sustained(termset: TermSet, term: Term) -> Iterator[str]:
    """A wording is never told without the objections to it that stand."""
    agreement = termset.agreement(term.id)
    count = sum(
        one.disposition is Disposition.SUSTAINED and one.on == agreement.draft.fingerprint
        for one in agreement.objections
    )
    if count:
        told = ngettext("{n} objection stands", "{n} objections stand", count).format(n=count)
        yield f"**{told}**"


def _meanings(termset: TermSet, term: Term) -> str:
    meanings = termset.meanings(term.id)
    if is_blind(termset, term.id) and meanings:
        return _("Answered: {k} of {n} partners. Nothing is shown before the reveal.").format(
            k=len(meanings), n=len(termset.partners)
        )
    return BREAK.join(
        f"**{inline(termset.partners[key].name)}**: {cell(text)}" for key, text in meanings.items()
    )
