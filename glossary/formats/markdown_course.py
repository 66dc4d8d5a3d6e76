"""How a conversation went, in Markdown: rounds, what was said back, and what people learned."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.domain import Difference, Disposition, Objection, Term, TermSet
from glossary.domain.restating import confirmed, left_out
from glossary.domain.worddiff import Piece
from glossary.formats.markdown_text import block, inline, nested
from glossary.locale import gettext as _
from glossary.workflow.announcing import known
from glossary.workflow.days import day
from glossary.workflow.session.changes import MOST_CHANGES, told_changes
from glossary.workflow.session.consenting import (
    PastRound,
    Stood,
    by_stand,
    consent_round,
    is_kept,
    past_rounds,
)
from glossary.workflow.session.rating import knowing
from glossary.workflow.session.settling import CaseChoice, case_choices
from glossary.workflow.words import (
    answer_word,
    disposition_word,
    kind_word,
    stand_sentence,
    stand_word,
)


def partner_name(termset: TermSet, key: str) -> str:
    """A partner's name, or its id where it left."""
    partner = termset.partners.get(key)
    return inline(partner.name if partner else key)


def named_differences(termset: TermSet, term: Term) -> Iterator[str]:
    """A paragraph and a list of what people named; nothing where they named nothing."""
    differences = termset.agreement(term.id).differences
    if differences:
        lines = [f"- {difference(termset, one)}" for one in differences]
        yield _("Differences that were named:") + "\n\n" + "\n".join(lines)


def difference(termset: TermSet, named: Difference) -> str:
    """Between whom, of which kind, and the sentence."""
    names = " ↔ ".join(partner_name(termset, key) for key in named.between)
    note = f": {block(named.note, '  ')}" if named.note.strip() else ""
    return f"{names} ({kind_word(named.kind)}){note}"


def rounds(termset: TermSet, term: Term) -> Iterator[str]:
    """A list item per round of consent, when there was more than one; what was said below it."""
    past = past_rounds(termset, term.id)
    for one in past:
        if one.number:
            told = _changes(one.changed) or block(one.wording, "  ")
            yield _round(one.number, one.date, told)
            yield from map(nested, stands(termset, one.stood))
            yield from (nested(objection(termset, made)) for made in one.objections)
    agreement = termset.agreement(term.id)
    for asked in agreement.rounds:
        if asked.on == agreement.draft.fingerprint:
            now = consent_round(termset, term.id)
            if now.changed:
                told = _changes(now.changed) or _("the wording as it is now")
                yield _round(now.number, asked.date, told)
    for one in past:
        if not one.number:
            yield from _loose(termset, one)


def stands(termset: TermSet, stood: Iterable[Stood]) -> Iterator[str]:
    """A list item per kind of stand without a reason, and one per reason."""
    for one in by_stand(stood):
        who = ", ".join(partner_name(termset, key) for key in one.partners)
        if one.reason:
            told = stand_sentence(one.stand).format(partner=who, reason=block(one.reason, "  "))
            yield f"- {told}"
        else:
            yield f"- {stand_word(one.stand)}: {who}"


def _loose(termset: TermSet, past: PastRound) -> Iterator[str]:
    """What is known of no round: list items for objections, and one with all else."""
    yield from (objection(termset, made, is_earlier=True) for made in past.objections)
    if past.stood:
        yield "- " + _("Earlier positions:")
        yield from map(nested, stands(termset, past.stood))


def objection(termset: TermSet, one: Objection, *, is_earlier: bool = False) -> str:
    """A list item: who objected, what became of it, and the words."""
    said = _("Objection of {partner} ({fate})")
    if is_earlier:
        said = _("Objection of {partner} to an earlier wording ({fate})")
    partner = partner_name(termset, one.partner)
    told = said.format(partner=partner, fate=disposition_word(one.disposition))
    if one.disposition is Disposition.SUSTAINED:
        told = f"**{told}**"
    text = f": {block(one.text, '  ')}" if one.text.strip() else ""
    return f"- {told}{text}"


def decided_cases(termset: TermSet, term: Term) -> Iterator[str]:
    """One list item with the boundary cases that the wording decides, and who sees them else."""
    decided = [one for one in case_choices(termset, term.id) if one.decided is not None]
    if decided:
        told = (f"- {block(one.case.text, '  ')} – {_verdict(termset, one)}" for one in decided)
        yield "\n".join(["- " + _("Is this covered by the wording?"), *map(nested, told)])


def learned(termset: TermSet, term: Term) -> Iterator[str]:
    """A list item on how well partners say they know what the others mean, once that was asked."""
    if knowing(termset, term.id).after is not None:
        yield "- " + _(
            "“I know what the others mean”, average on a scale from 1 to 5: {averages}"
        ).format(averages=known(termset, term.id))


def said_back(termset: TermSet, term: Term) -> Mapping[str, Sequence[str]]:
    """By partner, below its meaning: who said it back in own words until it was confirmed."""
    sentence = _("Restated by {partner}, and confirmed: {text}")
    return {
        owner: [
            nested(
                "- "
                + sentence.format(partner=partner_name(termset, by), text=block(one.text, "  "))
            )
            for by, one in heard
        ]
        for owner, heard in confirmed(termset, term.id).items()
    }


def skipped(termset: TermSet, term: Term) -> Iterator[str]:
    """A paragraph on the turns that the group left out, of meanings as they are now."""
    skips = left_out(termset, term.id)
    if skips:
        told = "; ".join(
            _("{by} about {of}").format(
                by=partner_name(termset, one.by), of=partner_name(termset, one.of)
            )
            for one in skips
        )
        yield _("Not restated, by choice: {turns}.").format(turns=told)


def _round(number: int, date: dt.date | None, told: str) -> str:
    head = _("Round {number}").format(number=number)
    return f"- {head}, {day(date)}: {told}" if date else f"- {head}: {told}"


def _changes(pieces: Sequence[Piece]) -> str:
    """What became what, where that is a few words; else empty."""
    found = [*told_changes(pieces, inline)]
    is_few = 0 < len(found) <= MOST_CHANGES
    return "; ".join(found) if is_few and any(map(is_kept, pieces)) else ""


def _verdict(termset: TermSet, one: CaseChoice) -> str:
    told = answer_word(one.decided) if one.decided else ""
    apart = ", ".join(
        _("{partner} said “{answer}”").format(
            partner=partner_name(termset, key), answer=answer_word(one.answers[key])
        )
        for key in one.apart
    )
    return f"{told} ({apart})" if apart else told
