"""Phones in the room: where they are opened, how it looks, and how it ends."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Definition, Phase
from glossary.store.folder import FolderStore
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.phones import PhonesScreen
from glossary.tui.screens.progress import ProgressScreen

pytest.importorskip("uvicorn", reason="the extra join is not installed")
pytest.importorskip("segno", reason="the extra join is not installed")

from tests.join.phoning import Phone
from tests.tui.leading import shown
from tests.tui.meeting import TERM
from tests.tui.phoning import at_phase, guide_of, in_room, knock, shown_room, until

GOLDEN = Path(__file__).parent / "golden"


async def test_what_phones_wrote_meanwhile_is_there_on_the_way_back(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        server.lobby.admit(knock(server).id, "p03")
        await until(seen, "writes")
        FolderStore(tmp_path).update_partner(
            "keten", "p03", lambda one: replace(one, definitions={TERM: Definition("Gezien.")})
        )
        await until(seen, "done")
        assert "✓ Huisarts" in await seen.press("escape")


async def test_closing_is_asked_and_then_refuses_phones(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        phone = Phone(server)
        phone.enter_for("p00")
        link = server.link
        text = await seen.press("s")
        assert "1 phone is told that it is over" in " ".join(text.split())
        await seen.press("escape")
        assert shown(seen) is PhonesScreen
        await seen.press("s", "2")
        assert shown(seen) is EntryScreen
        text = await until(seen, "The room for phones is closed.")
        assert "phone" not in text.splitlines()[0]
        assert not server.invitation.is_open
        assert server.link == link
        # Another time is another room.
        await seen.press("ctrl+g", "m", "end", "enter")
        assert shown(seen) is PhonesScreen
        assert guide_of(seen).phones.server is not server


async def test_it_ends_with_the_session(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        phones = guide_of(seen).phones
        await seen.press("escape", "ctrl+g", "o", "escape")
        assert seen.app.desk.guide is None
        assert not server.invitation.is_open
        assert not phones.is_open


async def test_it_ends_with_the_program(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        await seen.press("ctrl+q")
        assert not server.invitation.is_open


async def test_another_set_ends_it(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    async with in_room(tmp_path) as (seen, server):
        other = replace(store.load("keten").termset, id="other", session=None)
        store.create(other)
        await seen.press("escape", "ctrl+g", "o", "p", "o", "escape")
        assert server.invitation.is_open
        await seen.press("o", "down", "enter")
        assert seen.app.desk.set_id == "other"
        assert not server.invitation.is_open


async def test_it_opens_on_the_overview_as_well(tmp_path: Path) -> None:
    async with at_phase(tmp_path, Phase.COLLECT) as seen:
        await seen.press("ctrl+g", "o", "ctrl+g", "m", "end", "enter")
        assert shown(seen) is PhonesScreen
        await seen.press("escape")
        assert shown(seen) is ProgressScreen
        assert "0 phones" in seen.lines[0]
        await seen.press("enter")
        assert shown(seen) is EntryScreen
        assert "0 phones · " in seen.lines[0]


async def test_what_comes_before_its_widgets_is_no_trouble(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, _server):
        early = PhonesScreen(seen.app.desk, guide_of(seen))
        early.show_time()
        early.refill()
        assert not early.stands


async def test_the_menu_and_the_palette_know_it(tmp_path: Path) -> None:
    async with at_phase(tmp_path, Phase.COLLECT) as seen:
        assert "m Phones" in await seen.press("ctrl+g")
        text = await seen.press("escape", "ctrl+p", *"wifi")
        assert "Phones in the room" in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_screen_looks_as_it_did(tmp_path: Path, size: tuple[int, int]) -> None:
    async with shown_room(tmp_path, size=size) as seen:
        text = seen.text + "\n"
    golden = GOLDEN / f"phones-{size[0]}x{size[1]}.txt"
    if os.environ.get("GLOSSARY_ACCEPT"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
