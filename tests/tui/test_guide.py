"""From phase to phase by keys: which screen opens, what is asked first, and what is kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Partner, RefusedError
from glossary.store.folder import FolderStore
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.screens.progress import ProgressScreen
from glossary.tui.screens.today import TodayScreen
from tests.memory_store import MemoryStore
from tests.tui.leading import agreement, begun, planned, session, shown, unspoken
from tests.tui.sample import sample
from tests.tui.seeing import opened


async def test_a_term_of_which_nothing_is_known_begins_blind(tmp_path: Path) -> None:
    async with session(tmp_path, unspoken()) as (seen, _watch):
        await seen.press("home", "enter", "enter")
        assert shown(seen) is EntryScreen
        assert agreement(tmp_path, "trust")["phase"] == "collect"
        assert planned(tmp_path)["current"] == "trust"


async def test_where_meanings_are_known_the_facilitator_chooses(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        text = await seen.press("enter", "enter")
        assert "4 of 4 already said what they mean by “quality”." in text
        await seen.press("escape")
        assert shown(seen) is ProgressScreen
        assert not (tmp_path / "sample" / "agreements" / "quality.toml").exists()
        await seen.press("enter", "3")
        assert shown(seen) is CompareScreen
        assert agreement(tmp_path, "quality")["phase"] == "compare"
        assert "revealed" in agreement(tmp_path, "quality")


async def test_every_phase_is_two_keys_away_and_the_file_says_so(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        for digit, phase in (("2", "compare"), ("3", "restate"), ("4", "draft"), ("6", "closed")):
            await seen.press("ctrl+g", digit)
            assert agreement(tmp_path, "quality")["phase"] == phase
        assert shown(seen) is AgreementScreen
        assert "One wording for all" in seen.text
        await seen.press("ctrl+g", "4", *"We notice.", "ctrl+g", "5")
        assert agreement(tmp_path, "quality")["phase"] == "consent"
        assert agreement(tmp_path, "quality")["draft"]["wording"] == "We notice."
        assert len(agreement(tmp_path, "quality")["rounds"]) == 1
        await seen.press("ctrl+g", "1")
        assert shown(seen) is EntryScreen
        # However often the screen changed, one of them lies on the overview.
        await seen.press("escape")
        assert shown(seen) is ProgressScreen


async def test_what_cannot_be_is_a_sentence_on_the_screen_that_stays(tmp_path: Path) -> None:
    async with session(tmp_path, unspoken()) as (seen, _watch):
        await seen.press("home", "enter", "enter")
        text = await seen.press("ctrl+g", "2")
        assert "Nobody has said yet what “trust” means" in text
        assert shown(seen) is EntryScreen
        await seen.press(*"We keep our word.", "ctrl+g", "2", "2", "ctrl+g", "5")
        assert "“trust” has no draft yet." in seen.text
        assert shown(seen) is CompareScreen


async def test_revealing_asks_once_while_somebody_is_silent(tmp_path: Path) -> None:
    async with session(tmp_path, unspoken()) as (seen, _watch):
        await seen.press("home", "enter", "enter", *"We keep our word.")
        text = await seen.press("ctrl+g", "2")
        assert "1 of 4 has answered. Reveal all the same?" in text
        assert "Not yet: “Delta”, “School”, “Zeal”" in text
        await seen.press("escape")
        assert shown(seen) is EntryScreen
        assert "revealed" not in agreement(tmp_path, "trust")
        await seen.press("ctrl+g", "n", "2")
        assert shown(seen) is CompareScreen
        await seen.press("ctrl+g", "1", "ctrl+g", "2")
        assert shown(seen) is CompareScreen


async def test_what_is_typed_is_saved_before_a_phase_is_left(tmp_path: Path) -> None:
    async with session(tmp_path, unspoken()) as (seen, _watch):
        await seen.press("home", "enter", "enter", *"We keep our word.", "ctrl+g", "o")
        assert shown(seen) is ProgressScreen
        council = FolderStore(tmp_path).load("sample").termset.partners["council"]
        assert council.meaning_of("trust") == "We keep our word."


class StubbornStore(MemoryStore):
    """A disk that takes nothing from partners for a while."""

    is_full = True

    def update_partner(
        self, set_id: str, partner_id: str, change: Callable[[Partner], Partner]
    ) -> Partner:
        if self.is_full:
            raise RefusedError("The disk is full.")
        return super().update_partner(set_id, partner_id, change)


async def test_who_gives_up_a_text_and_stays_all_the_same_is_saved_again() -> None:
    store = StubbornStore(unspoken())
    async with opened(store=store) as seen:
        await seen.press("s", "home", "enter", "enter", "x", "ctrl+g", "2")
        assert "What you typed could not be saved." in seen.text
        text = await seen.press("2")
        assert "Nobody has said yet what “trust” means" in text
        assert shown(seen) is EntryScreen
        store.is_full = False
        await seen.press(*"Our word.", "ctrl+s")
        assert store.load("sample").termset.meanings("trust") == {"council": "Our word."}


@pytest.mark.parametrize("way", ["n", "ctrl+n", "enter"])
async def test_when_no_turn_is_left_there_is_one_way_on(tmp_path: Path, way: str) -> None:
    async with session(tmp_path, sample(2)) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "3", "ctrl+o", "ctrl+o")
        assert "n goes on to the next phase." in seen.text
        assert "n Next phase" in seen.lines[-1]
        assert "^s" not in seen.lines[-1]
        await seen.press(way)
        assert agreement(tmp_path, "quality")["phase"] == "draft"


@pytest.mark.parametrize("way", ["n", "ctrl+n"])
async def test_the_panels_of_the_agreement_are_phases(tmp_path: Path, way: str) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "4", *"We notice.", "f5")
        assert agreement(tmp_path, "quality")["phase"] == "consent"
        await seen.press(way)
        assert agreement(tmp_path, "quality")["phase"] == "closed"
        assert "One wording for all" in seen.text
        # After the last phase comes the overview, where the next term waits.
        await seen.press("ctrl+s", "ctrl+g", "n")
        assert shown(seen) is ProgressScreen


async def test_moving_is_taken_back_with_the_screen_of_before(tmp_path: Path) -> None:
    async with session(tmp_path, unspoken()) as (seen, _watch):
        await seen.press("home", "enter", "enter", *"We keep our word.")
        await seen.press("ctrl+g", "o", "enter", "ctrl+g", "2", "2")
        assert shown(seen) is CompareScreen
        await seen.press("ctrl+g", "z")
        assert shown(seen) is EntryScreen
        assert "revealed" not in agreement(tmp_path, "trust")
        assert "Taken back: the step of trust to Compare. ^g Z makes it again." in seen.text
        await seen.press("ctrl+g", "Z")
        assert shown(seen) is CompareScreen
        assert "Made again: the step of trust to Compare." in seen.text


@pytest.mark.parametrize("way", [("escape", "q"), ("ctrl+q",)])
async def test_what_was_left_is_taken_up_at_its_term_and_phase(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "2", *way)
        assert "since" not in planned(tmp_path)
    async with session(tmp_path) as (seen, _watch):
        assert shown(seen) is CompareScreen
        assert "QUALITY" in seen.lines[0]
        assert "since" in planned(tmp_path)
        await seen.press("escape", "escape")
        assert shown(seen) is LibraryScreen
        assert "since" not in planned(tmp_path)


async def test_a_term_that_was_removed_is_told_and_planned_without(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "o")
    store = FolderStore(tmp_path)
    store.update_vocabulary(
        "sample",
        lambda now: replace(now, terms={k: v for k, v in now.terms.items() if k != "quality"}),
    )
    async with session(tmp_path) as (seen, _watch):
        assert shown(seen) is ProgressScreen
        assert "quality is no longer in this set" in seen.text
        assert "Press p to plan without it." in await seen.press("home", "enter")
        await seen.press("p", "enter")
        assert planned(tmp_path)["terms"] == ["trust", "steering"]


async def test_the_overview_tells_how_far_terms_are_and_what_stays_open(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, watch):
        await begun(seen)
        await seen.press("ctrl+g", "4", *"We notice.", "ctrl+g", "6")
        watch.forward(4)
        # Record that each keeps its own.
        await seen.press("2", "ctrl+s", "ctrl+g", "o")
        row = next(line for line in seen.lines if "quality" in line)
        assert "4/4" in row
        assert "yes" in row
        assert "Open: trust, steering." in seen.text


async def test_what_changed_today_is_told_without_what_was_said(tmp_path: Path) -> None:
    async with session(tmp_path, unspoken()) as (seen, _watch):
        await seen.press("home", "enter", "enter", *"We keep our word.", "ctrl+g", "o", "t")
        assert shown(seen) is TodayScreen
        assert "trust: meaning written by North" in seen.text
        assert "word" not in seen.text
        await seen.press("escape", "ctrl+g", "2", "2", "ctrl+g", "o", "t")
        assert "trust: revealed at 14:00" in seen.text


async def test_an_integrated_objection_leads_a_session_back_to_the_draft(tmp_path: Path) -> None:
    async with session(tmp_path, sample(2)) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "4", *"We notice.", "f5")
        await seen.press("c", "ctrl+z", "c", "o", *"Who?", "enter")
        shown_now = await seen.press("i")
        assert agreement(tmp_path, "quality")["phase"] == "draft"
        assert "What we mean together:" in shown_now
        objections = agreement(tmp_path, "quality")["objections"]
        assert [one["disposition"] for one in objections] == ["integrated"]


@pytest.mark.parametrize("way", [("ctrl+n",), ("ctrl+g", "6")])
async def test_a_session_stops_once_at_an_objection_nobody_decided_about(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    async with session(tmp_path, sample(2)) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "4", *"We notice.", "f5", "c", "o", *"Who?", *way)
        assert agreement(tmp_path, "quality")["phase"] == "consent"
        assert "is still open: i work it into the wording" in " ".join(seen.text.split())
        files = [file.read_text("utf-8") for file in tmp_path.glob("*/partners/*.toml")]
        assert [text.count('entered_by = "facilitator"') for text in files] == [1, 1]
        await seen.press(*way)
        assert agreement(tmp_path, "quality")["phase"] == "closed"


async def test_who_writes_unseen_is_told_of_the_beamer(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        assert "Make the beamer dark: whoever looks reads along." in seen.text
        assert "This hides no text: make the beamer dark" in await seen.press("ctrl+g", "b")
        await seen.press("ctrl+g", "b", "ctrl+g", "2", "ctrl+g", "1")
        assert "beamer" not in seen.text


async def test_the_next_step_is_the_next_phase_and_after_the_last_the_overview(
    tmp_path: Path,
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "4")
        assert "draft" in seen.lines[0]
        await seen.press(*"We notice.", "ctrl+n")
        assert "consent" in seen.lines[0]
        await seen.press("ctrl+n")
        assert "close" in seen.lines[0]
        await seen.press("ctrl+s", "ctrl+n")
        assert shown(seen) is ProgressScreen
        assert agreement(tmp_path, "quality")["phase"] == "closed"
