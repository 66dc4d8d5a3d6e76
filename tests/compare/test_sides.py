"""The sides that partners take, and the one that a draft takes."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.compare import compare
from glossary.compare.sides import opposed, side_of

Sides = list[dict[str, list[str]]]

MUST = "De gemeente moet incidenten binnen een week melden."
MAY = "De gemeente mag incidenten binnen een week melden."
OUGHT = "Gemeenten dienen incidenten binnen een week te melden."
WITH = "Begeleiding op het werk door een jobcoach."
WITHOUT = "Begeleiding op het werk zonder jobcoach."


def sides(texts: dict[str, str], language: str = "nl") -> Sides:
    found = opposed(compare(texts, language=language), language=language)
    return [{way.words: sorted(way.partners) for way in one.ways.values()} for one in found]


def taken(texts: dict[str, str], draft: str, language: str = "nl") -> str | None:
    """The words of the partners whose side the draft takes in the first opposition."""
    first = opposed(compare(texts, language=language), language=language)[0]
    side = side_of(draft, first, language=language)
    return None if side is None else first.ways[side].words


def test_obligations_of_one_strength_are_one_side() -> None:
    found = sides({"a": MUST, "b": MAY, "c": OUGHT})
    assert found == [{"moet": ["a", "c"], "mag": ["b"]}]


def test_nobody_stands_on_two_sides_of_one_opposition() -> None:
    both = f"{MUST} Bewoners mogen klachten per brief sturen."
    other = f"{MAY} Bewoners moeten klachten per brief sturen."
    for one in sides({"a": both, "b": other}):
        assert sorted(chain.from_iterable(one.values())) == ["a", "b"]


def test_a_negation_is_quoted_with_what_it_turns() -> None:
    assert sides({"a": WITH, "b": WITHOUT}) == [{"": ["a"], "zonder jobcoach": ["b"]}]


@pytest.mark.parametrize(
    ("draft", "side"),
    [
        ("Incidenten moet je binnen een week melden.", "moet"),
        ("Wie een incident ziet, dient het te melden.", "moet"),
        ("Incidenten melden mogen we later doen.", "mag"),
        ("Incidenten worden gemeld.", None),
        ("Incidenten moeten gemeld worden; klachten mogen.", None),
        ("Incidenten mag je niet verzwijgen.", None),
        ("", None),
    ],
)
def test_a_draft_takes_a_side_in_whatever_form(draft: str, side: str | None) -> None:
    assert taken({"a": MUST, "b": MAY}, draft) == side


@pytest.mark.parametrize(
    ("draft", "side"),
    [
        ("Met een jobcoach aan het werk.", ""),
        ("Aan het werk, zonder vaste jobcoach.", "zonder jobcoach"),
        ("Aan het werk.", None),
        ("Zonder haast aan het werk.", None),
    ],
)
def test_a_draft_that_names_what_others_deny_sides_with_the_rest(
    draft: str, side: str | None
) -> None:
    assert taken({"a": WITH, "b": WITHOUT}, draft) == side


def test_a_phrase_inside_a_longer_one_is_not_said() -> None:
    texts = {
        "a": "Deelname aan het overleg is verplicht.",
        "b": "Deelname aan het overleg is niet verplicht.",
    }
    assert taken(texts, "Wie wil, komt: het overleg is niet verplicht.") == "niet verplicht"
    assert taken(texts, "Het overleg is verplicht.") in ("", "verplicht")


@given(st.lists(st.sampled_from([MUST, MAY, OUGHT, WITH, WITHOUT, "niet", "", "≠ !"])), st.text())
def test_a_side_is_one_of_those_that_there_are(texts: list[str], draft: str) -> None:
    found = compare({f"p{n}": text for n, text in enumerate(texts)}, language="nl")
    for one in opposed(found, language="nl"):
        assert len(one.ways) > 1
        side = side_of(draft, one, language="nl")
        assert side is None or side in one.ways
