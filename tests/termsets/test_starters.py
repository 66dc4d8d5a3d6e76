"""What a group may count on in every set that ships: nothing missing, nothing to repair."""

from collections import Counter

import pytest

from glossary.domain import Term, TermSet
from glossary.store.folder import FolderStore
from glossary.workflow.tidying import tidy
from tests.termsets import FOLDER

SETS = FolderStore(FOLDER).sets()
TWINS = [("samenwerken", "collaboration"), ("demo", "demo-en")]
LONGEST_LABEL = 24  # the cells of a legend at 80 columns


def _load(set_id: str) -> TermSet:
    return FolderStore(FOLDER).load(set_id).termset


def _terms() -> list[tuple[str, Term]]:
    return [(set_id, term) for set_id in SETS for term in _load(set_id).terms.values()]


TERMS = [pytest.param(term, id=f"{set_id}/{term.id}") for set_id, term in _terms()]


def test_both_languages_have_a_starter_and_a_demo() -> None:
    assert {name for pair in TWINS for name in pair} <= set(SETS)


@pytest.mark.parametrize("set_id", SETS)
def test_nothing_is_wrong_with_a_set(set_id: str) -> None:
    store = FolderStore(FOLDER)
    assert store.load(set_id).findings == ()
    assert store.check([FOLDER / set_id]) == ()
    assert tidy(store, [FOLDER / set_id], is_trial=True) == ((), ())


@pytest.mark.parametrize("set_id", SETS)
def test_a_set_introduces_itself(set_id: str) -> None:
    vocabulary = _load(set_id).vocabulary
    assert vocabulary.title.strip()
    assert vocabulary.about.strip()
    assert vocabulary.language in {"nl", "en"}
    labels = Counter(term.label.casefold() for term in vocabulary.terms.values())
    assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize("pair", TWINS)
def test_twins_hold_the_same_thirteen_words(pair: tuple[str, str]) -> None:
    dutch, english = (_load(set_id) for set_id in pair)
    assert (dutch.language, english.language) == ("nl", "en")
    assert len(dutch.terms) == len(english.terms) == 13
    for ours, theirs in zip(dutch.terms.values(), english.terms.values(), strict=True):
        assert len(ours.lenses) == len(theirs.lenses), (ours.id, theirs.id)


@pytest.mark.parametrize("set_id", TWINS[0])
def test_a_starter_waits_for_its_partners(set_id: str) -> None:
    termset = _load(set_id)
    assert not termset.partners
    assert not termset.agreements


@pytest.mark.parametrize("term", TERMS)
def test_a_term_says_what_it_is_and_why_it_is_loaded(term: Term) -> None:
    assert term.label.strip()
    assert term.variants
    assert term.translation.strip()
    assert term.why.strip().endswith((".", "!", "?"))


@pytest.mark.parametrize("term", TERMS)
def test_a_term_asks_at_least_two_questions(term: Term) -> None:
    assert len(set(term.questions)) == len(term.questions) >= 2
    assert [text for text in term.questions if "?" not in text] == []


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_three_or_four_lenses_with_cues_of_their_own(term: Term) -> None:
    assert len({lens.id for lens in term.lenses}) == len(term.lenses)
    assert 3 <= len(term.lenses) <= 4
    for lens in term.lenses:
        assert 0 < len(lens.label) <= LONGEST_LABEL, lens.label
        assert 8 <= len(lens.cues) <= 15, lens.id
    cues = Counter(cue.casefold() for lens in term.lenses for cue in lens.cues)
    assert [cue for cue, times in cues.items() if times > 1] == []


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_at_least_two_cases(term: Term) -> None:
    assert len({case.id for case in term.cases}) == len(term.cases) >= 2
    assert [case.id for case in term.cases if not case.text.strip()] == []
