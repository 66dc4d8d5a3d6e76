"""Finding while typing: letters first, near names after."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import Term
from glossary.tui.finding import find, findable

LABELS = ("steering", "ownership", "quality", "trust", "room to move")
TERMS = [findable(Term(label, label)) for label in LABELS]


def found(typed: str) -> list[str]:
    return [LABELS[place] for place in find(typed, TERMS)]


def test_nothing_typed_finds_everything_in_order() -> None:
    assert found("") == list(LABELS)


def test_labels_that_begin_with_it_come_before_those_that_hold_it() -> None:
    assert found("t")[0] == "trust"
    assert found("t")[1:] == ["steering", "quality", "room to move"]


def test_case_does_not_matter_and_the_match_is_told() -> None:
    assert find("QUAL", TERMS) == {2: range(4)}


def test_a_slip_finds_the_near_name() -> None:
    assert found("owmership") == ["ownership"]
    assert found("qualtiy") == ["quality"]


def test_letters_alone_find_nothing_near() -> None:
    assert found("zz") == []


def test_variants_and_translations_count() -> None:
    terms = [findable(Term("quality", "quality", ("excellence",), "kwaliteit"))]
    assert find("kwal", terms) == {0: range(0)}
    assert find("excel", terms) == {0: range(0)}


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=20), max_size=8))
def test_any_text_is_fine_and_matches_lie_within_the_label(typed: str, labels: list[str]) -> None:
    terms = [findable(Term("x", label)) for label in labels]
    hits = find(typed, terms)
    for place, matched in hits.items():
        assert all(at < len(terms[place].label) for at in matched)
