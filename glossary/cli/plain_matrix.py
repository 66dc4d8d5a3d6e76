"""The two matrices of a term as lines: who speaks from which angle, who says what of the cases."""

from collections.abc import Iterator

from glossary.cli.plain_text import fact, names
from glossary.compare import Comparison
from glossary.domain import CaseAnswer, Term, TermSet, one_line
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.workflow.angles import lenses_of, pull
from glossary.workflow.session.settling import case_choices
from glossary.workflow.words import answer_word, short_names_of


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


def _angles(termset: TermSet, term: Term, found: Comparison) -> Iterator[str]:
    words = {3: _("mostly"), 2: _("also"), 1: _("a little")}
    for key, partner in termset.partners.items():
        definition = partner.definitions.get(term.id)
        confirmed = definition.lenses if definition is not None else ()
        for lens in lenses_of(term):
            weight = found.lenses.get(key, {}).get(lens.id)
            how = words.get(pull(weight.weight) if weight is not None else 0, "")
            if lens.id in confirmed:
                how = _("confirmed by the partner")
            if how:
                text = _("{angle}, {how}").format(angle=lens.label, how=how)
                yield f"- {fact(one_line(partner.name), text)}"


def _cases(termset: TermSet, term: Term) -> Iterator[str]:
    called = short_names_of(termset)
    for choice in case_choices(termset, term.id):
        text = one_line(choice.case.text)
        yield "- " + (_("Split: {case}").format(case=text) if choice.is_split else text)
        for answer in CaseAnswer:
            who = [key for key, given in choice.answers.items() if given is answer]
            if who:
                yield fact(answer_word(answer), names(who, called))
        silent = [key for key in termset.partners if key not in choice.answers]
        if silent:
            yield fact(_("no answer"), names(silent, called))
