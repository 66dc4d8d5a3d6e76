"""The two matrices of a term as lines: who speaks from which angle, who says what of the cases."""

from collections.abc import Iterator, Mapping

from glossary.cli.plain_reasons import case_lines
from glossary.cli.plain_text import fact
from glossary.compare import Comparison, LensWeight
from glossary.domain import Definition, Term, TermSet, one_line
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.workflow.angles import lenses_of, pull
from glossary.workflow.session.settling import case_choices


def matrices(termset: TermSet, term: Term, found: Comparison) -> Iterator[str]:
    """Both, each below its question; nothing of a term that is not revealed."""
    if is_blind(termset, term.id):
        return
    angles = [*_angles(termset, term, found)]
    if angles:
        yield from ("", _("Through which lens?"), *angles)
    cases = [*_cases(termset, term)]
    if cases:
        yield from ("", _("Does this count?"), *cases)


def angles_of(
    term: Term, definition: Definition | None, weights: Mapping[str, LensWeight]
) -> Iterator[str]:
    """From which lenses a partner speaks: confirmed by it, or how much its words suggest it."""
    words = {3: _("mostly"), 2: _("also"), 1: _("a little")}
    confirmed = definition.lenses if definition is not None else ()
    for lens in lenses_of(term):
        weight = weights.get(lens.id)
        how = words.get(pull(weight.weight) if weight is not None else 0, "")
        if lens.id in confirmed:
            how = _("confirmed by the partner")
        if how:
            yield _("{angle}, {how}").format(angle=one_line(lens.label), how=how)


def _angles(termset: TermSet, term: Term, found: Comparison) -> Iterator[str]:
    for key, partner in termset.partners.items():
        definition = partner.definitions.get(term.id)
        for text in angles_of(term, definition, found.lenses.get(key, {})):
            yield f"- {fact(one_line(partner.name), text)}"


def _cases(termset: TermSet, term: Term) -> Iterator[str]:
    for choice in case_choices(termset, term.id):
        text = one_line(choice.case.text)
        yield "- " + (_("Split: {case}").format(case=text) if choice.is_split else text)
        yield from case_lines(termset, choice)
