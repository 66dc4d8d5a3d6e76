"""The command palette speaks the language of the reader, also when it finds nothing."""

from tests.tui.sample import sample
from tests.tui.seeing import opened


async def test_nothing_found_is_said_in_the_words_of_the_catalogue() -> None:
    async with opened(sample()) as seen:
        await seen.press("ctrl+p", *"zzzz")
        assert "No command is called that." in seen.text


async def test_choosing_nothing_does_nothing() -> None:
    async with opened(sample()) as seen:
        before = seen.text
        await seen.press("ctrl+p", *"zzzz")
        assert await seen.press("enter") == before


async def test_what_two_keys_do_is_offered_once() -> None:
    async with opened(sample()) as seen:
        await seen.press("ctrl+p", *"stop")
        assert seen.text.count("Stop; everything is saved") == 1


async def test_what_no_screen_shows_is_told_as_a_command() -> None:
    async with opened(sample()) as seen:
        await seen.press("ctrl+p", *"same meaning", "enter")
        assert "In a shell: glossary overlaps sample --dir termsets" in seen.text
