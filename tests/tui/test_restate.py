"""Saying back: what ends up in whose file, and what is on the screen."""

from pathlib import Path

import pytest
from textual import events

from glossary.domain import visible
from glossary.store.folder import FolderStore
from glossary.tui.keeper import Keeper
from glossary.tui.screens.question import Question
from glossary.tui.screens.restate import RestateScreen
from glossary.tui.widgets.restate_form import RestateForm
from tests.tui.agreeing import agreed
from tests.tui.paper import DELTA, paper, until
from tests.tui.restating import REVEALED, answered, restating, reveal, said, typed
from tests.tui.seeing import Seen, opened
from tests.tui.test_entry_safety import HOSTILE, no_disk


async def test_the_first_turn_is_asked_and_the_meaning_is_out_of_sight(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        assert "Gemeente Noord says in its own words what Zorggroep Delta means" in seen.text
        assert "understood: 0 of 2 ○○" in seen.text
        assert "Geheim" not in seen.text


async def test_what_is_typed_is_one_attempt_however_often_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Keeper, "SOON", 0.01)
    async with restating(tmp_path) as seen:
        for word in ("Iemand", " merkt", " iets"):
            await seen.press(*word)
            await until(seen, lambda: said(tmp_path) == [typed(seen)])
        assert "attempt" not in seen.text
    assert said(tmp_path) == ["Iemand merkt iets"]


async def test_klopt_brings_the_next_turn(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press(*"Aandacht.", "ctrl+s", "y")
        assert "understood: 1 of 2 ●○" in shown
        assert "✓ Noord→Delta" in shown
        assert "Zorggroep Delta says in its own words what Gemeente Noord means" in shown
        assert "Delta has been heard." in shown
        assert typed(seen) == ""
    assert said(tmp_path) == ["Aandacht."]
    assert answered(tmp_path) == [("yes", "")]


async def test_almost_asks_for_a_correction_and_the_next_attempt_begins_empty(
    tmp_path: Path,
) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press(*"Iemand merkt", "ctrl+s", "a")
        assert "Delta: what is not right yet?" in shown
        shown = await seen.press(*"en aandacht", "enter")
        assert "attempt 2" in shown
        assert "1  Iemand merkt  → almost: en aandacht" in shown
        assert typed(seen) == ""
        await seen.press(*"Aandacht merken", "ctrl+s", "y")
    assert said(tmp_path) == ["Iemand merkt", "Aandacht merken"]
    assert answered(tmp_path) == [("almost", "en aandacht"), ("yes", "")]


async def test_who_was_almost_understood_is_asked_anew(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"Iemand merkt", "ctrl+s", "a", *"en aandacht", "enter")
        shown = await seen.press(*" aandacht", "ctrl+s")
        assert "▸y That is it" in shown
        await seen.press("enter")
    assert answered(tmp_path) == [("almost", "en aandacht"), ("yes", "")]


async def test_no_begins_anew_and_a_correction_may_be_left_out(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press(*"Snelheid.", "ctrl+s", "n", "enter")
        assert "1  Snelheid.  → no" in shown
        assert typed(seen) == ""
    assert answered(tmp_path) == [("no", "")]


@pytest.mark.parametrize("way_out", ["escape", "ctrl+n", "ctrl+q", "ctrl+s"])
async def test_a_correction_that_is_left_is_saved(tmp_path: Path, way_out: str) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"Snelheid.", "ctrl+s", "a", *"juist niet", way_out)
    assert answered(tmp_path) == [("almost", "juist niet")]


async def test_letters_are_letters_while_typing(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"yans okb")
        assert typed(seen) == "yans okb"
    assert answered(tmp_path) == []


@pytest.mark.parametrize("way_out", ["escape", "ctrl+q", "ctrl+n", "ctrl+b"])
async def test_leaving_saves_what_was_typed(tmp_path: Path, way_out: str) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"half gezegd", way_out)
    assert said(tmp_path) == ["half gezegd"]


async def test_coming_back_goes_on_where_one_was(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"half gezegd")
    async with restating(tmp_path) as seen:
        assert typed(seen) == "half gezegd"
        assert "? Noord→Delta" in seen.text
        await seen.press(*" en af", "ctrl+s", "y")
    assert said(tmp_path) == ["half gezegd en af"]


