"""What a group may count on in every set that ships: nothing missing, nothing to repair."""

from collections import Counter
from collections.abc import Iterable

import pytest

from glossary.domain import Term, TermSet
from glossary.store.folder import FolderStore
from glossary.workflow.tidying import tidy
from tests.termsets import FOLDER

# Every field has a starter in Dutch and one in English, each written for its own speakers.
FIELDS = [
    ("samenwerken", "collaboration"),
    ("onderwijs", "education"),
    ("zorg", "care"),
    ("sociaal-domein", "social-domain"),
    ("energie-en-ruimte", "energy-and-space"),
    ("bibliotheek-en-cultuur", "library-and-culture"),
]
# The first starter, filled in by three partners.
DEMOS = ("demo", "demo-en")
SETS = FolderStore(FOLDER).sets()
STARTERS = [set_id for set_id in SETS if set_id not in DEMOS]
LONGEST_LABEL = 24  # the cells of a legend at 80 columns


def _load(set_id: str) -> TermSet:
    return FolderStore(FOLDER).load(set_id).termset


def _repeated(texts: Iterable[str]) -> list[str]:
    """The texts that are there more than once, whatever their capitals."""
    times = Counter(text.casefold() for text in texts)
    return [text for text, count in times.items() if count > 1]


def _terms() -> list[tuple[str, Term]]:
    return [(set_id, term) for set_id in SETS for term in _load(set_id).terms.values()]


TERMS = [pytest.param(term, id=f"{set_id}/{term.id}") for set_id, term in _terms()]


@pytest.mark.parametrize("pair", [*FIELDS, DEMOS], ids="/".join)
def test_every_field_is_there_in_both_languages(pair: tuple[str, str]) -> None:
    assert [set_id for set_id in pair if set_id not in SETS] == []
    assert [_load(set_id).language for set_id in pair] == ["nl", "en"]


def test_every_starter_belongs_to_a_field() -> None:
    assert set(STARTERS) <= {set_id for pair in FIELDS for set_id in pair}


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


@pytest.mark.parametrize("set_id", SETS)
def test_a_label_belongs_to_one_term_of_a_set(set_id: str) -> None:
    terms = _load(set_id).terms.values()
    variants = {variant for term in terms for variant in term.variants}
    assert _repeated([*(term.label for term in terms), *variants]) == []


@pytest.mark.parametrize("pair", [FIELDS[0], DEMOS], ids="/".join)
def test_twins_hold_the_same_thirteen_words(pair: tuple[str, str]) -> None:
    dutch, english = (_load(set_id) for set_id in pair)
    assert (dutch.language, english.language) == ("nl", "en")
    assert len(dutch.terms) == len(english.terms) == 13
    for ours, theirs in zip(dutch.terms.values(), english.terms.values(), strict=True):
        assert len(ours.lenses) == len(theirs.lenses), (ours.id, theirs.id)


@pytest.mark.parametrize("set_id", STARTERS)
def test_a_starter_offers_a_dozen_words_and_waits_for_its_partners(set_id: str) -> None:
    termset = _load(set_id)
    assert 12 <= len(termset.terms) <= 14
    assert not termset.partners
    assert not termset.agreements


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_starter_repeats_a_case(language: str) -> None:
    termsets = [_load(set_id) for set_id in STARTERS]
    terms = [term for each in termsets if each.language == language for term in each.terms.values()]
    assert _repeated(case.text for term in terms for case in term.cases) == []


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
    cues = [cue for lens in term.lenses for cue in lens.cues]
    assert _repeated([*cues, *{term.label, *term.variants}]) == []


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_at_least_two_cases(term: Term) -> None:
    assert len({case.id for case in term.cases}) == len(term.cases) >= 2
    assert [case.id for case in term.cases if not case.text.strip()] == []
