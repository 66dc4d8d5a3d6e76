"""A newcomer is shown around in three steps, once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from glossary.tui.app import GlossaryApp
from tests.memory_store import MemoryStore
from tests.tui.sample import TODAY, sample
from tests.tui.seeing import Seen


@asynccontextmanager
async def newcomer(ended: list[bool]) -> AsyncIterator[Seen]:
    """The list as somebody sees it for the first time; `ended` fills when the tour is over."""
    app = GlossaryApp(
        MemoryStore(sample()), today=lambda: TODAY, tour_over=lambda: ended.append(True)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        seen = Seen(app, pilot)
        await seen.rest()
        yield seen


async def test_three_steps_lead_to_the_definitions_and_back() -> None:
    ended: list[bool] = []
    async with newcomer(ended) as seen:
        assert "1 of 3" in seen.text
        assert "2 of 3" in await seen.press("home", "enter")
        assert "2 of 3" not in await seen.press("f1")
        await seen.press("escape")
        assert "3 of 3" in await seen.press("escape")
        assert ended == []
        assert "of 3 ·" not in await seen.press("o")
        assert ended == [True]
        assert "of 3 ·" not in await seen.press("escape", "enter")


async def test_one_key_leaves_it_out() -> None:
    ended: list[bool] = []
    async with newcomer(ended) as seen:
        assert "1 of 3" not in await seen.press("f10")
        assert ended == [True]
        assert "2 of 3" not in await seen.press("enter")
        assert ended == [True]


async def test_it_is_over_once_a_set_of_ones_own_lies_open() -> None:
    ended: list[bool] = []
    async with newcomer(ended) as seen:
        assert "of 3 ·" not in await seen.press("o", "n", "enter", *"Ward", "ctrl+s")
        assert ended == [True]


async def test_it_speaks_the_language_of_the_screen() -> None:
    async with newcomer([]) as seen:
        assert "1 van 3" in await seen.press("f3")
        await seen.press("f3")