async def test_nothing_is_written_when_nothing_was_said(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press("ctrl+s")
        assert "Say it first, in your own words." in shown
        assert "That is it" not in shown
        await seen.press("ctrl+n", "escape")
    assert (said(tmp_path), answered(tmp_path)) == ([], [])


async def test_what_was_emptied_again_is_not_kept(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press("x", "ctrl+s", "shift+tab", "backspace")
        shown = await seen.press("ctrl+s")
        assert "Say it first, in your own words." in shown
        assert said(tmp_path) == []
        await seen.press(*"Rust", "ctrl+s", "a", *"nee", "enter", "y", "ctrl+s", "shift+tab")
        await seen.press("backspace", "escape")
    # What was answered is history.
    assert said(tmp_path) == ["Rust"]


async def test_no_turn_left_says_what_to_do_and_opens_none_by_itself(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press("ctrl+o", "ctrl+o", "ctrl+o")
        assert "esc leads back. ← and → choose a turn above, also a skipped one" in shown
        shown = await seen.press("enter", "n", "ctrl+n", "f1", "escape", "enter")
        assert "No turn is left." in shown
        assert "School says in its own words" in await seen.press("ctrl+b")
        await seen.press("escape")
        assert not isinstance(seen.app.screen, RestateScreen)


async def test_a_skipped_turn_is_noted(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        shown = await seen.press("ctrl+o")
        assert "– Noord→Delta" in shown
        assert "Zorggroep Delta says in its own words what Gemeente Noord means" in shown
        shown = await seen.press("x", "ctrl+s", "s", "ctrl+o")
        assert "No turn is left." in shown
        assert "Noord about Delta" in shown
        assert "Not said yet what they mean: School." in shown
        shown = await seen.press("left", "left", "left", "enter")
        assert "Gemeente Noord says in its own words what Zorggroep Delta means" in shown
    skips = [(one["by"], one["of"]) for one in agreed(tmp_path)["skips"]]
    assert skips[0] == ("gemeente-noord", "zorggroep-delta")
    assert len(skips) == 3


async def test_everybody_is_heard_in_the_end_and_one_may_go_back(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        for text in ("een", "twee", "drie"):
            shown = await seen.press(*text, "ctrl+s", "y")
        assert "Everybody has been heard." in shown
        assert "understood: 2 of 2 ●●" in shown
        shown = await seen.press("left", "left", "left", "enter")
        assert "1  een  → that is it" in shown


async def test_the_meaning_shows_on_request_and_goes_when_typing_goes_on(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        assert "een bewoner merkt aandacht" in await seen.press("f4")
        assert "een bewoner merkt aandacht" not in await seen.press("f4")
        await seen.press("f4")
        assert "een bewoner merkt aandacht" not in await seen.press("x")


async def test_a_meaning_that_changed_is_asked_again_and_it_is_said_why(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"Aandacht.", "ctrl+s", "y")
    path = tmp_path / "keten/partners/zorggroep-delta.toml"
    path.write_text(path.read_text().replace("merkt aandacht", "merkt rust"))
    async with restating(tmp_path) as seen:
        assert "Delta changed its text since it was restated" in seen.text
        assert "○ Noord→Delta" in seen.text
        shown = await seen.press(*"Rust.", "ctrl+s", "y")
        assert "✓ Noord→Delta" in shown
    assert said(tmp_path) == ["Aandacht.", "Rust."]


async def test_a_meaning_that_changes_while_typing_takes_no_words_away(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"Aandacht.", "ctrl+s")
        path = tmp_path / "keten/partners/zorggroep-delta.toml"
        path.write_text(path.read_text().replace("merkt aandacht", "merkt rust"))
        shown = await refilled(seen)
        assert "Delta changed its text since it was restated" in shown
        assert typed(seen) == "Aandacht."


async def test_a_partner_that_joins_halfway_gets_a_turn(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        await seen.press(*"Aandacht", "ctrl+s")
        path = tmp_path / "keten/partners/huisarts.toml"
        path.write_text(DELTA.replace("Zorggroep Delta", "De Huisarts").replace("Delta", "Arts"))
        shown = await refilled(seen)
        assert "Noord→Delta" in shown
        assert "School→Arts" in shown
        assert "understood: 0 of 3 ○○○" in shown
        assert typed(seen) == "Aandacht"


async def test_a_partner_that_leaves_makes_room_for_the_next_turn(tmp_path: Path) -> None:
    async with restating(tmp_path) as seen:
        (tmp_path / "keten/partners/zorggroep-delta.toml").unlink()
        shown = await refilled(seen)
        assert "School says in its own words what Noord means" in shown


async def refilled(seen: Seen) -> str:
    """As the app does when it sees that files changed."""
    screen = seen.app.screen
    assert isinstance(screen, RestateScreen)
    assert seen.app.desk.reload_if_changed()
    screen.refill()
    await seen.rest()
    return seen.text


async def test_one_partner_is_told_that_there_is_nobody(tmp_path: Path) -> None:
    reveal(tmp_path)
    for name in ("zorggroep-delta", "de-haven"):
        (tmp_path / f"keten/partners/{name}.toml").unlink()
    async with restating(tmp_path) as seen:
        assert "There is nobody to restate" in seen.text
        await seen.press("ctrl+n", "ctrl+o", "ctrl+s", "f4", "escape")
        assert not isinstance(seen.app.screen, RestateScreen)


async def test_a_blind_term_is_not_restated(tmp_path: Path) -> None:
    reveal(tmp_path, 'format = 1\nphase = "collect"\nopened = 2026-11-23T14:05:00+01:00\n')
    async with restating(tmp_path) as seen:
        assert "“kwaliteit” is not revealed yet, so nobody can restate it." in seen.text
        assert "Geheim" not in await seen.press("f4")


async def test_people_restate_by_name_also_where_letters_hid_names_before(tmp_path: Path) -> None:
    reveal(tmp_path)
    session = 'format = 1\nterms = ["kwaliteit"]\nanonymous = true\n'
    (tmp_path / "keten/session.toml").write_text(session)
    async with restating(tmp_path) as seen:
        assert "Gemeente Noord says in its own words what Zorggroep Delta means" in seen.text


async def test_a_failed_save_keeps_the_text_and_no_answer_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with restating(tmp_path) as seen:
        monkeypatch.setattr("os.replace", no_disk)
        shown = await seen.press(*"Aandacht", "ctrl+s", "tab", "y")
        assert "was not saved and is as it was" in shown
        assert typed(seen) == "Aandacht"
        await seen.press("escape")
        assert isinstance(seen.app.screen, Question)
        monkeypatch.undo()
        await seen.press("escape", "escape")
    assert said(tmp_path) == ["Aandacht"]
    assert answered(tmp_path) == []


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_harmless(tmp_path: Path, text: str) -> None:
    reveal(tmp_path)
    escaped = "".join(f"\\U{ord(char):08X}" for char in text)
    path = tmp_path / "keten/partners/zorggroep-delta.toml"
    path.write_text(path.read_text().replace("Geheim van Delta", escaped).replace("Delta", escaped))
    async with restating(tmp_path, size=(120, 40)) as seen:
        for keys in (("f4",), ("x", "ctrl+s"), ("a",), ("x", "enter")):
            shown = await seen.press(*keys)
            assert shown == visible(shown)
        seen.app.post_message(events.Paste(text))
        await seen.rest()
        assert seen.text == visible(seen.text)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40), (200, 60)])
async def test_every_size_shows_what_is_asked(tmp_path: Path, size: tuple[int, int]) -> None:
    async with restating(tmp_path, size=size) as seen:
        assert "Delta means" in " ".join(seen.text.split())
        shown = await seen.press(*"Aandacht", "ctrl+s")
        assert "That is it" in shown
        assert "Aandacht" in shown


@pytest.mark.parametrize("many", [12, 30])
async def test_the_turn_stays_in_sight_among_many(tmp_path: Path, many: int) -> None:
    partners = paper(tmp_path) / "partners"
    for n in range(many - 3):
        text = DELTA.replace("Zorggroep Delta", f"Partner {n}").replace('"Delta"', f'"P{n}"')
        (partners / f"partner-{n}.toml").write_text(text)
    reveal(tmp_path, REVEALED.split("order")[0])
    async with restating(tmp_path) as seen:
        for _turn in range(many):
            await seen.press("ctrl+n")
            form = seen.app.screen.query_one(RestateForm)
            assert form.said.region.bottom <= 24
            assert f"understood: 0 of {many - 1}" in seen.text


@pytest.mark.parametrize("keys", [("r",), ("enter", "r"), ("a", "ctrl+t")])
async def test_it_opens_from_where_one_works_on_a_term(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    reveal(tmp_path)
    async with opened(store=FolderStore(tmp_path)) as seen:
        await seen.press(*keys)
        assert isinstance(seen.app.screen, RestateScreen)
        await seen.press("escape")
        assert not isinstance(seen.app.screen, RestateScreen)
