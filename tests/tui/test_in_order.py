"""What is typed faster than the program draws still arrives in the order in which it was typed."""

import pytest

from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.question import Question
from glossary.tui.widgets.typed_area import TypedArea
from tests.tui.sample import sample
from tests.tui.seeing import opened


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("abc\b\bde", "ade"),
        ("one two" + "\b" * 3 + "three", "one three"),
        ("x" * 30 + "\b" * 30 + "2099-05-01", "2099-05-01"),
    ],
)
async def test_letters_stay_behind_the_backspaces_before_them(typed: str, left: str) -> None:
    async with opened(sample()) as seen:
        await seen.press("a")
        area = seen.app.screen.focused
        assert isinstance(area, TypedArea)
        before = area.text
        seen.burst(typed)
        await seen.rest()
        assert area.text == f"{before}{left}"


async def test_so_they_do_in_the_find_line() -> None:
    async with opened(sample()) as seen:
        await seen.press("slash")
        seen.burst("xyz\b\b\bqual")
        await seen.rest()
        assert "Find: qual" in seen.text


@pytest.mark.parametrize("typed", ["1111", "    ", "x [/] y a a a"])
async def test_who_types_on_answers_a_question_once(typed: str) -> None:
    async with opened(sample()) as seen:
        await seen.press("e")
        *below, asked = seen.app.screen_stack
        assert isinstance(asked, Question)
        seen.burst(typed)
        await seen.rest()
        assert seen.app.screen_stack[: len(below)] == below
        assert isinstance(seen.app.screen, EntryScreen)
