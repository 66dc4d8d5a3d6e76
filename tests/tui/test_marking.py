"""Marked texts: a glyph before every stretch, the words as they were."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.compare import Span, SpanKind, compare
from glossary.tui.marking import marked, markings, unmarked
from glossary.tui.marks import mark_of
from glossary.tui.theme import DARK, LIGHT
from glossary.workflow.marking import Marking


def spans(*parts: tuple[str, SpanKind]) -> tuple[str, list[Span]]:
    text, found = "", []
    for words, kind in parts:
        found.append(Span(len(text), len(text) + len(words), kind))
        text += words
    return text, found


def test_a_contrast_has_its_glyph_and_a_no_break_space() -> None:
    text, found = spans(("it ", SpanKind.PLAIN), ("must", SpanKind.CONTRAST), (".", SpanKind.PLAIN))
    shown = marked(text, found, {}, everything=False)
    assert shown.text == "it ≠\u00a0must."
    assert shown.plain == "it must."


def test_neighbours_with_one_mark_become_one_phrase() -> None:
    text, found = spans(("two", SpanKind.ONLY), (" ", SpanKind.PLAIN), ("words", SpanKind.ONLY))
    assert marked(text, found, {}, everything=False).text == "+\u00a0two words"


def test_a_lens_outranks_only_here_and_a_contrast_outranks_a_lens() -> None:
    lens = {"effort": 1}
    only = Span(0, 3, SpanKind.ONLY, lens="effort")
    turn = Span(0, 3, SpanKind.CONTRAST, lens="effort")
    assert markings([only], lens, everything=False) == {Marking(lens=1)}
    assert markings([turn], lens, everything=False) == {Marking(SpanKind.CONTRAST)}
    assert markings([only], {}, everything=False) == {Marking(SpanKind.ONLY)}


def test_what_is_in_common_is_marked_on_request_only() -> None:
    span = Span(0, 3, SpanKind.SHARED)
    assert markings([span], {}, everything=False) == set()
    assert markings([span], {}, everything=True) == {Marking(SpanKind.SHARED)}


def test_every_mark_looks_different_without_colour() -> None:
    for theme in (LIGHT.name, DARK.name):
        kinds = [Marking(kind) for kind in SpanKind if kind is not SpanKind.PLAIN]
        marks = [
            mark_of(marking, theme) for marking in (*kinds, *(Marking(lens=n) for n in range(8)))
        ]
        looks = [
            (mark.glyph, *(word for word in mark.style.split() if not word.startswith("#")))
            for mark in marks
        ]
        assert len(set(looks)) == len(looks)


@given(st.dictionaries(st.sampled_from("abc"), st.text(max_size=60), min_size=1), st.booleans())
def test_no_word_is_lost_and_places_lead_back(texts: dict[str, str], everything: bool) -> None:
    for found in compare(texts, language="en").texts.values():
        shown = marked(found.text, found.spans, {}, everything=everything)
        assert shown.plain == unmarked(found.text).plain
        assert "".join(shown.text[run.start : run.end] for run in shown.runs) == shown.text
        for at in range(len(shown.text)):
            if not any(start <= at < end for start, end in shown.glyphs):
                assert shown.plain[shown.plain_offset(at)] == shown.text[at]
