"""Terminals with sixteen colours, and people who want none: what is shown stays readable."""

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

# The nearest of sixteen is often no good: the dark brown of a contrast becomes a yellow, on which
# nobody reads white. Each of these is readable on, or below, what it goes with in our themes.
_SIXTEEN = {
    "#000000": "black",
    "#003b73": "blue",
    "#00523b": "black",
    "#1b2733": "blue",
    "#24527a": "blue",
    "#3d4a5c": "black",
    "#5a2a6e": "magenta",
    "#5b6b7f": "black",
    "#6b3a00": "red",
    "#7a8896": "white",
    "#7fe3b8": "bright_green",
    "#8a2d00": "red",
    "#8cc8ff": "bright_cyan",
    "#b8c4d0": "white",
    "#bfd9f2": "bright_cyan",
    "#bfe8cf": "bright_green",
    "#e3b3f0": "bright_magenta",
    "#e6ebf2": "white",
    "#ffb08a": "bright_red",
    "#ffc27a": "bright_yellow",
    "#ffd24d": "bright_yellow",
    "#ffe08a": "bright_yellow",
    "#ffffff": "bright_white",
}
# The `meta` of a style.
PICTURE = {"is_picture": True}
# A ground that differs less than this from that of the screen is a hint, not a sign.
_STANDS_OUT = 1.4


class SixteenColours(LineFilter):
    """For a terminal that has no others."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text in colours of the terminal."""
        return [_restyled(one, _sixteen(one.style)) for one in segments]


class NoColours(LineFilter):
    """Glyphs, bold, underline and reverse, for who wants no colours (https://no-color.org).

    `ground` is that of the screen. What has a style with `PICTURE` stays as it is: black on white
    is what a camera reads, and nobody knows which two colours the terminal has.
    """

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._ground = RichColor.parse(ground)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text in the two colours of the terminal."""
        return [_restyled(one, _colourless(one.style, self._ground)) for one in segments]


@lru_cache
def filter_for(colours: str | None, ground: str, *, unwanted: bool) -> LineFilter | None:
    """What a terminal with these colours ("standard" for sixteen) needs; None for nothing."""
    if unwanted:
        return NoColours(ground)
    return SixteenColours() if colours == "standard" else None


def _restyled(segment: Segment, style: Style | None) -> Segment:
    return Segment(segment.text, style, segment.control)


@lru_cache(1024)
def _sixteen(style: Style | None) -> Style | None:
    if style is None:
        return None
    return style + Style(color=_named(style.color), bgcolor=_named(style.bgcolor))


def _named(colour: RichColor | None) -> str | None:
    """The colour to use instead; None for one that the terminal has."""
    if colour is None or colour.triplet is None:
        return None
    # A mixture, and what was rounded, goes with the colour of ours that it is nearest to.
    near = min(_SIXTEEN, key=lambda ours: _distance(RichColor.parse(ours), colour))
    return _SIXTEEN[near]


def _distance(one: RichColor, other: RichColor) -> int:
    return sum(
        (a - b) ** 2 for a, b in zip(one.get_truecolor(), other.get_truecolor(), strict=True)
    )


@lru_cache(1024)
def _colourless(style: Style | None, ground: RichColor) -> Style | None:
    if style is None or style.meta.items() >= PICTURE.items():
        return style
    is_sign = style.bgcolor is not None and _contrast(style.bgcolor, ground) >= _STANDS_OUT
    return style + Style(color="default", bgcolor="default", reverse=is_sign or style.reverse)


def _contrast(one: RichColor, other: RichColor) -> float:
    """1 to 21, as the guidelines for accessible web pages compute it."""
    high, low = sorted(map(_luminance, (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: RichColor) -> float:
    parts = (value / 255 for value in colour.get_truecolor())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
