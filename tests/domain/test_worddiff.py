"""Which words went and came."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import normalise
from glossary.domain.worddiff import Piece, PieceKind, word_diff

KEPT, REMOVED, ADDED = PieceKind.KEPT, PieceKind.REMOVED, PieceKind.ADDED


def _signed(before: str, after: str) -> str:
    signs = {KEPT: "{}", REMOVED: "[-{}-]", ADDED: "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in word_diff(before, after))


@pytest.mark.parametrize(
    ("before", "after", "signed"),
    [
        ("", "", ""),
        ("Ja.", "Ja.", "Ja."),
        ("", "Er gaat niets mis.", "{+Er gaat niets mis.+}"),
        ("Er gaat niets mis.", "", "[-Er gaat niets mis.-]"),
        ("We moeten melden.", "We mogen melden.", "We[- moeten-]{+ mogen+} melden."),
        ("We melden.", "We melden niet.", "We melden{+ niet+}."),
        ("We melden altijd.", "We melden.", "We melden[- altijd-]."),
        ("zo'n op-tijd café", "zo'n op-maat café", "zo'n[- op-tijd-]{+ op-maat+} café"),
        ("cafe\u0301 open", "café dicht", "café[- open-]{+ dicht+}"),
        ("een\n\ntwee", "een twee", "een twee"),
    ],
)
def test_words_are_whole(before: str, after: str, signed: str) -> None:
    assert _signed(before, after) == signed


def test_texts_too_long_to_search_keep_their_ends() -> None:
    before = "Begin. " + "a b " * 2000 + "Eind."
    after = "Begin. " + "c d " * 2000 + "Eind."
    first, removed, added, last = word_diff(before, after)
    assert (first, last) == (Piece(KEPT, "Begin."), Piece(KEPT, " Eind."))
    assert (removed.kind, added.kind) == (REMOVED, ADDED)


_TEXTS = st.lists(st.sampled_from(["de", "een", "niet", ".", ",", "\n", "é", "e\u0301", "?"])).map(
    " ".join
) | st.text(max_size=60)


@given(_TEXTS, _TEXTS)
def test_both_texts_come_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not REMOVED) == after
    old = "".join(piece.text for piece in pieces if piece.kind is not ADDED)
    assert normalise(old).replace(" ", "") == normalise(before).replace(" ", "")
    assert all(one.kind is not other.kind for one, other in pairwise(pieces))


@given(_TEXTS)
def test_a_text_that_stayed_has_no_changes(text: str) -> None:
    assert all(piece.kind is KEPT for piece in word_diff(text, text))
    assert all(piece.kind is KEPT for piece in word_diff(text, f"  {text} \n"))
