"""The glossary to take home, in Markdown: what words mean from now on, without how that came."""

import datetime as dt
from collections.abc import Iterator

from glossary.domain import OutcomeKind, Term, TermSet, status_of
from glossary.domain.phases import objections_of
from glossary.formats.markdown_course import decided_cases, objection
from glossary.formats.markdown_outcomes import (
    ending,
    examples,
    kept_meanings,
    positions,
    review,
    warning,
    with_outcome,
)
from glossary.formats.markdown_text import heading, inline, quote
from glossary.locale import gettext as _
from glossary.workflow.status_words import status_word

_KINDS = (OutcomeKind.DIFFER, OutcomeKind.RENAMED, OutcomeKind.PARKED)


def glossary_parts(termset: TermSet, today: dt.date) -> Iterator[str]:
    """The parts of the document below its head."""
    yield "## " + _("Agreed")
    agreed = with_outcome(termset, OutcomeKind.SHARED)
    if not agreed:
        yield _("No wording has been agreed yet.")
    for term in agreed:
        yield from _agreed(termset, term, today)
    others = with_outcome(termset, *_KINDS)
    if others:
        yield "## " + _("Other outcomes")
    for term in others:
        yield from _other(termset, term, today)
    waiting = [one for one in termset.terms.values() if not termset.agreement(one.id).outcome]
    if waiting:
        yield "## " + _("Still open")
        yield "\n".join(
            f"- **{inline(one.label)}**: {status_word(status_of(termset, one.id, today))}"
            for one in waiting
        )


def _agreed(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    agreement = termset.agreement(term.id)
    draft = agreement.draft
    yield f"### {heading(term.label)}"
    yield from warning(termset, term, today)
    if draft.wording.strip():
        yield quote(draft.wording)
    lines = [*examples(draft)]
    lines += [*decided_cases(termset, term), *positions(termset, term)]
    earlier = (one for one in objections_of(agreement) if one.on != draft.fingerprint)
    lines += [objection(termset, one, is_earlier=True) for one in earlier]
    lines += review(agreement.outcome)
    if lines:
        yield "\n".join(lines)


def _other(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    outcome = termset.agreement(term.id).outcome
    yield f"### {heading(term.label)}"
    yield from warning(termset, term, today)
    if outcome is not None:
        yield ending(outcome)
    yield from (item.removeprefix("- ") for item in review(outcome))
    yield from kept_meanings(termset, term)
