"""A change that was a mistake is taken back with one key, and comes again with another."""

from pathlib import Path

from tests.store import files_in
from tests.tui.agreeing import add_position, agreement, write_draft


async def test_the_last_change_is_taken_back_and_made_again(tmp_path: Path) -> None:
    write_draft(tmp_path)
    add_position(tmp_path, "gemeente-noord", "consent")
    before = files_in(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f6", "tab", "tab", "enter")
        recorded = files_in(tmp_path)
        assert recorded != before
        await seen.press("escape")
        assert "Taken back: the outcome of" in await seen.press("z")
        assert files_in(tmp_path) == before
        assert "Made again: the outcome of" in await seen.press("Z")
        assert files_in(tmp_path) == recorded
        assert "There is nothing to make again." in await seen.press("Z")


async def test_without_a_change_there_is_nothing_to_take_back(tmp_path: Path) -> None:
    write_draft(tmp_path)
    before = files_in(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("escape")
        assert "There is nothing to take back." in await seen.press("z")
    assert files_in(tmp_path) == before


async def test_it_is_told_in_words_and_by_the_key_of_the_screen(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        text = await seen.press("f5", "c", "ctrl+z")
        assert "Taken back: the position of" in text
        assert "^y makes it again." in text
        assert "Made again: the position of" in await seen.press("ctrl+y")
