"""Definitions side by side, as a user sees them."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest
from rich.cells import cell_len

from glossary.domain import Definition
from glossary.tui.widgets.compare_view import CompareView
from tests.tui.sample import crowd, sample
from tests.tui.seeing import Seen, opened


async def compare(seen: Seen) -> None:
    await seen.press("home", "enter")


async def test_partners_stand_beside_each_other_with_marks_and_a_legend() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        assert seen.lines[0].startswith(" QUALITY")
        assert seen.lines[0].endswith("partners 1–4 of 4")
        assert " 1 North Council" in seen.lines[3]
        assert " 2 Delta Care Group" in seen.lines[3]
        assert "≠\u00a0must" in seen.text
        assert "≠\u00a0may" in seen.text
        assert "≠ contrast 2" in seen.lines[1]
        assert "What to talk about?" in seen.text
        assert "two weeks late. – yes: Delta · no:" in seen.lines[-3]


async def test_tall_screens_have_big_letters_in_the_title() -> None:
    async with opened(sample(), size=(100, 30)) as seen:
        await compare(seen)
        assert "▀" in seen.lines[1]
        assert " QUALITY" not in seen.text
        assert seen.lines[2].endswith("partners 1–4 of 4")


async def test_a_text_in_another_language_than_the_set_is_something_to_talk_about() -> None:
    texts = {
        "Anna": "Dat er niets misgaat en dat bewoners krijgen wat we hun beloofd hebben.",
        "Bert": "We say what went wrong.",
    }
    async with opened(crowd(texts), size=(100, 30)) as seen:
        await compare(seen)
        assert "Anna writes in Dutch; the set is in English" in seen.text
        shown = await seen.press("w")
        assert "Anna writes in Dutch; the set is in English" in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_partners_who_say_the_very_same_are_named(size: tuple[int, int]) -> None:
    texts = {"Anna": "It is here.", "Bert": "it is  HERE.", "Carl": "Nobody knows."}
    async with opened(crowd(texts), size=size) as seen:
        await compare(seen)
        assert "Anna and Bert say the same; Carl does not" in seen.text


async def test_silent_partners_come_last_and_say_so() -> None:
    async with opened(crowd({"Anna": "It is here.", "Bert": "It is there."}, silent=1)) as seen:
        await compare(seen)
        assert "3 Silent 0" in seen.text
        assert "∅\u00a0no\u00a0definition" in seen.text


async def test_a_crowd_of_silent_partners_is_one_sentence() -> None:
    async with opened(crowd({"Anna": "It is here.", "Bert": "It is there."}, silent=30)) as seen:
        await compare(seen)
        assert "30 partners without a definition: Silent 0, Silent 1" in seen.text.replace("\n", "")


@pytest.mark.parametrize("partners", [1, 2, 5, 8, 17, 60])
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
async def test_every_word_is_on_one_page(partners: int, size: tuple[int, int]) -> None:
    words = [[f"w{n}x{m}" for m in range(3 + 7 * (n % 9))] for n in range(partners)]
    texts = {f"Partner {n}": " ".join(row) for n, row in enumerate(words)}
    async with opened(crowd(texts), size=size) as seen:
        await compare(seen)
        view = seen.app.screen.query_one(CompareView)
        found: Counter[str] = Counter()
        for _page in range(view.pages):
            assert all(cell_len(line) <= size[0] for line in seen.lines)
            found.update(
                word for word in seen.text.split() if word.strip("+\u00a0").startswith("w")
            )
            await seen.press("space")
        shown = Counter({word.strip("+\u00a0"): n for word, n in found.items()})
        assert {word: shown[word] for row in words for word in row} == {
            word: 1 for row in words for word in row
        }


async def test_space_turns_pages_and_the_title_says_where() -> None:
    texts = {f"Partner {n}": "some words " * 25 for n in range(8)}
    async with opened(crowd(texts)) as seen:
        await compare(seen)
        assert seen.lines[0].endswith("partners 1–2 of 8 · page 1/4")
        await seen.press("space")
        assert seen.lines[0].endswith("partners 3–4 of 8 · page 2/4")
        await seen.press("backspace", "backspace")
        assert seen.lines[0].endswith("partners 7–8 of 8 · page 4/4")


async def test_a_page_with_one_partner_says_so() -> None:
    texts = {f"Partner {n}": "some words " * 25 for n in range(3)}
    async with opened(crowd(texts)) as seen:
        await compare(seen)
        await seen.press("space")
        assert seen.lines[0].endswith("partner 3 of 3 · page 2/2")


async def test_a_definition_taller_than_a_page_goes_on_on_the_next() -> None:
    async with opened(crowd({"Anna": "long " * 400, "Bert": "short"})) as seen:
        await compare(seen)
        assert "page 1/" in seen.lines[0]
        text = await seen.press("space")
        assert "1 Anna ↑" in text
        assert "long" in text


async def test_n_and_p_step_through_the_list_in_its_order() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        await seen.press("n")
        second = seen.lines[0]
        await seen.press("p")
        assert seen.lines[0].startswith(" QUALITY")
        await seen.press("n")
        assert seen.lines[0] == second
        await seen.press("p", "p", "right")
        assert seen.lines[0].startswith(" QUALITY")


async def test_all_marks_show_what_is_in_common_too() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        few = seen.lines[1:3]
        await seen.press("m")
        assert seen.lines[1:3] != few
        await seen.press("m")
        assert seen.lines[1:3] == few


async def test_w_tells_all_signals_in_sentences() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        text = await seen.press("w")
        assert "What to talk about?" in text
        assert "The file is right but two weeks late. – yes: Delta · no: North" in text
        await seen.press("escape")
        assert "1 North Council" in seen.text


async def test_the_mouse_selects_the_words_of_one_partner_without_glyphs() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        await seen.pilot.mouse_down(CompareView, offset=(1, 1))
        await seen.pilot.hover(CompareView, offset=(37, 3))
        await seen.pilot.mouse_up(CompareView, offset=(37, 3))
        await seen.press("ctrl+c")
        assert seen.app.clipboard == (
            "Nothing goes wrong: incidents must be reported within a week."
        )


async def test_a_selection_over_two_columns_keeps_partners_apart() -> None:
    async with opened(crowd({"Anna": "one two three", "Bert": "four five six"})) as seen:
        await compare(seen)
        view = seen.app.screen.query_one(CompareView)
        await seen.pilot.mouse_down(CompareView, offset=(1, 1))
        await seen.pilot.hover(CompareView, offset=(view.size.width - 2, 1))
        await seen.pilot.mouse_up(CompareView, offset=(view.size.width - 2, 1))
        await seen.press("ctrl+c")
        assert seen.app.clipboard == "one two three\n\nfour five six"


async def test_control_c_without_selection_tells_how_to_stop() -> None:
    async with opened(sample()) as seen:
        assert "Press ^q to stop" in await seen.press("ctrl+c")


async def test_the_words_are_there_before_they_were_compared() -> None:
    async with opened(sample()) as seen:
        await seen.pilot.press("home", "enter")
        await asyncio.sleep(0)
        assert seen.lines[0].startswith((" QUALITY", " Room"))
        await seen.rest()
        assert "≠\u00a0must" in seen.text


async def test_marks_never_stand_in_a_text_that_changed_since() -> None:
    termset = sample()
    async with opened(termset) as seen:
        await compare(seen)
        council = termset.partners["council"]
        changed = replace(
            council, definitions={"quality": Definition("Entirely other words, no duty at all.")}
        )
        seen.app.desk.termset = replace(termset, partners={**termset.partners, "council": changed})
        seen.app.screen.refill()  # type: ignore[attr-defined]  # a room screen
        await seen.rest()
        assert "≠\u00a0must" not in seen.text
        assert "Entirely" in seen.text


async def test_a_term_with_one_definition_says_what_is_missing() -> None:
    async with opened(crowd({"Anna": "It is here."}, silent=1)) as seen:
        await compare(seen)
        assert "once two partners have said what they mean" in seen.text
        assert "once two partners have said what they mean" in await seen.press("w")


async def test_a_set_without_partners_opens() -> None:
    async with opened(crowd({})) as seen:
        await compare(seen)
        assert "no partners yet" in seen.text
        await seen.press("space", "n", "p", "m", "w", "escape")
