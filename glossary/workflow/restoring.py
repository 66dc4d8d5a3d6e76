"""What a change was about, in words: for who takes it back, or makes it again."""

from collections.abc import Callable, Iterator, Mapping

from glossary.domain import TEXT_FIELDS, Agreement, Partner, TermSet, one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.words import field_word, phase_word

# What a partner says of terms beside a definition.
_BY_TERM = {
    "positions": mark("the position of {partner} on {term}"),
    "cases": mark("an answer of {partner} to a case of {term}"),
    "ratings": mark("a figure of {partner} on {term}"),
}

Names = Callable[[str], Mapping[str, str]]


def change_words(before: TermSet, after: TermSet, names_for: Names) -> str:
    """The first thing that differs between two states of a set; empty where nothing does.

    `names_for` gives what partners are called at a term.
    """
    return next(_changes(before, after, names_for), "")


def _changes(before: TermSet, after: TermSet, names_for: Names) -> Iterator[str]:
    for key, partner in after.partners.items():
        known = before.partners.get(key)
        if known is None:
            yield _("that {partner} takes part").format(partner=one_line(partner.short_name))
        elif known != partner:
            yield from _said(known, partner, after, names_for)
    for term_id in {**after.agreements, **before.agreements}:
        yield from _agreed(before.agreement(term_id), after.agreement(term_id), after)
    if before.vocabulary != after.vocabulary:
        yield _("a change in the terms of the set")


def _said(before: Partner, after: Partner, termset: TermSet, names_for: Names) -> Iterator[str]:
    """What a partner said on a term, the words of its definition first."""

    def place_of(term_id: str) -> dict[str, str]:
        name = names_for(term_id).get(after.id, after.short_name)
        return {"partner": one_line(name), "term": _label(termset, term_id)}

    for term_id in termset.terms:
        place = place_of(term_id)
        then, now = before.definitions.get(term_id), after.definitions.get(term_id)
        for field in TEXT_FIELDS:
            if getattr(then, field, "") != getattr(now, field, ""):
                yield _field(field).format(**place, field=field_word(field).lower())
        if then != now:
            yield _("the lens of {partner} on {term}").format(**place)
        for field, told in _BY_TERM.items():
            if getattr(before, field).get(term_id) != getattr(after, field).get(term_id):
                yield _(told).format(**place)
    for one in set(before.restatements) ^ set(after.restatements):
        yield _("what {partner} restated of {term}").format(**place_of(one.term))
    for other in set(before.verdicts) ^ set(after.verdicts):
        yield _("the answer of {partner} to a restatement of {term}").format(**place_of(other.term))


def _agreed(before: Agreement, after: Agreement, termset: TermSet) -> Iterator[str]:
    """What the group did with a term, the weightiest first."""
    place = {"term": _label(termset, after.term)}
    if before.outcome != after.outcome:
        yield _("the outcome of {term}").format(**place)
    if before.phase is not after.phase:
        yield _("the step of {term} to {phase}").format(**place, phase=phase_word(after.phase))
    if before.draft != after.draft:
        yield _("a change in the draft of {term}").format(**place)
    if before.differences != after.differences:
        yield _("a difference that was named on {term}").format(**place)
    if before.objections != after.objections:
        yield _("what becomes of an objection on {term}").format(**place)
    if before.skips != after.skips:
        yield _("a turn left out on {term}").format(**place)
    if before.temperature != after.temperature:
        yield _("how heated it is on {term}").format(**place)
    if before != after:
        yield _("a change in the conversation on {term}").format(**place)


def _field(field: str) -> str:
    if field == "meaning":
        return _("the meaning of {partner} on {term}")
    return _("the {field} of {partner} on {term}")


def _label(termset: TermSet, term_id: str) -> str:
    term = termset.terms.get(term_id)
    return one_line(term.label if term is not None else term_id)
