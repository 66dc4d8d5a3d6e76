"""Prepare a session: which terms, in which order, how long, and with whom."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from glossary.domain import Partner, Term
from glossary.store.folder import FolderStore
from glossary.tui.screens.agenda import AgendaScreen
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.screens.progress import ProgressScreen
from glossary.tui.screens.question import Question
from tests.tui.leading import planned, session, shown, unspoken


async def test_terms_are_suggested_by_attention_and_kept_with_enter(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        assert shown(seen) is AgendaScreen
        assert [line[:18].split() for line in seen.lines[4:7]] == [
            ["1", "quality"],
            ["2", "▶", "trust"],
            ["3", "steering"],
        ]
        assert "Today 3 terms, 30 min each" in seen.text
        assert "90 min" in seen.text
        assert not (tmp_path / "sample" / "session.toml").exists()
        await seen.press("enter")
        assert shown(seen) is ProgressScreen
        assert planned(tmp_path)["terms"] == ["quality", "trust", "steering"]
        assert planned(tmp_path)["minutes"] == 30


async def test_without_a_term_on_the_table_the_menu_offers_what_needs_none(
    tmp_path: Path,
) -> None:
    async with session(tmp_path) as (seen, _watch):
        assert "^g Menu" in await seen.press("enter")
        text = await seen.press("ctrl+g")
        assert "No term is on the table yet; enter in the overview takes one up." in text
        assert "b For the beamer" in text
        assert "Collect" not in text
        await seen.press("2")
        assert shown(seen) is ProgressScreen
        text = await seen.press("ctrl+g", "b")
        assert shown(seen) is ProgressScreen
        assert "^g opens the menu, also without the row of keys." in text
        assert "^g Menu" not in text
        await seen.press("ctrl+g", "k")
        assert shown(seen) is ProgressScreen


async def test_terms_are_chosen_ordered_and_given_time(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        # Trust, at the cursor, is left out; room, the last one, comes first.
        await seen.press("space", "end", "space", "shift+up", "shift+up", "K", "greater_than_sign")
        assert [line[:18].split() for line in seen.lines[4:7]] == [
            ["1", "▶", "room", "to", "move"],
            ["2", "quality"],
            ["3", "steering"],
        ]
        assert "Today 3 terms, 35 min each" in seen.text
        await seen.press("shift+down", "less_than_sign", "less_than_sign", "enter")
        assert planned(tmp_path)["terms"] == ["quality", "room", "steering"]
        assert planned(tmp_path)["minutes"] == 25


async def test_choosing_moves_neither_the_cursor_nor_a_row(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        before = [line[4:18] for line in seen.lines[4:8]]
        await seen.press("home", "space", "down", "space", "end", "space", "home")
        assert "Today 2 terms" in seen.text
        assert [line[6:18] for line in seen.lines[4:8]] == [line[2:] for line in before]
        assert [line[:4].strip() for line in seen.lines[4:8]] == ["", "", "1", "2"]


async def test_one_key_chooses_a_term_and_no_other(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("end", "a")
        assert "Today 1 term" in seen.text
        assert "▶ room to move" in seen.text
        await seen.press("enter")
        assert planned(tmp_path)["terms"] == ["room"]


async def test_planning_again_begins_with_the_plan_and_escape_leaves_it(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("space", "enter", "p")
        assert "Today 2 terms" in seen.text
        await seen.press("space", "escape")
        assert planned(tmp_path)["terms"] == ["quality", "steering"]
        await seen.press("p", "home", "space", "enter")
        assert planned(tmp_path)["terms"] == ["steering"]


async def test_escape_before_there_is_a_plan_leads_back_to_the_list(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("escape")
        assert shown(seen) is LibraryScreen
        assert seen.app.desk.guide is None
        assert not (tmp_path / "sample" / "session.toml").exists()


async def test_nothing_chosen_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        text = await seen.press("home", "space", "down", "space", "down", "space", "enter")
        assert "Choose at least one term for today." in text
        assert shown(seen) is AgendaScreen


async def test_a_partner_is_added_and_a_name_twice_refused(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("plus", *"Kees", "enter")
        assert "5 partners: North, Delta, Kees, School, Zeal" in seen.text
        assert "kees" in FolderStore(tmp_path).load("sample").termset.partners
        text = await seen.press("plus", *"Kees", "enter")
        assert "There is a partner “Kees” already." in text
        await seen.press("escape")
        assert shown(seen) is AgendaScreen


async def test_another_set_comes_with_its_own_plan(tmp_path: Path) -> None:
    FolderStore(tmp_path).create(replace(unspoken(), id="other"))
    async with session(tmp_path) as (seen, _watch):
        await seen.press("space", "enter", "p", "o")
        await seen.press("home", "down", "enter")
        assert shown(seen) is AgendaScreen
        await seen.press("escape", "escape")
        assert shown(seen) is LibraryScreen


async def test_without_terms_partners_or_a_second_partner_it_says_so(tmp_path: Path) -> None:
    empty = replace(unspoken(), partners={})
    empty = replace(empty, vocabulary=replace(empty.vocabulary, terms={}))
    async with session(tmp_path / "a", empty) as (seen, _watch):
        assert "This set has no terms yet." in seen.text
        assert "No partners yet. Press + to add the first one." in seen.text
        assert "Choose at least one term" in await seen.press("space", "shift+up", "enter")
    async with session(tmp_path / "b", unspoken(1)) as (seen, _watch):
        assert "North is the only partner." in seen.text


async def test_thirty_partners_and_thirty_terms_fit_and_scroll(tmp_path: Path) -> None:
    termset = unspoken()
    terms = {f"t{n:02}": Term(f"t{n:02}", f"term number {n}") for n in range(30)}
    partners = {f"p{n:02}": Partner(f"p{n:02}", f"Organisation {n}") for n in range(30)}
    crowd = replace(termset, partners=partners, vocabulary=replace(termset.vocabulary, terms=terms))
    async with session(tmp_path, crowd) as (seen, _watch):
        assert "30 partners: Organisation 0, " in seen.text
        await seen.press("end")
        for _place in range(26):
            await seen.press("space", "up")
        assert all(cell_len(line) <= 80 for line in seen.lines)
        assert "▶ term number" in seen.text
        await seen.press("enter")
        assert len(planned(tmp_path)["terms"]) == 29
        text = await seen.press("end")
        assert "▶" in text
        assert "0/30" in text
        assert all(cell_len(line) <= 80 for line in seen.lines)
        assert "? Help" in seen.lines[-1]


@pytest.mark.parametrize("answer", ["stay", "keep", "leave"])
async def test_stopping_asks_for_an_agenda_that_is_not_kept(tmp_path: Path, answer: str) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("home", "a", "greater_than_sign")
        text = await seen.press("ctrl+q")
        assert "This agenda is not kept yet." in text
        await seen.press({"stay": "1", "keep": "2", "leave": "3"}[answer])
        if answer == "stay":
            assert shown(seen) is AgendaScreen
            assert "Today 1 term, 35 min each" in seen.text
    is_kept = (tmp_path / "sample" / "session.toml").exists()
    assert is_kept is (answer == "keep")
    if is_kept:
        assert (len(planned(tmp_path)["terms"]), planned(tmp_path)["minutes"]) == (1, 35)


async def test_stopping_asks_nothing_about_a_suggestion_or_the_plan_as_it_is(
    tmp_path: Path,
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("ctrl+q")
        assert shown(seen) is not Question
    async with session(tmp_path) as (seen, _watch):
        await seen.press("enter", "p", "ctrl+q")
        assert shown(seen) is not Question
