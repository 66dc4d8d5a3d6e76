"""Definitions over pages: every word of every definition appears exactly once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from glossary.tui.widgets.compare_layout import Layout

WORDS = st.text(st.sampled_from("abcdef-字é"), min_size=1, max_size=24)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=12)


def letters(text: str) -> Counter[str]:
    return Counter(text.replace(" ", ""))


@given(TEXTS, st.integers(38, 200), st.integers(2, 60))
def test_every_word_is_on_one_page(texts: list[str], width: int, height: int) -> None:
    layout = Layout(texts, "", width, height)
    shown = ["" for _ in texts]
    for page in layout.pages:
        for part in page:
            for cell in layout.cells_of(part):
                for start, end in layout.lines[cell][part.start : part.stop]:
                    shown[cell] += texts[cell][start:end]
    assert [letters(text) for text in shown] == [letters(text) for text in texts]


@given(TEXTS, st.integers(38, 200), st.integers(2, 60))
def test_pages_show_all_cells_in_order(texts: list[str], width: int, height: int) -> None:
    layout = Layout(texts, "and the silent ones", width, height)
    ranges = [layout.shown_cells(page) for page in range(len(layout.pages))]
    assert ranges == sorted(ranges)
    assert {cell for first, last in ranges for cell in range(first, last)} == set(range(len(texts)))


@given(TEXTS, st.data())
def test_a_line_number_says_which_words_stand_there(texts: list[str], data: st.DataObject) -> None:
    layout = Layout(texts, "", 80, 20)
    number = data.draw(st.integers(0, layout.starts[-1] - 1))
    place = layout.place(number)
    line = number - layout.starts[place.cell]
    assert (place.start, place.end) == layout.lines[place.cell][line]
