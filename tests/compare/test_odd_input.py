"""Whatever people paste, a comparison comes back, covers the text and marks whole things only."""

import re
import unicodedata

import pytest

from glossary.compare import SpanKind, compare
from glossary.domain import Lens
from tests.compare.odd import pairs
from tests.compare.seen import turned, two, words

KINDS = pairs()
LENSES = (Lens("foutloos", "Er gaat niets mis", ("fout", "incident", "klacht")),)
_JOINER = "\u200d"
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lenses", [(), LENSES], ids=["general", "lenses"])
def test_every_text_is_covered_by_spans_of_whole_characters(
    kind: str, lenses: tuple[Lens, ...]
) -> None:
    one, other = KINDS[kind]
    texts = {"a": one, "b": other, "c": "De zorg is niet goed, zie 3 regels"}
    found = compare(texts, language="nl", term="kwaliteit", lenses=lenses)
    for partner, text in texts.items():
        spans = found.texts[partner].spans
        assert "".join(text[span.start : span.end] for span in spans) == text
        assert [span.start for span in spans] == [0, *(s.end for s in spans)][: len(spans)]
        halved = [span for span in spans if _is_inside_a_character(text, span.start)]
        assert halved == []
    assert all(isinstance(pair.links, tuple) for pair in found.pairs.values())
    assert all(str(signal).isprintable() for signal in found.signals)


def _is_inside_a_character(text: str, at: int) -> bool:
    """Whether what people see as one character is cut at `at`."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return (
        unicodedata.category(after).startswith("M")
        or after == _JOINER
        or _SKIN.match(after) is not None
        or (before == _JOINER and unicodedata.category(after) == "So")
        or (_FLAG.match(before) is not None and _FLAG.match(after) is not None)
    )


@pytest.mark.parametrize("kind", ["addresses", "HTML"])
def test_no_mark_stands_in_an_address(kind: str) -> None:
    one, other = KINDS[kind]
    found = compare({"a": one, "b": other, "c": "fouten melden we"}, language="nl")
    for each in found.texts.values():
        marked = [s for s in each.spans if s.kind is not SpanKind.PLAIN]
        addresses = [match.span() for match in _ADDRESS.finditer(each.text)]
        assert [
            each.text[s.start : s.end]
            for s in marked
            for start, end in addresses
            if start < s.end and s.start < end
        ] == []


def test_an_address_says_nothing() -> None:
    found = two(
        "Zie https://example.org/niet/alle/bewoners?mag=moet voor de regels",
        "Zie https://example.org/alle/bewoners voor de afspraken",
    )
    assert turned(found) == set()
    assert not [each for each in words(found, "noord", SpanKind.SHARED) if "bewoners" in each]
    assert words(found, "noord", SpanKind.ONLY)[0].endswith("regels")
    assert words(found, "delta", SpanKind.ONLY)[0].endswith("afspraken")


def test_a_dressed_up_figure_is_the_figure() -> None:
    found = two("1️⃣ melding per week", "1 melding per week")
    assert words(found, "noord", SpanKind.SHARED)[0].startswith("1️⃣")
