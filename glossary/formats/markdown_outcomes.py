"""Outcomes in Markdown: the wording, who stands where, and whether it still holds."""

import datetime as dt
from collections.abc import Iterator

from glossary.domain import Draft, Outcome, OutcomeKind, Term, TermSet
from glossary.domain.visibility import is_blind
from glossary.formats.markdown_course import (
    decided_cases,
    learned,
    named_differences,
    objection,
    partner_name,
    rounds,
    stands,
)
from glossary.formats.markdown_text import block, heading, inline, nested, quote
from glossary.locale import gettext as _
from glossary.workflow.days import day
from glossary.workflow.overtaken import overtaken
from glossary.workflow.session.standing import standing
from glossary.workflow.words import field_word


def agreed_term(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    """The parts (paragraphs, quotation, list) of a term with one shared wording."""
    agreement = termset.agreement(term.id)
    yield f"### {heading(term.label)}"
    yield from warning(termset, term, today)
    if agreement.draft.wording.strip():
        yield quote(agreement.draft.wording)
    lines = [*examples(agreement.draft)]
    lines += [*decided_cases(termset, term), *positions(termset, term)]
    lines += [*_dates(agreement.outcome), *rounds(termset, term), *learned(termset, term)]
    if lines:
        yield "\n".join(lines)


def with_outcome(termset: TermSet, *kinds: OutcomeKind) -> list[Term]:
    """The terms that ended in one of these ways, in the order of the file."""
    outcomes = ((term, termset.agreement(term.id).outcome) for term in termset.terms.values())
    return [term for term, outcome in outcomes if outcome and outcome.kind in kinds]


def examples(draft: Draft) -> Iterator[str]:
    """The example and the counter-example of a wording, an item of a list each."""
    for field, text in (("example", draft.example), ("counterexample", draft.counterexample)):
        if text.strip():
            yield f"- {field_word(field)}: {block(text, '  ')}"


def other_outcome(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    """The parts of a term that each keeps for itself, that has a new name or that waits."""
    outcome = termset.agreement(term.id).outcome
    yield f"### {heading(term.label)}"
    yield from warning(termset, term, today)
    if outcome is not None:
        yield ending(outcome)
    lines = []
    draft = termset.agreement(term.id).draft
    if draft.wording.strip():
        lines.append("- " + _("Tried: {wording}").format(wording=block(draft.wording, "  ")))
        lines += map(nested, positions(termset, term))
    lines += [*_dates(outcome), *rounds(termset, term), *learned(termset, term)]
    if lines:
        yield "\n".join(lines)
    yield from kept_meanings(termset, term)


def positions(termset: TermSet, term: Term) -> Iterator[str]:
    """One list item per kind of stand or per reason.

    Of a round that goes on only how many have answered.
    """
    now = standing(termset, term.id)
    if now.holds_reasons:
        yield "- " + _("The round is going on. Answered: {k} of {n} partners.").format(
            k=now.answered, n=termset.size
        )
        return
    yield from stands(termset, now.stood)
    if now.answered and now.absent:
        names = ", ".join(partner_name(termset, key) for key in now.absent)
        yield "- " + _("Without a position: {partners}").format(partners=names)
    for one in now.objections:
        yield objection(termset, one)


def warning(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    """A paragraph on what happened since the outcome, if anything did."""
    names = {key: inline(partner.name) for key, partner in termset.partners.items()}
    told = overtaken(termset, term.id, today, names)
    if told:
        yield f"**{told}**"


def _dates(outcome: Outcome | None) -> Iterator[str]:
    if outcome and outcome.date:
        yield "- " + _("Recorded: {date}").format(date=day(outcome.date))
    yield from review(outcome)


def review(outcome: Outcome | None) -> Iterator[str]:
    """A list item with the day on which to look again, if there is one."""
    if outcome and outcome.review:
        yield "- " + _("Review: {date}").format(date=day(outcome.review))


def ending(outcome: Outcome) -> str:
    """How it ended, in a sentence."""
    if outcome.kind is OutcomeKind.RENAMED:
        return _("From now on called **{name}**.").format(name=inline(outcome.name))
    if outcome.kind is OutcomeKind.DIFFER:
        return _("Each partner keeps its own meaning, under its own name.")
    return _("Parked until later.")


def kept_meanings(termset: TermSet, term: Term) -> Iterator[str]:
    """Where each partner keeps its own: what that is, and which differences were named.

    It begins with a paragraph, for two lists below each other are one.
    """
    outcome, meanings = termset.agreement(term.id).outcome, termset.meanings(term.id)
    is_kept = outcome is not None and outcome.kind is OutcomeKind.DIFFER
    if not is_kept or not meanings or is_blind(termset, term.id):
        return
    yield _("What each partner means:")
    yield "\n".join(
        f"- **{inline(termset.partners[key].name)}**: {block(text, '  ')}"
        for key, text in meanings.items()
    )
    yield from named_differences(termset, term)
