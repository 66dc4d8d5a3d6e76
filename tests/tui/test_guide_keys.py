"""The keys that a session adds: where they work, and where the bar and the help name them."""

from dataclasses import replace
from pathlib import Path

from glossary.domain import Agreement, Phase
from glossary.tui.screens.card import CardScreen
from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.facilitator import FacilitatorMenu
from glossary.tui.screens.progress import ProgressScreen
from glossary.tui.screens.restate import RestateScreen
from glossary.tui.screens.temperature import TemperatureScreen
from tests.tui.leading import START, agreement, begun, session, shown
from tests.tui.sample import sample
from tests.tui.seeing import opened


async def test_a_letter_leads_on_only_where_nobody_types(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        await seen.press("n")
        assert shown(seen) is EntryScreen
        # Nor between the answers of a form: a hand slips.
        await seen.press("shift+tab", "n")
        assert shown(seen) is EntryScreen
        text = await seen.press("ctrl+g", "2")
        assert "n Next phase" in text.splitlines()[-1]
        await seen.press("w", "n")
        assert agreement(tmp_path, "quality")["phase"] == "restate"


async def test_cards_temperature_and_matrices_lie_beside_the_phase(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "k")
        assert shown(seen) is CardScreen
        await seen.press("ctrl+g", "2")
        assert shown(seen) is CompareScreen
        await seen.press("ctrl+g", "t")
        assert shown(seen) is TemperatureScreen
        await seen.press("escape", "g", "n")
        assert shown(seen) is RestateScreen
        await seen.press("escape")
        assert shown(seen) is ProgressScreen


async def test_without_a_session_the_letters_are_as_they_were() -> None:
    async with opened(sample()) as seen:
        await seen.press("home", "enter", "n")
        assert "TRUST" in seen.lines[0]
        await seen.press("ctrl+g")
        assert shown(seen) is CompareScreen
        assert "^g" not in seen.lines[-1]


async def test_the_menu_is_there_from_the_overview_on_and_escape_changes_nothing(
    tmp_path: Path,
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("ctrl+g")
        assert shown(seen) is not FacilitatorMenu
        await seen.press("enter", "ctrl+g")
        assert shown(seen) is FacilitatorMenu
        await seen.press("escape")
        assert shown(seen) is ProgressScreen
        await seen.press("enter", "2", "ctrl+g")
        assert shown(seen) is FacilitatorMenu
        assert "QUALITY · Collect" in seen.text
        await seen.press("escape")
        assert shown(seen) is EntryScreen
        # The arrows and enter do as well, and so does help over any screen.
        await seen.press("ctrl+g", "right", "enter")
        assert shown(seen) is CompareScreen
        assert "Open the facilitator's menu" in await seen.press("f1")
        await seen.press("ctrl+g", "o")
        assert shown(seen) is ProgressScreen


async def test_the_keys_of_a_conversation_in_turns_are_in_the_bar_of_a_session(
    tmp_path: Path,
) -> None:
    """Also of a term that was revealed before there were sessions, and so has no order."""
    known = sample()
    revealed = Agreement("quality", Phase.COMPARE, revealed=START)
    known = replace(known, agreements={**known.agreements, "quality": revealed})
    async with session(tmp_path, known) as (seen, _watch):
        await seen.press("enter", "enter")
        assert shown(seen) is CompareScreen
        bar = " ".join(seen.lines[-2:])
        assert all(key in bar for key in ("1–9 Speaker", "l Lenses", "v Difference"))
        assert "e Fill in" not in bar


async def test_help_names_the_menu_only_where_it_opens(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        assert "facilitator's menu" not in await seen.press("f1")
        await seen.press("escape", "enter", "enter", "2")
        assert "facilitator's menu" in await seen.press("f1")


async def test_help_in_a_session_names_no_key_that_does_something_else(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        await seen.press("f1")
        assert "Go on to the next phase" not in seen.text
        await seen.press("escape", "ctrl+g", "2", "f1")
        assert "Go on to the next phase" in seen.text
        assert "Next term" not in seen.text
