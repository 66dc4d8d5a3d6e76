"""What an import did, in words."""

from collections.abc import Iterator, Mapping, Sequence

from glossary.domain import CaseAnswer, Definition, TermSet, fingerprint, one_line
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.import_answers import PlacedAnswer
from glossary.workflow.import_definitions import differing
from glossary.workflow.import_plan import ImportPlan, Placed
from glossary.workflow.incoming import Place
from glossary.workflow.naming import listed, nearest, quote
from glossary.workflow.words import answer_word, field_word

_FIRST = 20
_NAMED = 8
# A slip or two of the finger; names of sister organisations differ more.
_SLIP = 0.85


def left_out(
    plan: ImportPlan, termset: TermSet | None, *, overwrite: bool, longest: int
) -> list[str]:
    """A sentence per row that did not find its place, in the order of the file.

    With where it stands and what it says; and what stands in the set where that differs.
    Definitions are cut to `longest` characters.
    """
    found = [(one.place, _with_cells(one.reason, one.cells)) for one in plan.left_out]
    if not overwrite and termset is not None:
        unseen = {term for term in termset.agreements if is_blind(termset, term)}
        for one in plan.conflicts:
            told = [_unseen(one)] if one.term in unseen else _kept(one, termset, longest)
            found += [(one.place, sentence) for sentence in told]
        for answer in plan.other_answers:
            kept = _unseen(answer) if answer.term in unseen else _kept_answer(answer, termset)
            found.append((answer.place, kept))
    return [_placed_at(place, one_line(reason)) for place, reason in sorted(found)]


def new_set_text(set_id: str, others: Sequence[str]) -> str:
    """That a set is new, for its name may be a slip; with the name that it is near to."""
    near = nearest(set_id, others, alike=_SLIP)
    if near is None:
        return _("The set {set} is new.").format(set=quote(set_id))
    return _("The set {set} is new; there is also {near}.").format(
        set=quote(set_id), near=quote(near)
    )


def new_names(plan: ImportPlan, termset: TermSet) -> list[str]:
    """The first words and partners that are new to a set, and which it has that are near them."""
    words = [term.label for term in plan.new_terms.values()]
    partners = [partner.name for partner in plan.new_partners.values()]
    told = []
    if words:
        told.append(_("New words: {names}.").format(names=listed(words, _NAMED)))
    if partners:
        told.append(_("New partners: {names}.").format(names=listed(partners, _NAMED)))
    there = termset.partners.values()
    told += _slips(words, {term.label: term.label for term in termset.terms.values()})
    told += _slips(
        partners,
        {one.short_name: one.name for one in there} | {one.name: one.name for one in there},
    )
    return told


def report_text(plan: ImportPlan, lines: Sequence[str], *, overwrite: bool, dry_run: bool) -> str:
    """How many went where, and the first rows that did not."""
    told = [*_placed(plan, overwrite=overwrite)]
    if lines:
        told.append(
            ngettext("{n} row was left out:", "{n} rows were left out:", len(lines)).format(
                n=len(lines)
            )
        )
        told += [f"  {line}" for line in lines[:_FIRST]]
    if len(lines) > _FIRST:
        told.append(
            "  " + _("… and {n} more (--report FILE lists all).").format(n=len(lines) - _FIRST)
        )
    if dry_run:
        told.append(_("This was a rehearsal: nothing was written."))
    return "\n".join(told)


def copied_text(whole: TermSet, *, dry_run: bool) -> str:
    """What came with a set that is a copy, and that it is all there is."""
    words, partners = len(whole.terms), len(whole.partners)
    said = sum(len(one.definitions) for one in whole.partners.values())
    told = [
        _("A copy of the whole set, with all that partners and the group said:"),
        ngettext("{n} new word", "{n} new words", words).format(n=words),
        ngettext("{n} new partner", "{n} new partners", partners).format(n=partners),
        ngettext("{n} new definition", "{n} new definitions", said).format(n=said),
    ]
    if dry_run:
        told.append(_("This was a rehearsal: nothing was written."))
    return "\n".join(told)


