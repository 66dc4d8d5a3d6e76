"""Conversation cards and the temperature, on the screen."""

import tomllib
from pathlib import Path

from glossary.locale import use
from glossary.store.folder import FolderStore
from glossary.tui.screens.card import CardScreen
from glossary.tui.screens.temperature import TemperatureScreen
from glossary.tui.widgets.answer_list import AnswerList
from tests.tui.rounds import round_set
from tests.tui.seeing import opened
from tests.tui.test_rounds import agreed


async def test_the_best_card_comes_first_with_its_reason(tmp_path: Path) -> None:
    use("nl")
    store = FolderStore(tmp_path)
    store.create(round_set(6, 6))
    async with opened(store=store) as seen:
        seen.app.push_screen(CardScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        assert "er ligt een bezwaar · kaart 1 van 21" in seen.text
        first = seen.text
        assert "kaart 2 van 21" in await seen.press("k")
        assert await seen.press("left") == first
        assert "kaart 21 van 21" in await seen.press("backspace")
        use("en")
        screen = seen.app.screen
        assert isinstance(screen, CardScreen)
        screen.relabel()
        await seen.rest()
        assert "card 21 of 21" in seen.text


async def test_a_set_has_cards_of_its_own_and_a_broken_file_is_a_sentence(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(round_set(2, 0))
    path = tmp_path / "keten/cards.toml"
    path.write_text(
        'format = 1\n[cards.own]\ntitle = "Onze kaart"\nlines = ["Vraag dit."]\n'
        'phases = ["consent"]\nwarmth = ["warm"]\n'
    )
    async with opened(store=store) as seen:
        seen.app.push_screen(CardScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        assert "Vraag dit." in seen.text
        assert "warm: the same point comes back · card 1 of 22" in seen.text
        await seen.press("escape")
        path.write_text("[cards", encoding="utf-8")
        seen.app.push_screen(CardScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        assert "card 1 of 21" in seen.text
        assert "A heading is not closed." in " ".join(seen.text.split())


async def test_a_card_longer_than_the_screen_scrolls(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(round_set(2, 0))
    lines = ", ".join(f'"regel {n}"' for n in range(60))
    text = f'format = 1\n[cards.own]\ntitle = "Lang"\nlines = [{lines}]\n'
    text += 'warmth = ["warm"]\nphases = ["consent"]\n'
    (tmp_path / "keten/cards.toml").write_text(text, encoding="utf-8")
    async with opened(store=store) as seen:
        seen.app.push_screen(CardScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        await seen.press("right", "left")
        assert "LANG" in seen.text
        await seen.press("end")
        await seen.pilot.wait_for_animation()
        assert "regel 59" in seen.text


async def test_the_room_and_each_partner_have_a_temperature(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(round_set(2, 0))
    async with opened(store=store) as seen:
        seen.app.push_screen(TemperatureScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        assert "warm" in seen.lines[2]
        shown = await seen.press("5")
        assert "hot" in shown.splitlines()[2].split("1 cool")[0]
        assert agreed(tmp_path)["temperature"] == 5
        await seen.press("1")
        noord = tomllib.loads((tmp_path / "keten/partners/p00.toml").read_text("utf-8"))
        assert noord["ratings"]["kwaliteit"]["temperature"] == 1
        await seen.press("up", "up", "backspace")
        assert "temperature" not in agreed(tmp_path)
        assert "card 1 of" in await seen.press("k")


async def test_a_digit_right_behind_another_is_for_the_next_row(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(round_set(2, 0))
    async with opened(store=store) as seen:
        seen.app.push_screen(TemperatureScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        answers = seen.app.screen.query_one(AnswerList)
        answers.action_answer(5)
        answers.action_answer(1)
        await seen.rest()
        assert agreed(tmp_path)["temperature"] == 5
        noord = tomllib.loads((tmp_path / "keten/partners/p00.toml").read_text("utf-8"))
        assert noord["ratings"]["kwaliteit"]["temperature"] == 1
