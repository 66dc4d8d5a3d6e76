"""Leaving while something is still on its way: no screen may stumble over being taken down."""

import pytest
from textual.events import Resize
from textual.geometry import Size

from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.entry import EntryScreen
from tests.tui.sample import sample
from tests.tui.seeing import opened


@pytest.mark.parametrize("action", ["help", "switch_language", "switch_theme", "command_palette"])
async def test_leaving_while_an_action_is_under_way(action: str) -> None:
    async with opened(sample()) as seen:
        await seen.app.run_action(action)
        seen.app.exit()
    assert seen.app.fault is None


@pytest.mark.parametrize("size", [Size(30, 8), Size(100, 30)])
async def test_leaving_while_the_window_changes(size: Size) -> None:
    async with opened(sample()) as seen:
        await seen.press("enter")
        seen.app.screen.post_message(Resize(size, size))
        seen.app.exit()
    assert seen.app.fault is None


async def test_a_screen_that_is_still_to_come_is_told_nothing_of_a_switch() -> None:
    async with opened(sample()) as seen:
        coming = seen.app.push_screen(EntryScreen(seen.app.desk, "trust"))
        seen.app.relabel()
        await coming
        await seen.rest()
        assert "TRUST" in seen.lines[0]


async def test_a_screen_stands_until_it_is_left() -> None:
    async with opened(sample()) as seen:
        await seen.press("enter")
        screen = seen.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.stands
        await seen.press("escape")
        assert not screen.stands


async def leave_with_a_mistake() -> None:
    async with opened(sample()) as seen:
        seen.app.call_later(lambda: 1 // 0)
        seen.app.exit()


async def test_a_mistake_of_our_own_is_still_one_while_leaving() -> None:
    with pytest.raises(ZeroDivisionError):
        await leave_with_a_mistake()
