"""Lines of a text: every word once, none too wide, a mark keeps its word."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary.tui.wrapping import clip, fill, wrap, wrapped

TEXTS = st.text(st.sampled_from("ab  \u00a0\n-é字🎈\u0301≠"), max_size=80)


@given(TEXTS, st.integers(1, 40))
def test_every_character_but_blanks_is_in_exactly_one_line(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    places = [place for start, end in wrap(text, width) for place in range(start, end)]
    assert places == sorted(set(places))


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrapped(text, width))


@given(TEXTS, st.integers(1, 40))
def test_no_line_begins_or_ends_with_a_space_that_the_wrap_made(text: str, width: int) -> None:
    assert not any(line != line.rstrip(" ") for line in wrapped(text, width))


def test_words_stay_whole_and_line_breaks_stay() -> None:
    assert wrapped("the quick brown fox", 10) == ["the quick", "brown fox"]
    assert wrapped("one\n\ntwo", 10) == ["one", "", "two"]
    assert wrapped("", 10) == [""]


def test_a_no_break_space_never_breaks() -> None:
    assert wrapped("aaaa +\u00a0bbb", 8) == ["aaaa", "+\u00a0bbb"]


def test_a_compound_that_is_too_long_is_folded() -> None:
    assert wrapped("de arbeidsongeschiktheid", 10) == ["de", "arbeidsong", "eschikthei", "d"]


def test_wide_characters_count_twice() -> None:
    assert wrapped("字字 字字", 4) == ["字字", "字字"]


@given(TEXTS.map(lambda text: text.replace("\n", " ")), st.integers(0, 40))
def test_clipped_and_filled_text_has_the_width(text: str, width: int) -> None:
    assert cell_len(clip(text, width)) <= width
    assert cell_len(fill(text, width)) == width
