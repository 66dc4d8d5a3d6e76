"""A set as Markdown to send around: what was agreed first, then what is open, then who means what.

Valid CommonMark whatever people typed, in the order of the files and without a date of its own,
so that two exports differ only where the set does.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from glossary.domain import (
    TEXT_FIELDS,
    Case,
    CaseAnswer,
    OutcomeKind,
    Partner,
    Phase,
    Status,
    Term,
    TermSet,
    status_of,
)
from glossary.domain.visibility import is_blind
from glossary.formats.contract import Exporter, Request
from glossary.formats.markdown_contents import with_contents
from glossary.formats.markdown_course import (
    decided_cases,
    difference,
    named_differences,
    rounds,
    said_back,
    skipped,
)
from glossary.formats.markdown_glossary import glossary_parts
from glossary.formats.markdown_outcomes import agreed_term, other_outcome, positions, with_outcome
from glossary.formats.markdown_table import table_parts
from glossary.formats.markdown_text import block, heading, inline, nested
from glossary.formats.parts import Part
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.workflow.days import day
from glossary.workflow.defining import FACILITATOR
from glossary.workflow.keeping import Memory
from glossary.workflow.leaving_out import counted_partners, missing
from glossary.workflow.overview import TermRow, ranked
from glossary.workflow.status_words import status_word
from glossary.workflow.words import answer_word, field_word, short_names_of

_MANY = 20


class Markdown(Exporter):
    """Writes a set for people."""

    name = "markdown"
    suffix = ".md"
    description = mark("what was agreed, what everybody means and what is open, for people")
    styles: Mapping[str, str] = {
        "report": mark("the minutes: outcomes, what stays open, and what each partner means"),
        "glossary": mark("to take home: wordings, who stands where and other outcomes"),
        "table": mark("one table: the status and wording of each word, and what partners mean"),
    }
    leaves_out = (
        Part.VARIANTS,
        Part.TRANSLATION,
        Part.QUESTIONS,
        Part.LENSES,
        Part.SHORT_NAMES,
        Part.RATINGS,
        Part.SESSION,
    )

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set as one Markdown document."""
        parts = [*_head(termset), *_left_out(request), *_body(termset, request)]
        return ("\n\n".join(with_contents(parts)) + "\n").encode()


def _body(termset: TermSet, request: Request) -> Iterator[str]:
    today = request.today
    if request.style == "glossary":
        yield from glossary_parts(termset, today)
    elif request.style == "table":
        yield from table_parts(termset, today)
    else:
        yield from _agreed(termset, today)
        yield from _others(termset, today)
        yield from _open(termset, today, request.memory)
        yield from _meanings(termset)


def _head(termset: TermSet) -> Iterator[str]:
    yield f"# {heading(termset.title)}"
    if termset.vocabulary.about.strip():
        yield block(termset.vocabulary.about)
    words = ngettext("{n} word", "{n} words", len(termset.terms)).format(n=len(termset.terms))
    yield f"{words} · {_partners(termset)}"


def _partners(termset: TermSet) -> str:
    """Who takes part; only how many where that would be a page of names."""
    told = counted_partners(termset)
    known = (partner.name for partner in termset.partners.values())
    names = ", ".join(inline(name) for name in (*known, *termset.unread))
    return f"{told}: {names}" if 0 < termset.size <= _MANY else told


def _left_out(request: Request) -> Iterator[str]:
    if request.left_out:
        yield "**" + _("This document is incomplete: files could not be read. Left out:") + "**"
        yield "\n".join(f"- {inline(missing(one))}" for one in request.left_out)


def _agreed(termset: TermSet, today: dt.date) -> Iterator[str]:
    yield "## " + _("Agreed")
    terms = with_outcome(termset, OutcomeKind.SHARED)
    if not terms:
        yield _("No wording has been agreed yet.")
    for term in terms:
        yield from agreed_term(termset, term, today)


def _others(termset: TermSet, today: dt.date) -> Iterator[str]:
    terms = with_outcome(termset, OutcomeKind.DIFFER, OutcomeKind.RENAMED, OutcomeKind.PARKED)
    if terms:
        yield "## " + _("Other outcomes")
    for term in terms:
        yield from other_outcome(termset, term, today)


def _meanings(termset: TermSet) -> Iterator[str]:
    terms = [term for term in termset.terms.values() if termset.meanings(term.id)]
    if terms:
        yield "## " + _("What each partner means")
    for term in terms:
        yield f"### {heading(term.label)}"
        if term.why.strip():
            yield f"{_('Why it is loaded')}: {block(term.why)}"
        if is_blind(termset, term.id):
            yield _("Answered: {k} of {n} partners. Nothing is shown before the reveal.").format(
                k=len(termset.meanings(term.id)), n=termset.size
            )
            continue
        heard = said_back(termset, term)
        yield "\n".join(
            "\n".join([_meaning(term, partner), *heard.get(partner.id, ())])
            for partner in termset.partners.values()
            if partner.meaning_of(term.id).strip()
        )
        yield from _changed(termset, term)
        yield from skipped(termset, term)
        yield from named_differences(termset, term)
        yield from _cases(termset, term)


