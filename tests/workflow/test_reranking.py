"""After a change only terms are compared about which something else is asked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from glossary.domain import (
    Agreement,
    CaseAnswer,
    Definition,
    Difference,
    DifferenceKind,
    Outcome,
    OutcomeKind,
    Term,
    TermSet,
    Vocabulary,
)
from glossary.workflow.overview import ranked
from glossary.workflow.reranking import Ranked, reranked
from tests.workflow.conftest import TODAY, keten


def _known(termset: TermSet) -> Ranked:
    return Ranked(termset, ranked(termset, TODAY))


def _says(termset: TermSet, partner: str, term: str, meaning: str) -> TermSet:
    own = termset.partners[partner]
    said = {**own.definitions, term: Definition(meaning)}
    return replace(termset, partners={**termset.partners, partner: replace(own, definitions=said)})


def _changes() -> Iterator[TermSet]:
    old = keten()
    yield old
    key, term = next(iter(old.terms.items()))
    first = next(iter(old.partners))
    for meaning in ("Iets heel anders.", "Niets.", ""):
        yield _says(old, first, key, meaning)
    yield replace(old, partners={id_: one for id_, one in old.partners.items() if id_ != first})
    named = Difference((first,), DifferenceKind.MEASURE, "Wie telt?")
    yield replace(old, agreements={**old.agreements, key: Agreement(key, differences=(named,))})
    outcome = Outcome(OutcomeKind.PARKED, date=TODAY)
    agreement = Agreement(key, differences=(named,), outcome=outcome)
    yield replace(old, agreements={**old.agreements, key: agreement})
    if term.cases:
        own = old.partners[first]
        cases = {**own.cases, key: {term.cases[0].id: CaseAnswer.DEPENDS}}
        yield replace(old, partners={**old.partners, first: replace(own, cases=cases)})
    terms = {one: old.terms[one] for one in reversed(list(old.terms)) if one != key}
    terms["nieuw"] = Term("nieuw", "nieuw")
    yield replace(old, vocabulary=replace(old.vocabulary, terms=terms))
    yield replace(old, vocabulary=replace(old.vocabulary, language="en"))


@pytest.mark.parametrize("changed", list(_changes()))
def test_it_says_what_comparing_everything_says(changed: TermSet) -> None:
    assert reranked(changed, TODAY, _known(keten())) == ranked(changed, TODAY)


def test_only_what_changed_is_compared(compared: list[str]) -> None:
    known = _known(keten())
    key, term = next(iter(known.termset.terms.items()))
    compared.clear()
    assert reranked(known.termset, TODAY, known) is not None
    assert compared == []
    changed = _says(known.termset, next(iter(known.termset.partners)), key, "Iets heel anders.")
    assert reranked(changed, TODAY, known) is not None
    assert compared == [term.label]


def test_another_set_or_much_that_changed_is_left_to_what_was_kept() -> None:
    keys = [f"t{n}" for n in range(60)]
    vocabulary = Vocabulary("Veel", "nl", terms={key: Term(key, key) for key in keys})
    old = replace(keten(), vocabulary=vocabulary)
    for partner in list(old.partners)[:2]:
        for key in keys:
            old = _says(old, partner, key, f"Dat {key} gebeurt.")
    known, new = _known(old), old
    for key in keys:
        new = _says(new, next(iter(old.partners)), key, f"Dat {key} niet gebeurt.")
    assert reranked(new, TODAY, known) is None
    assert reranked(replace(old, id="ander"), TODAY, known) is None
