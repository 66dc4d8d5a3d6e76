"""Widths and line breaks hold for any text."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.domain.cells import cell_len, cut, pad, wrap

TEXTS = st.one_of(st.text(max_size=60), st.text(alphabet="ab \t\n\u00a0日é\u0301", max_size=60))
WIDTHS = st.integers(2, 30)


@given(TEXTS, WIDTHS)
def test_every_line_fits_and_no_word_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(text[start:end]) <= width for start, end in lines)
    shown = "".join(text[start:end] for start, end in lines)
    blank = str.maketrans("", "", " \t\n")
    assert shown.translate(blank) == text.translate(blank)


@given(TEXTS, WIDTHS)
def test_lines_are_in_order_and_apart(text: str, width: int) -> None:
    places = [place for line in wrap(text, width) for place in line]
    assert places == sorted(places)


@given(TEXTS, st.integers(1, 30))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cut(text, cell_len(text)) == text


def test_lines_break_at_spaces_never_at_a_no_break_space() -> None:
    text = "een ■\u00a0incident telt"
    assert [text[a:b] for a, b in wrap(text, 13)] == ["een", "■\u00a0incident", "telt"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert wrap("zelfredzaamheid", 10) == [(0, 10), (10, 15)]


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert cell_len("日本") == 4
    assert cell_len("e\u0301") == 1
    assert pad("日", 4) == "日  "
