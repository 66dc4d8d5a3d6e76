"""On the way out of the last phase: an outcome that was not recorded is asked for once."""

from pathlib import Path

import pytest

from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.screens.progress import ProgressScreen
from glossary.tui.screens.question import Question
from tests.tui.leading import agreement, planned, session, shown
from tests.tui.seeing import Seen


async def closing(seen: Seen) -> None:
    """Quality has a draft, and is at its last phase."""
    await seen.press("enter", "enter", "2", "ctrl+g", "4", *"We notice.", "ctrl+g", "6")
    assert shown(seen) is AgreementScreen


@pytest.mark.parametrize("way", [("escape",), ("ctrl+n",), ("ctrl+g", "n"), ("ctrl+g", "o")])
async def test_an_outcome_is_not_forgotten_on_the_way_out(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        text = await seen.press("2", *way)
        assert shown(seen) is Question
        assert "No outcome is recorded yet." in text
        assert "Each partner keeps its own" in " ".join(text.split())
        await seen.press("2")
        assert shown(seen) is ProgressScreen
    assert agreement(tmp_path, "quality")["outcome"]["kind"] == "differ"


async def test_stopping_asks_for_the_outcome_too(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        assert "No outcome is recorded yet." in await seen.press("2", "ctrl+q")
        await seen.press("2")
    assert agreement(tmp_path, "quality")["outcome"]["kind"] == "differ"


async def test_a_term_may_stay_open_and_the_overview_says_so(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        await seen.press("escape", "3")
        assert shown(seen) is ProgressScreen
        assert "still open" in next(line for line in seen.lines if "quality" in line)
        assert "Open: quality" in seen.text
    assert "outcome" not in agreement(tmp_path, "quality")


@pytest.mark.parametrize("key", ["n", "ctrl+n"])
async def test_a_recorded_outcome_says_what_is_next_and_the_bar_names_the_key(
    tmp_path: Path, key: str
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        text = await seen.press("ctrl+s")
        said, bar = text.splitlines()[-2:]
        assert "Recorded. n leads to the overview, where “trust” is next." in said
        assert "n Overview" in bar
        assert "Next phase" not in bar
        await seen.press(key)
        assert shown(seen) is ProgressScreen
        assert "▶" in next(line for line in seen.lines if "trust" in line)


async def test_a_letter_of_a_date_or_a_name_leads_nowhere(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        text = await seen.press("3", *"new")
        assert shown(seen) is AgreementScreen
        assert "^n Overview" in text
        assert "“new”" in text


async def test_who_stays_is_asked_once(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        await seen.press("escape", "escape")
        assert shown(seen) is AgreementScreen
        await seen.press("escape")
        assert shown(seen) is ProgressScreen


async def test_an_outcome_that_cannot_be_is_not_left_behind(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        text = await seen.press("3", "escape", "2")
        assert shown(seen) is AgreementScreen
        assert "is empty" in text


async def test_what_is_recorded_is_left_without_a_question(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, watch):
        await closing(seen)
        watch.forward(4)
        await seen.press("4", "ctrl+s", "ctrl+g", "3", "ctrl+g", "6", "escape")
        assert shown(seen) is ProgressScreen
    assert planned(tmp_path)["spent"]["quality"]["closed"] == 240
