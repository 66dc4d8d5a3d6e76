"""What definitions beside each other show, and that it can be kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.compare import SpanKind, compare
from glossary.domain import Lens
from glossary.workflow.marking import Marking
from glossary.workflow.side_by_side import Nearness, SideBySide, side_by_side

LENSES = (Lens("time", "Time", ("week", "late")), Lens("care", "Care", ("attention",)))


def beside(**texts: str) -> SideBySide:
    found = compare(texts, language="en", lenses=LENSES)
    return side_by_side(found, [lens.id for lens in LENSES])


def test_marks_and_lenses_are_those_of_the_comparison() -> None:
    found = beside(
        north="Reports must arrive within a week.", delta="Reports may arrive within a week."
    )
    north = "Reports must arrive within a week."
    marked = {north[start:end]: marking for start, end, marking in found.marks["north"]}
    assert marked["must"] == Marking(SpanKind.CONTRAST)
    assert marked["week"] == Marking(lens=0)
    assert found.pulls["north"][0] > found.pulls["north"][1] == 0
    assert {*found.nearness.values()} == {Nearness.CONTRAST}


def test_who_says_the_same_is_near_and_who_says_another_thing_is_far() -> None:
    found = beside(
        a="We answer every letter ourselves.",
        b="We answer every letter ourselves.",
        c="Attention, above all.",
    )
    assert found.nearness["a"] is found.nearness["b"] is Nearness.NEAR
    assert found.nearness["c"] is Nearness.FAR


@given(st.dictionaries(st.sampled_from("abc"), st.text(max_size=60), min_size=2))
def test_what_is_kept_comes_back(texts: dict[str, str]) -> None:
    found = beside(**texts)
    assert SideBySide.of_plain(json.loads(json.dumps(found.plain()))) == found


@pytest.mark.parametrize("numbers", [[0], [5, 2, -1], [0, 3, -1, 2, 4, -1], [-1, 2, 0]])
def test_stretches_that_cut_no_text_are_refused(numbers: list[int]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whatever it says: it is compared again
        SideBySide.of_plain([{"a": numbers}, {}, {}])
