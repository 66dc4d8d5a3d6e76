"""A word leaves the open set on the screen, unless somebody wrote about it."""

from pathlib import Path

from glossary.store.folder import FolderStore
from tests.tui.sample import sample
from tests.tui.seeing import opened


async def test_a_word_without_a_text_leaves_after_one_question(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(sample())
    async with opened(store=store) as seen:
        await seen.press("n", *"zorp", "enter")
        assert "Take “zorp” out of this set?" in await seen.press("delete")
        await seen.press("escape")
        assert "zorp" in store.load("sample").termset.terms
        text = await seen.press("delete", "2")
        assert "“zorp” left this set." in text
    assert "zorp" not in store.load("sample").termset.terms


async def test_a_word_that_somebody_wrote_about_stays(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(sample())
    async with opened(store=store) as seen:
        assert "already wrote about it." in await seen.press("delete")
    assert store.load("sample").termset.terms == sample().terms
