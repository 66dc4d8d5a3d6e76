"""Nothing is said by colour alone: with all colours taken away, marks are still told apart."""

from collections.abc import Iterator
from itertools import groupby

import pytest
from rich.cells import cell_len
from rich.style import Style

from glossary.compare import SpanKind
from glossary.tui.marks import Mark, common_mark, kind_mark, lens_mark
from glossary.tui.theme import THEMES
from glossary.tui.widgets.compare_view import CompareView
from glossary.tui.widgets.legend import Legend
from glossary.workflow.angles import lens_glyph
from tests.tui.pictures import EVERY
from tests.tui.sample import crowd
from tests.tui.seeing import Seen, opened

# Of those that differ only in how many partners there are, one will do.
SCREENS = [name for name in EVERY if not name.endswith(("-2", "-12"))]


def attributes(style: Style) -> tuple[bool, ...]:
    """How a style looks on paper."""
    on = (style.bold, style.italic, style.underline, style.strike, style.reverse)
    return tuple(map(bool, on))


def coloured(seen: Seen) -> Iterator[str]:
    """Words that only a colour sets apart from other words in their row."""
    theme = seen.app.current_theme
    shades = (theme.foreground, theme.variables["quiet"])
    usual = {colours(Style.parse(f"{shade} on {theme.background}")) for shade in shades}
    ink, ground = (theme.variables[f"input-cursor-{part}"] for part in ("foreground", "background"))
    usual.add(colours(Style.parse(f"{ink} on {ground}")))
    usual.add(colours(Style.parse("#000000 on #f2f2f2")))  # the box in which one types
    for strip in seen.app.screen._compositor.render_strips():
        row = [
            (style, "".join(segment.text for segment in segments).strip())
            for style, segments in groupby(strip, lambda segment: segment.style or Style())
        ]
        words = [(style, text) for style, text in row if any(map(str.isalnum, text))]
        grounds = {colours(style)[1] for style, _text in row}
        # A row on one ground of its own is a bar, which its place tells.
        is_bar = len(grounds) == 1 and not grounds & {ground for _ink, ground in usual}
        if not is_bar and len({colours(style) for style, _text in words}) > 1:
            for style, text in words:
                if colours(style) not in usual and not any(attributes(style)):
                    yield text


def colours(style: Style) -> tuple[object, object]:
    """Ink and ground."""
    return style.color and style.color.triplet, style.bgcolor and style.bgcolor.triplet


@pytest.mark.parametrize("name", SCREENS)
async def test_no_word_is_set_apart_by_colour_alone(name: str) -> None:
    async with EVERY[name](name, (80, 24), "en", dark=False) as seen:
        assert list(coloured(seen)) == []


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_every_mark_is_told_apart_without_colour(theme: str) -> None:
    kinds = [kind_mark(theme, kind) or common_mark(kind) for kind in SpanKind]
    found = [*filter(None, kinds), *(lens_mark(theme, place) for place in range(8))]
    looks = [(mark.glyph, attributes(Style.parse(mark.style))) for mark in found]
    assert len(set(looks)) == len(looks) == 13
    assert all(any(look) for _glyph, look in looks)


def test_lenses_differ_by_their_glyphs_alone() -> None:
    glyphs = [lens_glyph(place) for place in range(20)]
    assert len(set(glyphs)) == len(glyphs)
    assert all(cell_len(glyph) == 1 for glyph in glyphs)
    assert [lens_mark("", place).glyph for place in range(20)] == glyphs


async def test_all_seven_general_lenses_have_a_glyph_of_their_own() -> None:
    async with opened(crowd({"Anna": "We do it.", "Bert": "It is done."})) as seen:
        rows = (await seen.press("enter", "l")).splitlines()
        names = ("Result", "Effort", "Rule", "Experience", "Relation", "Attention", "Example")
        glyphs = [row.split()[0] for row in rows for name in names if f" {name}" in row[:20]]
        assert len(glyphs) == len(names)
        assert len(set(glyphs)) == len(names)


async def test_every_entry_of_the_legend_is_in_the_texts_without_colour() -> None:
    async with EVERY["marks"]("marks", (120, 40), "en", dark=False) as seen:
        entries = [mark for mark in drawn(seen, Legend) if mark.style]
        texts = set(drawn(seen, CompareView))
        assert len(entries) >= 5
        assert [entry for entry in entries if entry not in texts] == []


def drawn(seen: Seen, kind: type[Legend] | type[CompareView]) -> Iterator[Mark]:
    """What is drawn on a widget: glyphs before words, with the attributes of those."""
    widget = seen.app.screen.query_one(kind)
    for y in range(widget.size.height):
        for segment in widget.render_line(y):
            text, style = segment.text.strip(), segment.style
            if text and style is not None:
                glyph = "" if text[0].isalnum() else text[0]
                yield Mark(glyph, str(attributes(style)) if any(attributes(style)) else "")
