"""What the facilitator wrote about a word can be read before anybody has said what it means."""

from dataclasses import replace

import pytest

from glossary.domain import Agreement, Case, Phase, Term, TermSet
from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.library import LibraryScreen
from tests.tui.meeting import REVEALED
from tests.tui.sample import crowd, sample
from tests.tui.seeing import Seen, opened

WORD = Term(
    "word",
    "word",
    why="Everybody is for it [/] and nobody measures it.",
    questions=("How will you notice tomorrow?", "When did it go wrong?"),
    cases=(Case("late", "The file is right but two weeks late."),),
)
TEXTS = (WORD.why, *WORD.questions, *(case.text for case in WORD.cases))


def described(termset: TermSet, term: Term = WORD) -> TermSet:
    """The crowd, on a word about which something was written."""
    return replace(termset, vocabulary=replace(termset.vocabulary, terms={"word": term}))


def told(seen: Seen) -> list[str]:
    """The rows that hold words, without the columns before them."""
    return [" ".join(line.split()) for line in seen.lines]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_word_that_nobody_defined_shows_what_there_is_to_read(
    size: tuple[int, int],
) -> None:
    async with opened(described(crowd({}, silent=2)), size=size) as seen:
        shown = await seen.press("enter")
        assert isinstance(seen.app.screen, CompareScreen)
        assert all(text in shown for text in TEXTS)
        assert "Not answered yet Silent 0, Silent 1" in told(seen)


async def test_a_definition_takes_the_place_of_what_there_is_to_read() -> None:
    async with opened(described(crowd({}, silent=1))) as seen:
        assert WORD.why in await seen.press("enter")
        shown = await seen.press("e", *"Here.", "escape")
        assert WORD.why not in shown
        assert "Here." in shown
        assert WORD.why in await seen.press("i")


async def test_from_the_list_i_shows_it_of_any_word_with_who_is_silent() -> None:
    async with opened(described(crowd({"Anna": "It is here."}, silent=2))) as seen:
        shown = await seen.press("i")
        assert all(text in shown for text in TEXTS)
        assert "Not answered yet Silent 0, Silent 1" in told(seen)
        assert "Anna" not in shown
        await seen.press("i")
        assert isinstance(seen.app.screen, LibraryScreen)


async def test_the_letter_is_a_letter_while_one_finds() -> None:
    async with opened(sample()) as seen:
        shown = await seen.press("slash", *"steering")
        assert "steering" in shown
        assert isinstance(seen.app.screen, LibraryScreen)


async def test_where_letters_stand_for_names_the_silent_have_letters_too() -> None:
    async with opened(described(crowd({"Anna": "It is here."}, silent=2))) as seen:
        assert "Silent" not in await seen.press("enter", "A", "i")
        assert any(row.startswith("Not answered yet") for row in told(seen))


async def test_before_the_reveal_it_says_who_wrote_and_not_what() -> None:
    termset = described(crowd({"Anna": "It is here."}, silent=1))
    blind = Agreement("word", Phase.COLLECT, opened=REVEALED)
    async with opened(replace(termset, agreements={"word": blind})) as seen:
        shown = await seen.press("i")
        assert WORD.why in shown
        assert "Not answered yet Silent 0" in told(seen)
        assert "It is here." not in shown


async def test_what_does_not_fit_is_reached_with_the_arrows() -> None:
    many = replace(WORD, questions=tuple(f"Question number {n}?" for n in range(40)))
    async with opened(described(crowd({}, silent=1), many)) as seen:
        for keys in (("enter",), ("escape", "i")):
            await seen.press(*keys)
            assert "Question number 39?" not in seen.text
            await seen.press(*["pagedown"] * 3)
            await seen.pilot.wait_for_scheduled_animations()
            assert "Question number 39?" in seen.text


async def test_it_follows_the_language() -> None:
    async with opened(described(crowd({}, silent=1))) as seen:
        assert "Waarom het beladen is" in await seen.press("i", "f3")
