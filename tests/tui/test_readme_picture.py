"""The README shows the compare screen as it is: when it changes, so must the picture.

Write it again with: python -m tests.tui.test_readme_picture
"""

import asyncio
import re
from pathlib import Path

from glossary.locale import use
from tests.tui.pictures import picture

PICTURE = Path(__file__).parents[2] / "docs" / "compare.svg"


async def _drawn() -> str:
    svg = await picture("compare", (100, 30), "en", dark=False)
    # Class names hold a number that differs between runs of the same picture.
    return re.sub(r"terminal-\d+", "terminal", svg)


async def test_the_picture_in_the_readme_is_what_the_program_shows() -> None:
    assert await _drawn() == PICTURE.read_text(encoding="utf-8"), "see the head of this file"


def test_the_readme_shows_the_picture() -> None:
    readme = (PICTURE.parents[1] / "README.md").read_text(encoding="utf-8")
    assert "(docs/compare.svg)" in readme


if __name__ == "__main__":
    use("en")
    PICTURE.write_text(asyncio.run(_drawn()), encoding="utf-8")
