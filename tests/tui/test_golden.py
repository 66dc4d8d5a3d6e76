"""How list and columns look, as text. To accept a change: GLOSSARY_ACCEPT=1 pytest tests/tui."""

import os
from pathlib import Path

import pytest

from tests.tui.sample import sample
from tests.tui.seeing import opened

GOLDEN = Path(__file__).parent / "golden"
SCREENS = {"library": ("home",), "compare": ("home", "enter")}


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
@pytest.mark.parametrize("screen", SCREENS)
async def test_the_screen_looks_as_it_did(screen: str, size: tuple[int, int]) -> None:
    async with opened(sample(), size=size, notice="This is a copy of the demo.") as seen:
        text = await seen.press(*SCREENS[screen]) + "\n"
    golden = GOLDEN / f"{screen}-{size[0]}x{size[1]}.txt"
    if os.environ.get("GLOSSARY_ACCEPT"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
