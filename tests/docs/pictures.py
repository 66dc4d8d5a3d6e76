"""The pictures of docs/, each a screen as it is.

Write them again with: python -m tests.docs.pictures
"""

import asyncio
import re
import sys
from typing import NamedTuple

from tests.docs.reference import DOCS
from tests.tui.pictures import picture

FOLDER = DOCS / "pictures"


class Picture(NamedTuple):
    """A screen of `tests.tui.pictures`, at a size, in a language and a theme."""

    screen: str
    size: tuple[int, int]
    language: str
    dark: bool = False


PICTURES = {
    "prepare": Picture("session-prepare", (80, 24), "en"),
    "write": Picture("entry", (80, 24), "en"),
    "compare": Picture("compare", (100, 30), "en"),
    "consent": Picture("positions-all", (80, 24), "en"),
    "invullen": Picture("phase-collect-6", (80, 24), "nl"),
    "vergelijken": Picture("phase-compare-6", (80, 24), "nl"),
    "terugzeggen": Picture("phase-restate-6", (80, 24), "nl"),
    "instemming": Picture("phase-consent-6", (80, 24), "nl"),
}


async def drawn(name: str) -> str:
    """A picture as SVG, without the number in its class names that differs between runs."""
    shown = PICTURES[name]
    svg = await picture(shown.screen, shown.size, shown.language, dark=shown.dark)
    return re.sub(r"terminal-\d+", "terminal", svg)


async def _write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_text(await drawn(name), encoding="utf-8")
        sys.stdout.write(f"{name}.svg\n")


if __name__ == "__main__":
    asyncio.run(_write())
