"""Phones in the room, as the facilitator opens, watches and closes it on the beamer."""

import subprocess
import sys
from pathlib import Path

import pytest

from glossary.domain import Phase
from glossary.formats import extras
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.networks import NetworksScreen
from glossary.tui.screens.question import Question
from glossary.tui.widgets.phone_list import PhoneList, PhoneRow

pytest.importorskip("uvicorn", reason="the extra join is not installed")
pytest.importorskip("segno", reason="the extra join is not installed")

from glossary.join.qr import squares
from tests.join.phoning import Phone
from tests.tui.leading import shown
from tests.tui.phoning import (
    at_phase,
    guide_of,
    in_room,
    knock,
    read_code,
    server_of,
    until,
)

# Leads a session to its menu, and then to which network; tells what was loaded before that.
START = """
import asyncio, pathlib, sys, tempfile
from glossary.domain import Phase
from glossary.store.folder import FolderStore
from glossary.tui.app import GlossaryApp
from glossary.bootstrap import today
from tests.tui.meeting import meeting

WEB = ("starlette", "uvicorn", "segno", "anyio", "cryptography", "glossary.join")

async def start():
    with tempfile.TemporaryDirectory() as folder:
        store = FolderStore(pathlib.Path(folder))
        store.create(meeting(2, Phase.COLLECT))
        async with GlossaryApp(store, today=today).run_test() as pilot:
            await pilot.press("s", "ctrl+g", "escape")
            await pilot.pause()
            print("before", *(one for one in WEB if one in sys.modules))
            await pilot.press("ctrl+g", "m")
            await pilot.app.workers.wait_for_complete()
            print("after", *(one for one in WEB if one in sys.modules))

asyncio.run(start())
"""


def test_nothing_of_it_is_loaded_before_its_key() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=True, timeout=60
    )
    # Which networks there are is asked without the web.
    assert done.stdout.splitlines() == ["before", "after glossary.join"]


async def test_without_the_extra_a_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "EXTRAS", {"join": ("no_such_module",)})
    async with at_phase(tmp_path, Phase.COLLECT) as seen:
        text = await seen.press("ctrl+g", "m")
        assert shown(seen) is EntryScreen
        assert "pip install 'glossary[join]'" in " ".join(text.split())


async def test_the_network_is_chosen_and_overhearing_is_said_plainly(tmp_path: Path) -> None:
    async with at_phase(tmp_path, Phase.COLLECT) as seen:
        text = await seen.press("ctrl+g", "m")
        assert shown(seen) is NetworksScreen
        listed = [line for line in text.splitlines() if "127.0.0.1" in line]
        assert "only this laptop, to try it out" in listed[0]
        assert "can overhear what phones send" in " ".join(text.split())
        text = await seen.press("c")
        assert "nobody overhears what phones send" in " ".join(text.split())
        await seen.press("escape")
        assert shown(seen) is EntryScreen
        assert not guide_of(seen).phones.is_open
        assert "phone" not in seen.lines[0]


async def test_no_network_is_a_sentence_and_another_look_finds_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from glossary.join import addresses

    found = [addresses.Network(addresses.LOOPBACK)]
    monkeypatch.setattr(addresses, "networks", lambda: tuple(found))
    async with at_phase(tmp_path, Phase.COLLECT) as seen:
        text = await seen.press("ctrl+g", "m")
        assert "on no network that phones can be on" in " ".join(text.split())
        found.insert(0, addresses.Network("192.168.178.20", "wlan0"))
        text = await seen.press("r")
        assert "192.168.178.20" in text
        assert "Which network are the phones" in text


async def test_an_address_that_is_gone_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from glossary.join import addresses

    gone = addresses.Network("203.0.113.9", "wlan0")
    monkeypatch.setattr(addresses, "networks", lambda: (gone,))
    async with at_phase(tmp_path, Phase.COLLECT) as seen:
        text = await seen.press("ctrl+g", "m", "enter")
        assert shown(seen) is NetworksScreen
        assert "This laptop is not at 203.0.113.9 now" in " ".join(text.split())
        assert not guide_of(seen).phones.is_open


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
@pytest.mark.parametrize("theme", [(), ("f2",)])
async def test_the_code_leads_here_with_its_border_in_both_themes(
    tmp_path: Path, size: tuple[int, int], theme: tuple[str, ...]
) -> None:
    async with in_room(tmp_path, size=size) as (seen, server):
        await seen.press(*theme)
        assert read_code(seen) == [list(row) for row in squares(server.link)]
        assert server.url in seen.text
        if size[1] < 30:
            assert server.invitation.code in seen.text
        assert "Not encrypted" in seen.text


