"""Signs around words that went and came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.domain.worddiff import PieceKind, word_diff
from glossary.workflow.telling import signed

_TEXTS = st.lists(st.sampled_from(["we", "take", "the", "time", ",", "."])).map(" ".join)


def _told(before: str, after: str) -> str:
    return "".join(piece.text for piece in signed(word_diff(before, after)))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("We take time.", "We take much time.", "We take {+much+} time."),
        ("We take time.", "They take time.", "[-We-] {+They+} take time."),
        ("Really: we take time.", "We take time.", "[-Really: we-] {+We+} take time."),
        ("Now we take time.", "we take time.", "[-Now-] we take time."),
        ("We take time, a lot.", "We take time.", "We take time[-, a lot-]."),
        ("", "Time.", "{+Time.+}"),
        ("Time.", "", "[-Time.-]"),
    ],
)
def test_signs_stand_close_around_words(before: str, after: str, told: str) -> None:
    assert _told(before, after) == told


@given(_TEXTS, _TEXTS)
def test_what_is_not_struck_is_what_it_became(before: str, after: str) -> None:
    pieces = [one for one in signed(word_diff(before, after)) if one.kind is not PieceKind.REMOVED]
    shown = "".join(one.text.removeprefix("{+").removesuffix("+}") for one in pieces)
    assert shown.split() == after.split()
