import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.domain import fingerprint, has_unseen, normalise, one_line, visible
from tests.domain.strategies import any_text

# What a terminal or the layout of a line would act on, told by Unicode itself.
_LAYOUT = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_spaces = st.text(st.sampled_from(" \t\n\r\u00a0\u2003"), min_size=1)


def _acts(char: str) -> bool:
    if char in "\t\n":
        return False
    return (
        unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(char) in _LAYOUT
    )


@given(any_text)
@example("\x1b]0;title\x07\x1b[31m\x9b2J\r\x08")
@example("\u202eevil\u2066\u200b\ufeff\U000e0041\ud800")
def test_visible_text_holds_nothing_that_a_terminal_acts_on(text: str) -> None:
    shown = visible(text)
    assert not any(_acts(char) for char in shown)
    assert not has_unseen(shown)


@given(any_text)
def test_visible_text_shows_as_itself(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_writing_is_left_alone(text: str) -> None:
    if not has_unseen(text):
        assert visible(text) == text


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\ufe0f", "\u0489"])
def test_piles_of_marks_are_cut_down(mark: str) -> None:
    assert visible("a" + mark * 1000 + "b") == "a" + mark * 8 + "b"


@given(any_text)
def test_one_line_is_one_line(text: str) -> None:
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    assert "\t" not in shown
    assert shown == shown.strip()


def test_what_hides_is_named() -> None:
    assert visible("a\x1bb\x7f\u202ec\ud800") == "a␛b␡⟨U+202E⟩c⟨U+D800⟩"


def test_dos_line_ends_are_line_ends() -> None:
    assert visible("een\r\ntwee") == "een\ntwee"


@given(any_text)
def test_the_normal_form_is_stable(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1), _spaces)
def test_layout_does_not_change_the_fingerprint(words: list[str], space: str) -> None:
    laid_out = space + space.join(words) + space
    assert fingerprint(laid_out) == fingerprint(" ".join(words))
    assert fingerprint(unicodedata.normalize("NFD", laid_out)) == fingerprint(" ".join(words))


@given(any_text, any_text)
def test_a_changed_word_changes_the_fingerprint(one: str, other: str) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (normalise(one) == normalise(other))


def test_the_fingerprint_is_the_documented_one() -> None:
    # printf 'Er gaat niets mis.' | sha256sum | cut -c 1-12
    assert fingerprint(" Er gaat\nniets  mis. ") == "031cd912e778"
