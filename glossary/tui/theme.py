"""Colours and marks for a room: bright light, back row six metres away.

Every mark has a glyph and an attribute besides its colour, so that glare, colour blindness
and grey print leave it readable. All pairs below have a contrast of at least 7:1.
"""

from dataclasses import dataclass

from textual.theme import Theme

from glossary.compare import SpanKind

LIGHT = Theme(
    name="room-light",
    primary="#003B73",
    secondary="#5A2A6E",
    accent="#8A2D00",
    warning="#8A2D00",
    error="#8A2D00",
    success="#00523B",
    foreground="#000000",
    background="#FFFFFF",
    surface="#FFFFFF",
    panel="#E6EBF2",
    dark=False,
    text_alpha=1.0,
    luminosity_spread=0.1,
    variables={
        "key-bar-background": "#003B73",
        "key-bar-foreground": "#FFFFFF",
        "key-bar-key": "#FFE08A",
        "quiet": "#3D4A5C",
        "attention": "#8A2D00",
        "block-cursor-background": "#003B73",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-text-style": "bold",
        "border": "#003B73",
        "border-blurred": "#5B6B7F",
        "input-cursor-background": "#000000",
        "input-cursor-foreground": "#FFFFFF",
        "input-selection-background": "#BFD9F2",
        "scrollbar": "#5B6B7F",
        "scrollbar-background": "#E6EBF2",
    },
)

DARK = Theme(
    name="room-dark",
    primary="#8CC8FF",
    secondary="#E3B3F0",
    accent="#FFC27A",
    warning="#FFC27A",
    error="#FFB08A",
    success="#7FE3B8",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1B2733",
    dark=True,
    text_alpha=1.0,
    variables={
        "key-bar-background": "#1B2733",
        "key-bar-foreground": "#FFFFFF",
        "key-bar-key": "#FFE08A",
        "quiet": "#B8C4D0",
        "attention": "#FFB08A",
        "block-cursor-background": "#8CC8FF",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "border": "#8CC8FF",
        "border-blurred": "#7A8896",
        "input-cursor-background": "#FFFFFF",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#24527A",
        "scrollbar": "#7A8896",
        "scrollbar-background": "#1B2733",
    },
)

THEMES = (LIGHT, DARK)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a marked stretch looks: a glyph before it and a Textual style."""

    glyph: str
    style: str


# What texts have in common is marked by its letters alone: glyphs would drown the few that matter.
_COMMON = {
    SpanKind.SHARED: Mark("", "underline"),
    SpanKind.SOME: Mark("", "italic underline"),
    SpanKind.NEAR: Mark("≈", "italic underline"),
}

_KINDS = {
    LIGHT.name: {
        SpanKind.ONLY: Mark("+", "bold #000000 on #FFE08A"),
        SpanKind.CONTRAST: Mark("≠", "bold #FFFFFF on #8A2D00"),
    },
    DARK.name: {
        SpanKind.ONLY: Mark("+", "bold #000000 on #FFD24D"),
        SpanKind.CONTRAST: Mark("≠", "bold #000000 on #FFB08A"),
    },
}

_LENS_GLYPHS = ("■", "▲", "◆", "●", "★", "▼")

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
    return Mark(_LENS_GLYPHS[index % len(_LENS_GLYPHS)], styles[index % len(styles)])
