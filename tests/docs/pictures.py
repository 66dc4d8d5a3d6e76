"""The pictures of docs/, each a screen as it is.

Write them again with: python -m tests.docs.pictures
"""

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from tests.docs.reference import DOCS
from tests.tui.pictures import phase_picture, picture

FOLDER = DOCS / "pictures"


class Picture(NamedTuple):
    """A screen of `tests.tui.pictures`, at a size, in a language and a theme."""

    draw: Callable[..., Awaitable[str]]
    screen: str
    size: tuple[int, int]
    language: str
    dark: bool = False


PICTURES = {
    "prepare": Picture(picture, "session-prepare", (80, 24), "en"),
    "write": Picture(picture, "entry", (80, 24), "en"),
    "compare": Picture(picture, "compare", (100, 30), "en"),
    "consent": Picture(picture, "positions-all", (80, 24), "en"),
    "invullen": Picture(phase_picture, "phase-collect-6", (80, 24), "nl"),
    "vergelijken": Picture(phase_picture, "phase-compare-6", (80, 24), "nl"),
    "terugzeggen": Picture(phase_picture, "phase-restate-6", (80, 24), "nl"),
    "instemming": Picture(phase_picture, "phase-consent-6", (80, 24), "nl"),
}


async def drawn(name: str) -> str:
    """A picture as SVG, without the number in its class names that differs between runs."""
    shown = PICTURES[name]
    svg = await shown.draw(shown.screen, shown.size, shown.language, dark=shown.dark)
    return re.sub(r"terminal-\d+", "terminal", svg)


async def _write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_text(await drawn(name), encoding="utf-8")
        sys.stdout.write(f"{name}.svg\n")


if __name__ == "__main__":
    asyncio.run(_write())
