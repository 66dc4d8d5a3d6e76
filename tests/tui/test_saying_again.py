"""A second attempt at saying back: when the owner may answer, and what begins anew."""

from pathlib import Path

from glossary.tui.widgets.restate_form import RestateForm
from tests.tui.leading import session
from tests.tui.restating import answered, restating, said, typed
from tests.tui.seeing import Seen

ALMOST = (*"Iemand merkt", "ctrl+s", "a", *"en aandacht", "enter")


async def test_answers_are_offered_only_while_their_keys_work(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        assert "^s asks Delta whether this is it" in seen.text
        assert "That is it" not in await seen.press(*"Iemand")
        assert "▸y That is it" in await seen.press("ctrl+s")
        assert "That is it" not in await seen.press("a")
        assert "That is it" not in await seen.press("enter")
        assert "That is it" in await seen.press("x", "ctrl+s")
        # Back in the text, letters are words again.
        assert "That is it" not in await seen.press("shift+tab", "y")
        assert typed(seen) == "xy"
    assert answered(tmp_path) == [("almost", "")]


async def test_a_new_attempt_says_what_to_do_with_the_correction_in_sight(tmp_path: Path) -> None:
    async with restating(tmp_path, size=(40, 12)) as seen:
        await seen.press(*ALMOST)
        assert "Delta said “almost”: en aandacht" in seen.text
        assert "A new attempt" in seen.text
        assert typed(seen) == ""
        assert "Delta said “almost”: en aandacht" in await seen.press("x", "ctrl+s")


async def test_the_same_words_are_not_asked_again(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*ALMOST)
        shown = await seen.press("ctrl+s")
        assert "Say it again first, in your own words." in shown
        shown = await seen.press(*"Iemand merkt ", "ctrl+s")
        assert "Delta has answered these words already. Change first what" in shown
        assert "That is it" not in shown
        await seen.press("y", "ctrl+s", "n")
        assert correction(seen) == ""
    assert said(tmp_path) == ["Iemand merkt", "Iemand merkt y"]
    assert answered(tmp_path) == [("almost", "en aandacht"), ("no", "")]


async def test_a_no_is_said_again_before_it_is_answered_again(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press(*"Snelheid.", "ctrl+s", "n", *"zorg", "enter", "ctrl+s")
        assert "Delta said “no”: zorg" in shown
        assert "That is it" not in shown
    assert answered(tmp_path) == [("no", "zorg")]


async def test_an_answer_that_was_not_meant_is_answered_otherwise(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press(*"Aandacht.", "ctrl+s", "n", "escape")
        assert "▸y That is it" in shown
        assert "│ Aandacht." in shown
        assert "attempt 2" not in shown
        assert "Delta has been heard." in await seen.press("y")
    assert said(tmp_path) == ["Aandacht."]
    assert answered(tmp_path) == [("yes", "")]


async def test_escape_puts_the_meaning_away_first(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press("f4")
        shown = await seen.press("escape")
        assert "een bewoner merkt aandacht" not in shown
        assert "Noord says in its own words" in shown
        assert "Noord says in its own words" not in await seen.press("escape")


def correction(seen: Seen) -> str:
    return seen.app.screen.query_one(RestateForm).correction.text


async def test_with_everybody_heard_the_bar_names_the_next_phase_and_no_key_of_a_turn(
    tmp_path: Path,
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await seen.press("enter", "enter", "2", "ctrl+g", "3")
        for _turn in range(4):
            assert "^s Done" in seen.lines[-1]
            assert "n Next phase" not in seen.lines[-1]
            shown = await seen.press(*"So.", "ctrl+s", "y")
        assert "Everybody has been heard." in shown
        assert not any(key in seen.lines[-1] for key in ("^s", "^o", "F4"))
        assert "n Next phase" in seen.lines[-1]
        await seen.press("n")
        assert "draft" in seen.lines[0]
