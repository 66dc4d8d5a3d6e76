"""People name a difference, see it first among what there is to talk about, and take it back."""

from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Agreement, Difference, DifferenceKind, Phase
from glossary.store.folder import FolderStore
from glossary.store.journal import FileJournal
from glossary.tui.screens.difference import DifferenceScreen
from tests.memory_store import MemoryStore
from tests.tui.agreeing import agreed
from tests.tui.paper import paper
from tests.tui.sample import crowd, sample
from tests.tui.seeing import Seen, opened


def named(store: MemoryStore) -> tuple[Difference, ...]:
    return store.load("sample").termset.agreement("quality").differences


async def compare(seen: Seen) -> None:
    await seen.press("home", "enter")


async def test_a_difference_is_between_whom_of_which_kind_in_a_sentence() -> None:
    store = MemoryStore(sample())
    async with opened(store=store) as seen:
        await compare(seen)
        # The strongest signal between two: one says must, the other may.
        shown = await seen.press("v")
        assert "● North" in shown
        assert "● Delta" in shown
        assert "○ School" in shown
        await seen.press("3", "enter", "3", *"One has to, the other may.", "enter")
        assert "North ↔ Delta ↔ School (obligation): One has to, the" in seen.text
        assert "≠\u00a0must" in seen.text
        assert "Difference saved; w shows it." in seen.text
    expected = Difference(
        ("council", "delta", "school"), DifferenceKind.OBLIGATION, "One has to, the other may."
    )
    assert named(store) == (expected,)


async def test_the_two_in_focus_are_chosen_at_first() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        shown = await seen.press("f", "3", "4", "v")
        assert "● School" in shown
        assert "● Zeal" in shown
        assert "○ North" in shown


async def test_partners_are_chosen_with_space_and_with_the_mouse() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        await seen.press("v", "right", "right", "space")
        assert "● School" in seen.text
        line = next(n for n, line in enumerate(seen.lines) if "Zeal" in line)
        await seen.pilot.click(offset=(seen.lines[line].index("Zeal"), line))
        await seen.rest()
        assert "● Zeal" in seen.text


async def test_what_is_missing_is_said_and_nothing_is_lost() -> None:
    store = MemoryStore(sample())
    async with opened(store=store) as seen:
        await compare(seen)
        await seen.press("v", "1", "enter", "1", *"Only one", "enter")
        assert "A difference is between two partners or more: choose them." in seen.text
        assert "Only one" in seen.text
        shown = await seen.press("escape")
        assert "Leave what you typed?" in shown
        await seen.press("escape")
        assert "Only one" in seen.text
        await seen.press("shift+tab", "shift+tab", "4", "escape")
    assert [one.note for one in named(store)] == ["Only one"]


async def test_enter_behind_the_digit_of_a_kind_does_no_harm() -> None:
    async with opened(store=MemoryStore(sample())) as seen:
        await compare(seen)
        shown = await seen.press("v", "enter", "2")
        assert "2 ● scope" in shown
        assert "is empty" not in await seen.press("enter")
        assert isinstance(seen.app.screen, DifferenceScreen)


async def test_a_kind_is_asked_for() -> None:
    store = MemoryStore(sample())
    async with opened(store=store) as seen:
        await compare(seen)
        await seen.press("v", "tab", "tab", *"They part", "ctrl+s")
        assert "Choose what the difference is about." in seen.text
        await seen.press("escape", "2")
        assert not isinstance(seen.app.screen, DifferenceScreen)
    assert named(store) == ()


async def test_leaving_an_empty_form_changes_nothing() -> None:
    store = MemoryStore(sample())
    async with opened(store=store) as seen:
        await compare(seen)
        await seen.press("v", "1", "2", "enter", "5", "escape")
        assert not isinstance(seen.app.screen, DifferenceScreen)
    assert named(store) == ()


async def test_a_difference_is_taken_back_on_the_screen_that_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Saves soon after each other would be taken back together.
    monkeypatch.setattr("glossary.store.undoing._PAUSE", 0.0)
    paper(tmp_path)
    async with opened(store=FolderStore(tmp_path)) as seen:
        await seen.press("slash", *"kwaliteit", "enter")
        await seen.press("v", "enter", "1", *"Eerste", "enter")
        await seen.press("v", "3", "enter", "2", *"Tweede", "enter", "w")
        first, second = (seen.text.index(word) for word in ("Eerste", "Tweede"))
        assert first < second
        shown = await seen.press("r")
        assert "Which difference do you take back?" in shown
        await seen.press("1")
        assert "Eerste" in seen.text
        shown = await seen.press("r", "2")
        assert "Eerste" not in shown
        assert "Tweede" in shown
        assert [one["note"] for one in agreed(tmp_path)["differences"]] == ["Tweede"]
        assert "Eerste" in await seen.press("z")
        assert "Eerste" in await seen.press("escape")


async def test_there_is_nothing_to_take_back_where_nothing_was_named() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        before = await seen.press("w")
        assert "Remove" not in before
        assert await seen.press("r") == before


async def test_a_difference_with_a_partner_that_left_is_shown_and_taken_back() -> None:
    one = Difference(("council", "gone"), DifferenceKind.SCOPE, "Old.")
    termset = sample()
    agreement = Agreement("quality", Phase.COMPARE, differences=(one,))
    store = MemoryStore(replace(termset, agreements={"quality": agreement}))
    async with opened(store=store) as seen:
        await compare(seen)
        assert "North ↔ gone (scope): Old." in await seen.press("w")
        await seen.press("r", "2")
    assert named(store) == ()


async def test_a_difference_between_thirty_partners_can_be_chosen_from() -> None:
    texts = {f"Partner {n}": f"words of {n}" for n in range(30)}
    store = MemoryStore(crowd(texts))
    async with opened(store=store) as seen:
        await compare(seen)
        await seen.press("v", *["right"] * 29, "space", "1", "enter", "2", *"far", "enter")
    found = store.load("crowd").termset.agreement("word").differences[0].between
    assert {"p000", "p029"} <= set(found)


async def test_a_sentence_that_waits_is_there_again_with_all_that_was_chosen(
    tmp_path: Path,
) -> None:
    store = FolderStore(tmp_path / "sets", journal=FileJournal(tmp_path / "state", tmp_path))
    store.create(sample())
    async with opened(store=store) as seen:
        await compare(seen)
        await seen.press("v", "tab", "tab", *"Who counts?")
        assert "Who counts?" in seen.text
        seen.app.exit()
    async with opened(store=store) as seen:
        assert "was being named: press v" in " ".join(seen.text.split())
        await compare(seen)
        text = await seen.press("v")
        assert "Who counts?" in text
        assert "This was being typed before, and is not saved yet." in text
        await seen.press("shift+tab", "2", "ctrl+s")
    assert len(store.load("sample").termset.agreement("quality").differences) == 1
    assert not [*(tmp_path / "state").iterdir()]