def _placed(plan: ImportPlan, *, overwrite: bool) -> list[str]:
    words, partners = len(plan.new_terms), len(plan.new_partners)
    added, same = len(plan.new_definitions), len(plan.identical)
    drafts = len(plan.drafts)
    told = [
        ngettext("{n} new word", "{n} new words", words).format(n=words),
        ngettext("{n} new partner", "{n} new partners", partners).format(n=partners),
        ngettext("{n} new definition", "{n} new definitions", added).format(n=added),
        ngettext("{n} the same as before", "{n} the same as before", same).format(n=same),
    ]
    if plan.filled_terms:
        told.append(
            ngettext("{n} word completed", "{n} words completed", len(plan.filled_terms)).format(
                n=len(plan.filled_terms)
            )
        )
    completed, answers = len(plan.completed), len(plan.new_answers)
    if completed:
        told.append(
            ngettext("{n} definition completed", "{n} definitions completed", completed).format(
                n=completed
            )
        )
    if answers:
        told.append(
            ngettext(
                "{n} new answer to a boundary case", "{n} new answers to boundary cases", answers
            ).format(n=answers)
        )
    if drafts:
        told.append(
            ngettext(
                "{n} shared wording, as a proposal", "{n} shared wordings, as proposals", drafts
            ).format(n=drafts)
        )
    replaced = len(plan.conflicts)
    if overwrite:
        told.append(
            ngettext("{n} definition replaced", "{n} definitions replaced", replaced).format(
                n=replaced
            )
        )
    return told


def _slips(names: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """A sentence per name that is near a known one; `known` gives what to call that."""
    pairs = ((name, nearest(name, known, alike=_SLIP)) for name in names[:_NAMED])
    return [
        _("{name} is new here; the set also has {near}.").format(
            name=quote(name), near=quote(known[near])
        )
        for name, near in pairs
        if near is not None
    ]


def _placed_at(place: Place, reason: str) -> str:
    return (
        _("{place}: {reason}").format(place=place.words, reason=reason) if place.words else reason
    )


def _with_cells(reason: str, cells: Sequence[str]) -> str:
    return _("{reason} The row: {cells}").format(reason=reason, cells=listed(cells, _NAMED))


def _kept(placed: Placed, termset: TermSet, longest: int) -> Iterator[str]:
    """A sentence per text that stays as it is; of other words for the term that says it all."""
    there = termset.partners[placed.partner].definitions[placed.term]
    names = {"partner": placed.partner, "term": placed.term}
    if fingerprint(there.meaning) != fingerprint(placed.definition.meaning):
        yield _(
            "{partner} has other words for {term} here, and they stay (see --overwrite). "
            "Here: {here} In the file: {file}"
        ).format(**names, **_both(there, placed.definition, "meaning", longest))
        return
    for field in differing(placed.definition, there):
        yield _(
            "{partner} has another text at “{field}” of {term} here, and it stays "
            "(see --overwrite). Here: {here} In the file: {file}"
        ).format(
            **names, field=field_word(field), **_both(there, placed.definition, field, longest)
        )


def _unseen(placed: Placed | PlacedAnswer) -> str:
    """What stays as it is and is not revealed, so that not even this tells what it says."""
    return _(
        "{partner} said something else of {term} here, and that stays (see --overwrite). It is not "
        "shown before the reveal."
    ).format(partner=placed.partner, term=placed.term)


def _both(there: Definition, told: Definition, field: str, longest: int) -> dict[str, str]:
    return {
        "here": quote(getattr(there, field), longest),
        "file": quote(getattr(told, field), longest),
    }


def _kept_answer(placed: PlacedAnswer, termset: TermSet) -> str:
    there: CaseAnswer = termset.partners[placed.partner].cases[placed.term][placed.case]
    texts = {one.id: one.text for one in termset.terms[placed.term].cases}
    return _(
        "{partner} answered {case} of {term} with {here} here, and that stays (see --overwrite). "
        "In the file: {file}"
    ).format(
        partner=placed.partner,
        term=placed.term,
        case=quote(texts.get(placed.case, placed.case)),
        here=quote(answer_word(there)),
        file=quote(answer_word(placed.answer)),
    )
