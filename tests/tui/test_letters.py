"""Letters in the place of names: in a session, while a term is compared, and no longer."""

from dataclasses import replace
from pathlib import Path

from glossary.domain import Definition, Partner, TermSet
from glossary.domain.visibility import letters, seats
from glossary.store.folder import FolderStore
from glossary.tui.screens.compare import CompareScreen
from tests.tui.leading import agreement, planned, session, shown
from tests.tui.sample import NAMES, sample
from tests.tui.seeing import Seen
from tests.tui.test_turns import heads

WORDS = [word for pair in NAMES.values() for word in pair] + [*NAMES]


def named(seen: Seen) -> list[str]:
    """The names and ids of partners that are on the screen."""
    return [word for word in WORDS if word in seen.text]


def kept(folder: Path) -> TermSet:
    return FolderStore(folder).load("sample").termset


async def comparing(seen: Seen) -> None:
    """Quality, the first term, side by side, with letters in the place of names."""
    await seen.press("enter", "enter", "3", "A")
    assert shown(seen) is CompareScreen


async def test_columns_and_digits_follow_the_letters_and_not_the_turns(tmp_path: Path) -> None:
    async with session(tmp_path, size=(130, 40)) as (seen, _watch):
        await comparing(seen)
        assert heads(seen) == ["1 A", "2 B", "3 C", "4 D"]
        called = letters(kept(tmp_path), "quality")
        assert tuple(called) != seats(kept(tmp_path), "quality")
        for digit, partner in enumerate(called, 1):
            text = await seen.press(str(digit))
            words = kept(tmp_path).partners[partner].meaning_of("quality").split()[0]
            assert f"▶{digit} {called[partner]}" in text
            assert words in text
        assert agreement(tmp_path, "quality")["letters"] == list(called)


async def test_nothing_of_a_comparison_in_letters_tells_a_name(tmp_path: Path) -> None:
    async with session(tmp_path, size=(130, 40)) as (seen, _watch):
        await comparing(seen)
        keys = ["1", "escape", "f", "1", "2", "escape", "l", "g", "escape", "w", "w", "k", "escape"]
        named_one = ["v", "space", "down", "space", "enter", "2", *"Who counts?", "enter", "w", "r"]
        for key in [*keys, *named_one, "escape", "escape", "e", "h", "ctrl+g", "escape"]:
            await seen.press(key)
            assert named(seen) == [], key
        assert shown(seen) is CompareScreen
        assert len(agreement(tmp_path, "quality")["differences"]) == 1


async def test_what_shows_who_said_what_asks_for_the_names_first(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await comparing(seen)
        for key in ("e", "h"):
            assert "That shows who said what. Show the names first: A." in await seen.press(key)
        await seen.press("A", "e")
        assert shown(seen) is not CompareScreen


async def test_taking_back_names_no_partner_beside_what_changed(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await comparing(seen)
        await seen.press("A", "e", *" Really.", "escape", "A")
        shown_now = await seen.press("z")
        assert "Taken back: the meaning of" in shown_now
        assert named(seen) == []


async def test_names_are_shown_once_the_group_moves_on_and_that_is_said(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await comparing(seen)
        text = await seen.press("n")
        assert "says in its own words what" in text
        assert "From here on names are shown." in text
        assert named(seen)
        assert planned(tmp_path)["anonymous"] is True
        assert "From here on" not in await seen.press("ctrl+g", "4")
        assert "North" in seen.text


async def test_at_the_next_term_letters_come_back_by_themselves(tmp_path: Path) -> None:
    known = sample()
    people = {
        key: replace(one, definitions={**one.definitions, "room": Definition(f"Room of {key[:1]}")})
        for key, one in known.partners.items()
    }
    async with session(tmp_path, replace(known, partners=people)) as (seen, _watch):
        await comparing(seen)
        await seen.press("n", "ctrl+g", "o", "down", "enter", "3")
        assert "ROOM TO MOVE" in seen.lines[0]
        assert heads(seen)[0] == "1 A"
        assert named(seen) == []


async def test_the_menu_switches_letters_and_names(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("enter", "enter", "3")
        assert "A Anonymous" in await seen.press("ctrl+g")
        text = await seen.press("A")
        assert "Letters stand in the place of names while you compare." in text
        assert named(seen) == []
        await seen.press("l", "ctrl+g")
        assert "A With names" in seen.text
        await seen.press("A", "escape")
        assert shown(seen) is CompareScreen
        assert named(seen)


async def test_lists_of_terms_tell_reasons_in_letters(tmp_path: Path) -> None:
    async with session(tmp_path, size=(130, 40)) as (seen, _watch):
        await comparing(seen)
        await seen.press("ctrl+g", "o", "p")
        row = next(line for line in seen.lines if "quality" in line)
        assert not [word for word in WORDS if word in row]
        await seen.press("escape", "escape")
        row = next(line for line in seen.lines if "quality" in line)
        assert not [word for word in WORDS if word in row]


async def test_partners_that_join_in_the_files_move_no_letter_that_was_seen(
    tmp_path: Path,
) -> None:
    async with session(tmp_path, size=(130, 40)) as (seen, _watch):
        await comparing(seen)
        called = letters(kept(tmp_path), "quality")
        for n in range(5):
            FolderStore(tmp_path).add_partner("sample", Partner(f"new{n}", f"New {n}"))
            seen.app.lookout.look()
            await seen.rest()
            now = letters(kept(tmp_path), "quality")
            assert {key: now[key] for key in called} == called
            called = now