async def test_a_small_window_says_what_it_takes_and_comes_back(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        text = await seen.resize(79, 24)
        assert "A window of 80 by 24 shows a code" in " ".join(text.split())
        assert server.invitation.code in text
        await seen.resize(80, 24)
        assert read_code(seen) == [list(row) for row in squares(server.link)]


async def test_a_certificate_shows_its_fingerprint(tmp_path: Path) -> None:
    pytest.importorskip("cryptography")
    async with at_phase(tmp_path, Phase.COLLECT) as seen:
        text = await seen.press("ctrl+g", "m", "c", "end", "enter")
        certificate = server_of(seen).certificate
        assert certificate is not None
        assert certificate.fingerprint[:19] in text
        assert "https://127.0.0.1" in text
        assert "Not encrypted" not in text


async def test_a_phone_waits_is_let_in_and_is_asked(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        phone = Phone(server)
        phone.enter()
        await until(seen, "1 waits")
        (waiting,) = server.lobby.waiting()
        assert waiting.mark in seen.text
        text = await seen.press("enter")
        assert shown(seen) is Question
        assert f"For which partner does {waiting.mark} answer?" in text
        text = await seen.press("2")
        assert "answers for Delta" in text
        assert "1 is in" in text
        assert "What do you mean?" in phone.get("/now").text
        # Back in the conversation it stays, and the title says so.
        text = await seen.press("escape")
        assert shown(seen) is EntryScreen
        assert "1 phone · " in seen.lines[0]
        knock(server)
        await until(seen, "1 phone, 1 waits")


async def test_the_partner_that_a_holder_names_is_offered(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        knock(server, "Mia, zorggroep delta")
        await until(seen, "1 waits")
        await seen.press("enter", "enter")
        knock(server)
        await until(seen, "1 waits")
        assert "2 Delta ●" in await seen.press("enter")
        await seen.press("enter")
        assert [one.partner for one in server.lobby.admitted()] == ["p01", "p00"]


async def test_phones_are_moved_and_removed_knowingly(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        server.lobby.admit(knock(server, "Jan").id, "p00")
        await until(seen, "1 is in")
        await seen.press("enter", "3")
        assert server.lobby.admitted()[0].partner == "p02"
        # One press too many moves nobody.
        await seen.press("enter", "enter")
        assert server.lobby.admitted()[0].partner == "p02"
        text = await seen.press("x")
        assert "(Jan, School) out of the room?" in text
        await seen.press("escape")
        assert server.lobby.admitted()
        await seen.press("x", "2")
        assert not server.lobby.admitted()
        assert "Nobody yet" in seen.text
        # Who left between the look and the key is a sentence.
        knock(server)
        await until(seen, "1 waits")
        await seen.press("enter")
        server.lobby.clear_waiting()
        assert "This phone has left" in await seen.press("1")


async def test_a_flood_is_cleared_and_a_leaked_code_is_worthless(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        old = server.link
        for number in range(500):
            server.lobby.join(f"192.0.2.{number % 250}")
        await until(seen, "380 turned away")
        row = seen.app.screen.query_one("PhoneList")
        await seen.press("end")
        assert row.cursor == 119  # type: ignore[attr-defined]
        text = await seen.press("c", "r")
        assert not server.lobby.waiting()
        assert "Nobody yet" in text
        assert "turned away" not in text
        assert server.link != old
        assert read_code(seen) == [list(row) for row in squares(server.link)]


async def test_what_a_holder_types_is_text(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        knock(server, "[red]x[/red] \x1b[31m\u202e[@click=app.quit]y[/]")
        await until(seen, "1 waits")
        assert "[red]x[/" in seen.text
        assert "\x1b" not in seen.text
        assert "\u202e" not in seen.text
        await seen.press("enter")
        assert "[@click=app.quit]" in "".join(seen.lines)


async def test_a_mark_is_whole_however_long_names_are(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, _server):
        rows = [
            PhoneRow("a", "57 lighthouse", "", "asleep", "Samenwerkingsverband Noo"),
            PhoneRow("b", "07 moon", "", "", "Noord"),
        ]
        seen.app.screen.query_one(PhoneList).show_phones(rows)
        await until(seen, "57 lighthouse ")
        first, second = (line for line in seen.text.splitlines() if "●" in line)
        assert "Samenwerking" in first
        assert first.rstrip().endswith("  asleep")
        assert second.rstrip().endswith("07 moon")


async def test_who_is_done_is_said_and_never_what(tmp_path: Path) -> None:
    async with in_room(tmp_path) as (seen, server):
        for partner in ("p00", "p03"):
            server.lobby.admit(knock(server).id, partner)
        text = await until(seen, "2 are in")
        (done,) = [line for line in text.splitlines() if "Noord" in line]
        (writes,) = [line for line in text.splitlines() if "Huisarts" in line]
        assert done.endswith("done")
        assert writes.endswith("writes")
        assert "incidenten" not in text
