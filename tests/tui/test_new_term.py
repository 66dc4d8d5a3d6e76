"""A word joins the open set on the screen."""

from pathlib import Path

from glossary.store.folder import FolderStore
from tests.tui.sample import sample
from tests.tui.seeing import opened


def _store(folder: Path) -> FolderStore:
    store = FolderStore(folder)
    store.create(sample())
    return store


async def test_a_word_that_a_starter_knows_brings_what_is_known(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        text = await seen.press("n", *"Ownership", "enter")
        assert "Take over what it says?" in text
        assert "boundary cases" in text
        assert "▶ Ownership" in await seen.press("enter")
    term = store.load("sample").termset.terms["ownership"]
    assert term.label == "Ownership"
    assert term.why
    assert len(term.lenses) >= 3
    assert len(term.cases) >= 2


async def test_only_the_word_may_join_and_nobody_has_to(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        await seen.press("n", *"Ownership", "enter", "escape", "escape")
        assert "ownership" not in store.load("sample").termset.terms
        await seen.press("n", *"Ownership", "enter", "2")
    assert store.load("sample").termset.terms["ownership"].lenses == ()


async def test_an_unknown_word_joins_at_once_and_a_known_one_not_again(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        assert "▶ [red]zorp" in await seen.press("n", *"[red]zorp", "enter")
        assert "This set has “trust” already." in await seen.press("n", *"Trust", "enter")
