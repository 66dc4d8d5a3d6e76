"""Phones in the room: what they answer reaches the beamer, and no word of it too early."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from glossary.domain import (
    Answer,
    CaseAnswer,
    Definition,
    Partner,
    Phase,
    Position,
    Stand,
    fingerprint,
)
from glossary.store.folder import FolderStore
from glossary.tui.keeper import Keeper
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.widgets import positions_panel
from glossary.tui.widgets.typed_area import TypedArea
from glossary.workflow.session.restating import answer, restate

pytest.importorskip("uvicorn", reason="the extra join is not installed")
pytest.importorskip("segno", reason="the extra join is not installed")

from tests.tui.leading import shown
from tests.tui.meeting import TERM, WORDING
from tests.tui.phoning import in_room, knock, until
from tests.tui.restating import typed
from tests.tui.rounds import DAY


async def test_an_answer_reaches_the_form_without_its_words(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, _server):
        await seen.press("escape")
        assert shown(seen) is EntryScreen
        assert "✓ Huisarts" not in seen.text
        # A phone writes by a store of its own.
        FolderStore(tmp_path).update_partner(
            "keten",
            "p03",
            lambda one: replace(one, definitions={TERM: Definition("Dat wij het zagen.")}),
        )
        text = await until(seen, "✓ Huisarts")
        assert "1 to go" in text
        assert "Dat wij het zagen." not in text


async def test_the_beamer_need_not_be_dark_for_who_writes_on_phones(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        assert "Make the beamer dark" in await seen.press("escape")
        await seen.press("ctrl+g", "m", "end", "enter")
        server.lobby.admit(knock(server).id, "p03")
        await until(seen, "writes")
        text = await seen.press("escape")
        assert "On phones everybody writes unseen." in text
        assert "Make the beamer dark" not in text
        # Nobody is at the laptop: a letter is a word of nobody.
        assert "enter Write" in text
        assert "Hier" not in await seen.press(*"Hier")
        assert "Hier" in await seen.press("enter", *"Hier")
        await seen.press("ctrl+g", "escape", *" en daar")
        assert "Hier en daar" in seen.text


async def test_an_answer_of_the_partner_whose_form_is_open_is_covered(tmp_path: Path) -> None:
    """Its form stands open on the beamer, and it answers on its phone."""
    async with in_room(tmp_path) as (seen, _server):
        text = await seen.press("escape")
        assert "Haven · 2 to go" in " ".join(text.split())
        store, answered = FolderStore(tmp_path), {TERM: {"verhuisd": CaseAnswer.DEPENDS}}
        store.update_partner("keten", "p02", lambda one: replace(one, cases=answered))
        text = await until(seen, "has answered. Only")
        assert "● 3" not in text
        said = Definition("Dat wij het zagen.")
        store.update_partner("keten", "p02", lambda one: replace(one, definitions={TERM: said}))
        text = await until(seen, "1 to go")
        assert "Dat wij het zagen." not in text
        assert "Dat wij het zagen." in await seen.press("enter")


async def test_no_stray_enter_shows_what_was_sent(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        server.lobby.admit(knock(server).id, "p02")
        await seen.press("escape")
        said_on_phone(tmp_path, "Dat wij het zagen.")
        await until(seen, "has answered. Only")
        for answer, is_shown in (("enter", False), ("2", True)):
            text = await seen.press("enter")
            assert "Show here what Basisschool De Haven wrote?" in text
            assert "zagen" not in text
            assert ("Dat wij het zagen." in await seen.press(answer)) is is_shown


async def test_who_types_on_the_laptop_keeps_the_form(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, _server):
        await seen.press("escape", *"Hier")
        await until(seen, "Saved")
        answered = {TERM: {"verhuisd": CaseAnswer.DEPENDS}}
        FolderStore(tmp_path).update_partner(
            "keten", "p02", lambda one: replace(one, cases=answered)
        )
        await until(seen, "● 3")
        assert " Hier" in await seen.press("!")


async def test_letters_of_this_moment_stay_as_well(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, _server):
        await seen.press("escape")
        screen = seen.app.screen
        assert isinstance(screen, EntryScreen)
        answered = {TERM: {"verhuisd": CaseAnswer.DEPENDS}}
        # The form has not heard yet that something was typed.
        screen.query_one("#meaning", TypedArea).insert("Hier")
        FolderStore(tmp_path).update_partner(
            "keten", "p02", lambda one: replace(one, cases=answered)
        )
        seen.app.desk.reload()
        screen.refill()
        await seen.rest()
        assert " Hier" in seen.text


def said_on_phone(folder: Path, meaning: str) -> None:
    said = {TERM: Definition(meaning, example="Een kind dat verhuist.")}
    FolderStore(folder).update_partner("keten", "p02", lambda one: replace(one, definitions=said))


async def test_nothing_from_a_phone_stands_on_the_form_of_who_types_on_the_laptop(
    tmp_path: Path,
) -> None:
    async with in_room(tmp_path) as (seen, _server):
        await seen.press("escape", *"Hier")
        await until(seen, "Saved")
        said_on_phone(tmp_path, "Hier")
        text = await until(seen, "has answered. Only")
        assert "Een kind" not in text
        assert "Een kind dat verhuist." in await seen.press("enter")


@pytest.mark.parametrize(
    ("answer", "kept"),
    [("2", "Hier nog"), ("3", "Dat wij het zagen."), ("1", "Dat wij het zagen.")],
)
async def test_texts_that_clash_are_asked_about_without_their_words(
    tmp_path: Path, answer: str, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Keeper, "SOON", 60.0)
    monkeypatch.setattr(Keeper, "LATEST", 60.0)
    async with in_room(tmp_path) as (seen, _server):
        await seen.press("escape", *"Hier", "ctrl+s", *" nog")
        said_on_phone(tmp_path, "Dat wij het zagen.")
        text = await seen.press("ctrl+s")
        assert "De Haven wrote something else meanwhile" in text
        assert "zagen" not in text
        text = await seen.press(answer)
        assert "zagen" not in text
        assert "Een kind" not in text
        assert (" Hier nog" in text) is (answer == "1")
    said = FolderStore(tmp_path).load("keten").termset.partners["p02"].definitions[TERM]
    assert (said.meaning, said.example) == (kept, "Een kind dat verhuist.")


async def test_a_turn_that_is_heard_on_phones_makes_room_for_the_next_one(
    tmp_path: Path,
) -> None:
    async with in_room(tmp_path, Phase.RESTATE) as (seen, _server):
        text = await seen.press("escape")
        assert "Delta says in its own words what School means" in text
        store, turn = FolderStore(tmp_path), ("keten", TERM, "p01", "p02")
        restate(store, *turn, "Ieder kind.", DAY)
        await until(seen, "Ieder kind.")
        answer(store, *turn, Answer.ALMOST, "En de juf.")
        await until(seen, "1  Ieder kind.  → almost: En de juf.")
        assert typed(seen) == ""
        restate(store, *turn, "Ieder kind, en de juf ook.", DAY)
        await until(seen, "juf ook.")
        answer(store, *turn, Answer.YES)
        text = await until(seen, "School has been heard.")
        assert "School says in its own words what Huisarts means" in text


async def test_letters_are_no_words_of_who_restates_on_a_phone(tmp_path: Path) -> None:
    async with in_room(tmp_path, Phase.RESTATE) as (seen, server):
        store, turn = FolderStore(tmp_path), ("keten", TERM, "p01", "p02")
        server.lobby.admit(knock(server).id, "p01")
        await seen.press("escape")
        restate(store, *turn, "Ieder kind.", DAY)
        await until(seen, "Ieder kind.")
        await until(seen, "enter Write")
        await seen.press("n")
        assert typed(seen) == "Ieder kind."
        answer(store, *turn, Answer.YES)
        await until(seen, "School has been heard.")
        await seen.press("n")
        assert typed(seen) == ""
        await seen.press("enter", "n")
        assert typed(seen) == "n"


async def test_a_position_reaches_the_round(tmp_path: Path) -> None:
    async with in_room(tmp_path, Phase.CONSENT) as (seen, _server):
        await seen.press("escape")
        assert shown(seen) is AgreementScreen
        position = Position(fingerprint(WORDING), Stand.CONCERN, "Wie betaalt dat?")
        FolderStore(tmp_path).update_partner(
            "keten", "p03", lambda one: replace(one, positions={TERM: position})
        )
        text = await until(seen, "~ Concern")
        assert "Wie betaalt dat?" not in text


def _standing(one: Partner, position: Position) -> Partner:
    return replace(one, positions={TERM: position})


async def test_keys_are_about_who_still_has_to_speak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter that comes behind an answer on a phone neither takes its place nor another's."""
    store, on = FolderStore(tmp_path), fingerprint(WORDING)
    monkeypatch.setattr(positions_panel, "_GLANCE", 60.0)
    async with in_room(tmp_path, Phase.CONSENT) as (seen, _server):
        text = await seen.press("escape")
        assert "▶ Basisschool De Haven" in text
        for partner, stand, then, told in (
            ("p02", Stand.OBJECTION, "▶ Huisartsenpraktijk West", "School answered elsewhere; now"),
            ("p03", Stand.CONSENT, "▶ Zorggroep Delta", "elsewhere; everybody has spoken."),
        ):
            position = Position(on, stand, "Wie betaalt dat?", DAY)
            store.update_partner("keten", partner, partial(_standing, position=position))
            await until(seen, then)
            before = store.load("keten").termset
            text = await seen.press("c")
            assert then in text
            assert told in text
            assert store.load("keten").termset == before
        assert "Saved." in await seen.press("s")
