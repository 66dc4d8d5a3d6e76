"""Outcomes in Markdown: the wording, who stands where, and whether it still holds."""

import datetime as dt
from collections.abc import Iterator

from glossary.domain import (
    Outcome,
    OutcomeKind,
    Stand,
    Term,
    TermSet,
    fresh_positions,
)
from glossary.domain.phases import objections_of
from glossary.domain.visibility import holds_reasons
from glossary.formats.markdown_course import (
    decided_cases,
    learned,
    objection,
    partner_name,
    rounds,
    stands,
)
from glossary.formats.markdown_text import block, heading, inline, nested, quote
from glossary.locale import gettext as _
from glossary.workflow.days import day
from glossary.workflow.overtaken import overtaken
from glossary.workflow.session.consenting import Stood
from glossary.workflow.words import field_word


def agreed_term(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    """The parts (paragraphs, quotation, list) of a term with one shared wording."""
    agreement = termset.agreement(term.id)
    yield f"### {heading(term.label)}"
    yield from _warning(termset, term, today)
    if agreement.draft.wording.strip():
        yield quote(agreement.draft.wording)
    lines = [
        f"- {field_word(field)}: {block(text, '  ')}"
        for field in ("example", "counterexample")
        if (text := getattr(agreement.draft, field)).strip()
    ]
    lines += [*decided_cases(termset, term), *positions(termset, term)]
    lines += [*_dates(agreement.outcome), *rounds(termset, term), *learned(termset, term)]
    if lines:
        yield "\n".join(lines)


def other_outcome(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    """The parts of a term that each keeps for itself, that has a new name or that waits."""
    outcome = termset.agreement(term.id).outcome
    yield f"### {heading(term.label)}"
    yield from _warning(termset, term, today)
    if outcome is not None:
        yield _sentence(outcome)
    lines = []
    draft = termset.agreement(term.id).draft
    if draft.wording.strip():
        lines.append("- " + _("Tried: {wording}").format(wording=block(draft.wording, "  ")))
        lines += map(nested, positions(termset, term))
    lines += [*_dates(outcome), *rounds(termset, term), *learned(termset, term)]
    if lines:
        yield "\n".join(lines)


def positions(termset: TermSet, term: Term) -> Iterator[str]:
    """One list item per kind of stand or per reason.

    Of a round that goes on only how many have answered.
    """
    if holds_reasons(termset, term.id):
        yield "- " + _("The round is going on. Answered: {k} of {n} partners.").format(
            k=len(fresh_positions(termset, term.id)), n=len(termset.partners)
        )
        return
    fresh = fresh_positions(termset, term.id)
    agreement = termset.agreement(term.id)
    listed = [one for one in objections_of(agreement) if one.on == agreement.draft.fingerprint]
    repeated = {one.partner for one in listed}
    yield from stands(
        termset,
        (
            Stood(key, one)
            for key, one in fresh.items()
            if not (one.position is Stand.OBJECTION and key in repeated)
        ),
    )
    absent = [partner_name(termset, key) for key in termset.partners if key not in fresh]
    if fresh and absent:
        yield "- " + _("Without a position: {partners}").format(partners=", ".join(absent))
    for one in listed:
        yield objection(termset, one)


def _warning(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    names = {key: inline(partner.name) for key, partner in termset.partners.items()}
    told = overtaken(termset, term.id, today, names)
    if told:
        yield f"**{told}**"


def _dates(outcome: Outcome | None) -> Iterator[str]:
    if outcome and outcome.date:
        yield "- " + _("Recorded: {date}").format(date=day(outcome.date))
    if outcome and outcome.review:
        yield "- " + _("Review: {date}").format(date=day(outcome.review))


def _sentence(outcome: Outcome) -> str:
    if outcome.kind is OutcomeKind.RENAMED:
        return _("From now on called **{name}**.").format(name=inline(outcome.name))
    if outcome.kind is OutcomeKind.DIFFER:
        return _("Each partner keeps its own meaning: see “What each partner means”.")
    return _("Parked until later.")