def _meaning(term: Term, partner: Partner) -> str:
    definition = partner.definitions[term.id]
    lines = [f"- **{inline(partner.name)}**: {block(definition.meaning, '  ')}"]
    for field in TEXT_FIELDS[1:]:
        text: str = getattr(definition, field)
        if text.strip():
            lines.append(f"  - {field_word(field)}: {block(text, '    ')}")
    if definition.lenses:
        labels = {lens.id: lens.label for lens in term.lenses}
        lenses = ", ".join(inline(labels.get(lens, lens)) for lens in definition.lenses)
        lines.append("  - " + _("Lenses: {lenses}").format(lenses=lenses))
    typist = definition.entered_by
    if typist.strip():
        name = _("the facilitator") if typist == FACILITATOR else inline(typist)
        lines.append("  - " + _("Written down by {name}").format(name=name))
    return "\n".join(lines)


def _changed(termset: TermSet, term: Term) -> Iterator[str]:
    """When a meaning was last changed, and whose unless it was everybody's."""
    dates = {
        partner.name: partner.definitions[term.id].updated
        for partner in termset.partners.values()
        if partner.meaning_of(term.id).strip()
    }
    latest = max(filter(None, dates.values()), default=None)
    if latest:
        told = _("Last changed: {date}").format(date=day(latest))
        names = [inline(name) for name, date in dates.items() if date == latest]
        yield told if len(names) == len(dates) else f"{told} ({', '.join(names)})"


def _cases(termset: TermSet, term: Term) -> Iterator[str]:
    lines = []
    for case in term.cases:
        told = "; ".join(_answers(termset, term, case))
        if told:
            lines.append(f"- {block(case.text, '  ')} – {told}")
    if lines:
        yield _("Is this covered by the word?") + "\n\n" + "\n".join(lines)


def _answers(termset: TermSet, term: Term, case: Case) -> Iterator[str]:
    """Who gave which answer to a boundary case, answer by answer."""
    partners = termset.partners.values()
    for answer in CaseAnswer:
        names = [
            inline(partner.name)
            for partner in partners
            if partner.cases.get(term.id, {}).get(case.id) is answer
        ]
        if len(names) > 1 and len(names) == termset.size:
            names = [_("everybody")]
        if names:
            yield f"{answer_word(answer)}: {', '.join(names)}"


def _open(termset: TermSet, today: dt.date, memory: Memory | None) -> Iterator[str]:
    open_terms = [
        term for term in termset.terms.values() if termset.agreement(term.id).outcome is None
    ]
    if not open_terms:
        return
    rows = {row.id: row for row in ranked(termset, today, memory=memory)}
    yield "## " + _("Still open")
    told, rest = _told_and_rest(termset, open_terms)
    lines = [_open_term(termset, term, rows[term.id], today) for term in told]
    agenda = _agenda(termset)
    if agenda and not any(term.id in agenda for term in told):
        yield _("Of the agenda nothing stays open.")
    if rest:
        terms = ", ".join(inline(term.label) for term in rest)
        lines.append("- " + _("Not discussed: {terms}").format(terms=terms))
    yield "\n".join(lines)


def _agenda(termset: TermSet) -> tuple[str, ...]:
    return termset.session.terms if termset.session is not None else ()


def _told_and_rest(termset: TermSet, terms: list[Term]) -> tuple[list[Term], list[Term]]:
    """What there is something to tell about, the agenda first, and all the rest.

    Who planned a session knows that the rest was not on it: that partners wrote something down
    about it is no news then.
    """
    agenda = _agenda(termset)
    place = {term: at for at, term in enumerate(agenda)}
    begun = _is_taken_up if agenda else _is_begun
    told = [term for term in terms if term.id in place or begun(termset, term)]
    told.sort(key=lambda term: place.get(term.id, len(agenda)))
    names = {term.id for term in told}
    return told, [term for term in terms if term.id not in names]


def _is_taken_up(termset: TermSet, term: Term) -> bool:
    """Whether the group itself spoke about a term."""
    agreement = termset.agreement(term.id)
    spoken = (agreement.differences, agreement.rounds, agreement.draft.wording.strip())
    return any(spoken) or agreement.revealed is not None or agreement.phase is not Phase.COLLECT


def _is_begun(termset: TermSet, term: Term) -> bool:
    """Whether there is anything to tell of a term."""
    return bool(termset.meanings(term.id) or termset.agreement(term.id).draft.wording.strip())


def _open_term(termset: TermSet, term: Term, row: TermRow, today: dt.date) -> str:
    status = status_of(termset, term.id, today)
    told = status_word(status)
    if status is Status.COLLECTING:
        told = _("{status}, {k} of {n} partners").format(status=told, k=row.defined, n=row.partners)
    lines = [f"- **{inline(term.label)}**: {told}{_strongest(termset, term, row)}"]
    draft = termset.agreement(term.id).draft
    if draft.wording.strip():
        lines.append("  - " + _("Draft: {wording}").format(wording=block(draft.wording, "    ")))
        lines += map(nested, decided_cases(termset, term))
        lines += map(nested, positions(termset, term))
    lines += map(nested, rounds(termset, term))
    return "\n".join(lines)


def _strongest(termset: TermSet, term: Term, row: TermRow) -> str:
    """What people named, with the names of partners in full, or else what was computed."""
    if is_blind(termset, term.id):
        return ""
    differences = termset.agreement(term.id).differences
    if differences:
        return " · " + difference(termset, differences[0])
    if row.signals:
        return " · " + inline(row.signals[0].sentence(short_names_of(termset)))
    return ""
