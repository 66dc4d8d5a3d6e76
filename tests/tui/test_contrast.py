"""Text and marks are readable from the back row, in every theme that is offered."""

from collections.abc import Iterator

import pytest
from rich.color import Color
from rich.style import Style
from textual.theme import Theme

from glossary.compare import SpanKind
from glossary.tui.marks import kind_mark, lens_mark
from glossary.tui.theme import THEMES
from tests.tui.pictures import EVERY, screen
from tests.tui.seeing import Seen

PROMISED, STANDARD = 7.0, 4.5
LENSES = 8
# Each kind of screen once: with marks, a cursor, fields, answers, changes, trouble and a card.
SCREENS = (
    "library", "find", "about", "compare", "compare-none", "marks", "signals", "help", "sets",
    "trouble", "entry-fields", "entry-cases", "draft-open", "restate-almost", "positions-reason",
    "outcome-recorded", "history-commit", "card", "temperature", "session-menu", "palette",
    "phase-compare-turn-6", "phase-lenses-6", "phase-cases-6", "round-over-6",
)  # fmt: skip


def contrast(style: Style) -> float:
    """1 to 21, as the guidelines for accessible web pages compute it."""
    low, high = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Color | None) -> float:
    assert colour is not None
    assert colour.triplet is not None, "a colour of ours, not one of the terminal"
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour.triplet)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faint(seen: Seen) -> Iterator[tuple[str, float]]:
    """Words that are hard to read; what only draws lines may be."""
    for strip in seen.app.screen._compositor.render_strips():
        for segment in strip:
            if segment.style is not None and any(map(str.isalnum, segment.text)):
                found = contrast(segment.style)
                if found < STANDARD:
                    yield segment.text, round(found, 1)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_marks_keep_what_they_promise(theme: Theme) -> None:
    name = theme.name
    found = [*filter(None, (kind_mark(name, kind) for kind in SpanKind))]
    found += [lens_mark(name, place) for place in range(LENSES)]
    base = Style.parse(f"on {theme.background}")
    assert [mark for mark in found if contrast(base + Style.parse(mark.style)) < PROMISED] == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", SCREENS)
async def test_all_text_is_readable_in_every_theme(name: str, dark: bool) -> None:
    async with EVERY[name](name, (80, 24), "en", dark=dark) as seen:
        assert list(faint(seen)) == []


async def test_no_theme_is_offered_for_which_our_marks_were_not_made() -> None:
    async with screen("palette", (80, 24), "en", dark=False) as seen:
        assert set(seen.app.available_themes) == {theme.name for theme in THEMES}
        assert "Change theme" not in await seen.press(*"theme")
