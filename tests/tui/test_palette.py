"""The command palette speaks the language of the reader, also when it finds nothing."""

from pathlib import Path

import pytest

from glossary.locale import speaking
from tests.tui.leading import session
from tests.tui.sample import sample
from tests.tui.seeing import opened

MINUTES = "Write the set as Markdown to take home"
VERSLAG = "Schrijf de set als Markdown, om mee te nemen"


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


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        *(("en", typed, MINUTES) for typed in ("minutes", "report", "save as", "print", "export")),
        *(("nl", typed, VERSLAG) for typed in ("verslag", "notulen", "opslaan als", "afdrukken")),
        *(("en", typed, "Make the letters bigger") for typed in ("letters", "big", "font")),
        *(
            ("nl", typed, "Grotere letters")
            for typed in ("letters", "groot", "beamer", "lettertype")
        ),
        ("nl", "verwijderen", "Haal dit woord uit de set"),
        ("nl", "ongedaan maken", "Neem de laatste wijziging terug"),
        ("en", "undo", "Take back the last change"),
    ],
)
async def test_a_command_is_found_by_the_words_that_people_have_for_it(
    language: str, typed: str, found: str
) -> None:
    with speaking(language):
        async with opened(sample()) as seen:
            await seen.press("ctrl+p", *("space" if one == " " else one for one in typed))
            assert found in seen.lines[3]


async def test_bigger_letters_are_the_terminal_s_and_it_says_how() -> None:
    async with opened(sample()) as seen:
        before = seen.text
        text = await seen.press("ctrl+p", *"font", "enter")
        assert "Ctrl and + in most terminals" in text
        assert await seen.press("escape") == before
        assert "Bigger letters, in most terminals" in await seen.press("f1", "end")


async def test_in_a_session_the_palette_leads_it(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("enter", "ctrl+p", *"bare", "enter")
        assert "^g opens the menu, also without the row of keys." in seen.text
        text = await seen.press("ctrl+p", *"phase")
        assert "Open the facilitator's menu" in text
        assert "The next phase" not in text
