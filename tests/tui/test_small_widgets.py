"""Big letters, columns of the list, the legend and the row of keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary.tui.marks import Mark
from glossary.tui.widgets.big_letters import big
from glossary.tui.widgets.legend import Entry, fitting
from glossary.tui.widgets.term_list import columns


def test_big_letters_are_three_rows_of_one_width() -> None:
    rows = big("Één huis")
    assert rows is not None
    assert len({len(row) for row in rows}) == 1
    assert rows[0].startswith("▄▄█ ▄▄█ ▄  ▄")


def test_every_letter_and_digit_has_a_drawing_of_its_own() -> None:
    drawings = [big(char) for char in "ABCDEFGHIJKLMNPQRSTUVWXYZ123456789"]
    assert None not in drawings
    assert len(set(drawings)) == len(drawings)


@pytest.mark.parametrize("text", ["字", "a字", "🎈", "a\u0323"])
def test_what_has_no_drawing_stays_small(text: str) -> None:
    assert big(text) is None


@given(st.integers(40, 250), st.integers(0, 80), st.integers(3, 7), st.integers(5, 20))
def test_columns_of_the_list_fit(width: int, label: int, cover: int, status: int) -> None:
    plan = columns(width, label, cover, status)
    widths = [plan.label, plan.bar, plan.reason, plan.cover, plan.status]
    used = sum(widths) + 2 * (sum(1 for one in widths if one) - 1)
    assert 2 + used + 1 <= width
    assert plan.label >= 12
    assert plan.status == status


def test_a_long_label_makes_room_for_its_reason_at_80_columns() -> None:
    plan = columns(80, 60, 7, 13)
    assert plan.reason >= 14
    assert plan.label >= 24


def test_the_reason_goes_first_then_the_bar_then_the_coverage() -> None:
    wide, middle, narrow = (columns(width, 20, 5, 14) for width in (100, 60, 40))
    assert min(wide.reason, wide.bar, wide.cover) > 0
    assert (middle.reason, min(middle.bar, middle.cover) > 0) == (0, True)
    assert (narrow.reason, narrow.bar, narrow.label >= 12) == (0, 0, True)


ENTRIES = [
    Entry(Mark("≠", "bold #FFFFFF on #8A2D00"), "contrast", 2),
    Entry(Mark("+", "bold #000000 on #FFE08A"), "only here", 4),
    Entry(Mark("■", "underline bold #003B73"), "Nothing goes wrong at all", 1),
    Entry(Mark("▲", "underline italic bold #5A2A6E"), "Effort", 12),
]


def test_the_legend_says_all_where_it_fits() -> None:
    own, lenses = (
        [" ≠ contrast 2 ", " + only here 4 "],
        [
            "■ Nothing goes wrong at all 1",
            "▲ Effort 12",
        ],
    )
    assert fitting(ENTRIES, 100) == [own + lenses]
    assert fitting(ENTRIES, 60, 2) == [own, lenses]


def test_the_legend_shortens_and_then_drops_labels_last_ones_first() -> None:
    assert fitting(ENTRIES, 60)[0][:2] == [" ≠ contrast 2 ", " + only here 4 "]
    assert fitting(ENTRIES, 34)[0][2:] == ["■ 1", "▲ 12"]


@given(st.lists(st.sampled_from(ENTRIES), max_size=10), st.integers(1, 200), st.integers(1, 2))
def test_the_legend_never_exceeds_its_rows(entries: list[Entry], width: int, rows: int) -> None:
    found = fitting(entries, width, rows)
    assert len(found) <= rows
    for texts in found:
        assert sum(map(cell_len, texts)) + 2 * max(0, len(texts) - 1) <= width
