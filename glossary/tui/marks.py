"""How marked stretches of text look in each theme.

Every mark has a glyph and an attribute besides its colour, so that glare, colour blindness
and grey print leave it readable. All pairs below have a contrast of at least 7:1.
"""

from dataclasses import dataclass

from glossary.compare import SpanKind
from glossary.tui.theme import DARK, LIGHT
from glossary.workflow.angles import lens_glyph
from glossary.workflow.marking import GLYPHS, Marking


@dataclass(frozen=True, slots=True)
class Mark:
    """How a marked stretch looks: a glyph before it and a Textual style."""

    glyph: str
    style: str


_COMMON = {
    SpanKind.SHARED: Mark("", "underline"),
    SpanKind.SOME: Mark("", "italic underline"),
    SpanKind.NEAR: Mark(GLYPHS[SpanKind.NEAR], "italic underline"),
}

_KINDS = {
    LIGHT.name: {
        SpanKind.ONLY: Mark(GLYPHS[SpanKind.ONLY], "bold #000000 on #FFE08A"),
        SpanKind.CONTRAST: Mark(GLYPHS[SpanKind.CONTRAST], "bold #FFFFFF on #8A2D00"),
    },
    DARK.name: {
        SpanKind.ONLY: Mark(GLYPHS[SpanKind.ONLY], "bold #000000 on #FFD24D"),
        SpanKind.CONTRAST: Mark(GLYPHS[SpanKind.CONTRAST], "bold #000000 on #FFB08A"),
    },
}

_LENS_STYLES = {
    LIGHT.name: (
        "underline bold #003B73",
        "underline italic bold #5A2A6E",
        "underline bold #00523B",
        "underline italic bold #6B3A00",
    ),
    DARK.name: (
        "underline bold #8CC8FF",
        "underline italic bold #E3B3F0",
        "underline bold #7FE3B8",
        "underline italic bold #FFC27A",
    ),
}


def kind_mark(theme: str, kind: SpanKind) -> Mark | None:
    """The mark of a span kind that matters; None for the others."""
    return _KINDS.get(theme, _KINDS[LIGHT.name]).get(kind)


def common_mark(kind: SpanKind) -> Mark | None:
    """The mark of what texts have in common; None for other kinds."""
    return _COMMON.get(kind)


def lens_mark(theme: str, index: int) -> Mark:
    """The mark of a term's lens by its place in the term's list of lenses (from 0)."""
    styles = _LENS_STYLES.get(theme, _LENS_STYLES[LIGHT.name])
    return Mark(lens_glyph(index), styles[index % len(styles)])


def mark_of(marking: Marking, theme: str) -> Mark:
    """How a marking looks in a theme."""
    if marking.lens is not None:
        return lens_mark(theme, marking.lens)
    return kind_mark(theme, marking.kind) or common_mark(marking.kind) or Mark("", "")
