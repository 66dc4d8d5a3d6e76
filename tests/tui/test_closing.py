"""On the way out of the last phase: an outcome that was not recorded is asked for once."""

from pathlib import Path

import pytest

from glossary.domain import OutcomeKind
from glossary.store.folder import FolderStore
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.screens.progress import ProgressScreen
from glossary.tui.screens.question import Question
from glossary.workflow.outcomes import record_outcome
from tests.tui.leading import agreement, planned, session, shown
from tests.tui.rounds import round_set
from tests.tui.sample import TODAY
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


@pytest.mark.parametrize("phase", ["1", "2", "3", "4", "5"])
async def test_a_choice_that_is_not_recorded_is_there_again_after_another_phase(
    tmp_path: Path, phase: str
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        await seen.press("3", *"worth", "tab", "ctrl+u", *"2027-02-03")
        await seen.press("ctrl+g", phase)
        text = " ".join((await seen.press("ctrl+g", "6")).split())
        assert "3 ● A new term" in text
        assert "a new term: “worth”" in text
        assert "3 February 2027" in text
        assert "Nothing is recorded until you press ^s." in text
        assert "outcome" not in agreement(tmp_path, "quality")
        await seen.press("ctrl+s")
    outcome = agreement(tmp_path, "quality")["outcome"]
    assert (outcome["kind"], outcome["name"]) == ("renamed", "worth")
    assert outcome["review"].isoformat() == "2027-02-03"
    assert not [*(tmp_path / "state").iterdir()]


async def test_a_term_that_was_left_open_has_its_choice_at_the_next_start(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        await seen.press("4", "escape", "3", "escape")
        assert "not saved" not in seen.text
    async with session(tmp_path) as (seen, _watch):
        assert "4 ● Park it" in await seen.press("ctrl+g", "6")


async def test_a_choice_beside_a_record_is_kept_and_gives_way_to_a_newer_record(
    tmp_path: Path,
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        await seen.press("ctrl+s", "4", "ctrl+g", "3")
        assert "4 ● Park it" in await seen.press("ctrl+g", "6")
        await seen.press("ctrl+g", "3")
        store = FolderStore(tmp_path)
        record_outcome(store, "sample", "quality", OutcomeKind.DIFFER, today=TODAY)
        await seen.press("ctrl+g", "6")
        seen.app.desk.reload()
        await seen.press("ctrl+g", "3")
        assert "2 ● Each its own name" in await seen.press("ctrl+g", "6")


async def test_once_recorded_the_page_says_so_and_offers_what_is_next(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await closing(seen)
        assert "o Open again" not in seen.lines[-1]
        text = await seen.press("4", "ctrl+s")
        assert "Recorded on 23 November 2026: parked." in text
        assert "Record this" not in text
        assert "n Overview   x Write the minutes   o Open the conversation again" in text
        assert "^s Record" not in seen.lines[-1]
        assert "o Open again" in seen.lines[-1]
        text = await seen.press("2")
        assert "^s Record this" in text
        assert "^s Record" in seen.lines[-1]
        await seen.press("4")
        text = await seen.press("o")
        assert "The conversation is open again." in text
        assert "^s Record this" in text
    assert "outcome" not in agreement(tmp_path, "quality")


async def test_the_wording_and_who_stands_where_are_on_the_page(tmp_path: Path) -> None:
    async with session(tmp_path, round_set(12, 12), size=(80, 24)) as (seen, _watch):
        text = await seen.press("enter", "enter", "ctrl+g", "6", "ctrl+g", "6")
        lines = [line.strip() for line in text.splitlines()]
        assert "Goed werk: de bewoner merkt zo mogelijk aandacht" in lines[3], text
        assert "✗ Objection, Delta: Zo mogelijk is een achterdeur" in lines[4]
        assert "1 ● One wording for all" in text
        assert "…" in lines
        assert "✓ Consent: " not in text
        assert "✓ Consent: " in await seen.press("pagedown", "pagedown")
        assert "1 ● One wording for all" in seen.text
