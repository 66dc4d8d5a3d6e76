"""Typed text is never lost, and nothing harmful reaches the screen."""

import os
import signal
import sys
from pathlib import Path

import pytest
from textual import events

from glossary.domain import visible
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.question import Question
from glossary.tui.widgets.entry_form import EntryForm
from tests.terminal import Terminal
from tests.tui.entering import entry, form
from tests.tui.paper import changed_lines, paper, until
from tests.tui.seeing import Seen

HOSTILE = [
    "x [/] y",
    "[bold]b[/bold] [100%]",
    "[@click=app.quit]klik[/]",
    "\x1b[31mrood\x1b[0m",
    "\x1b]52;c;aGk=\x07",
    "\x1b]0;titel\x07",
    "links\u202erechts",
    "nul\u200bbreed\u00ad",
    "a\x00b\x85c",
    "e" + "\u0301" * 40,
    "regel\x0bregel\u2028regel",
    "\ufeffbom",
    "$(rm -rf x) `ls` ../../etc",
]


def no_disk(*_paths: object, **_options: object) -> None:
    message = "No space left on device"
    raise OSError(28, message)


async def paste(seen: Seen, text: str) -> str:
    seen.app.post_message(events.Paste(text))
    await seen.rest()
    return seen.text


async def test_where_nothing_can_be_saved_it_is_said_before_anybody_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper(tmp_path)
    room = tmp_path / "keten" / "partners"
    mode, access = room.stat().st_mode, os.access
    room.chmod(0o555)
    if os.geteuid() == 0:  # whom no mode keeps out
        monkeypatch.setattr(os, "access", lambda place, how: place != room and access(place, how))
    async with entry(tmp_path, "gemeente-noord") as seen:
        assert "Nothing can be saved in" in seen.text
        assert "You have no permission for this place." in " ".join(seen.text.split())
    room.chmod(mode)


async def test_a_failed_save_keeps_the_text_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        monkeypatch.setattr(os, "replace", no_disk)
        shown = await seen.press(*" Nooit", "ctrl+s")
        assert form(seen).texts()["meaning"] == "Er gaat niets mis. Nooit"
        assert "Saved" not in shown
        assert "was not saved and is as it was" in shown
        assert changed_lines(tmp_path) == []
        monkeypatch.undo()
        await seen.press("!", "ctrl+s")
        await until(seen, lambda: "Saved " in seen.text)
    assert '+meaning = "Er gaat niets mis. Nooit!"  # eerste zin\r' in changed_lines(tmp_path)


async def test_leaving_with_text_that_cannot_be_saved_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        monkeypatch.setattr(os, "replace", no_disk)
        shown = await seen.press(*" Nooit", "escape")
        assert isinstance(seen.app.screen, Question)
        assert "could not be saved. Leave it?" in shown
        await seen.press("escape")
        assert form(seen).texts()["meaning"].endswith("Nooit")
        await seen.press("ctrl+n", "3")
        assert "Nooit" in seen.app.clipboard
        assert form(seen).texts()["meaning"].endswith("Nooit")
        await seen.press("ctrl+q", "1")
        assert form(seen).texts()["meaning"].endswith("Nooit")
        await seen.press("escape", "2")
        assert not seen.app.screen.query(EntryForm)
    assert changed_lines(tmp_path) == []


async def test_a_late_timer_never_mixes_up_partners(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        screen = seen.app.screen
        assert isinstance(screen, EntryScreen)
        await seen.press("x")
        earlier = screen.keeper
        await seen.press("ctrl+n")
        assert earlier is not None
        earlier.soon()
        await seen.rest()
    assert not any("Delta" in line for line in changed_lines(tmp_path))


async def test_an_example_before_its_meaning_waits_for_it(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        shown = await seen.press("f4", *"een briefje", "ctrl+s")
        assert "The meaning is empty" in " ".join(shown.split())
        assert form(seen).texts()["example"] == "een briefje"
        await seen.press("shift+tab", *"goed", "escape")
    assert '+meaning = "goed"' in changed_lines(tmp_path)
    assert '+example = "een briefje"' in changed_lines(tmp_path)


async def test_a_field_changed_elsewhere_appears_and_typing_stays(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press(*" Nooit")
        path = tmp_path / "keten/partners/gemeente-noord.toml"
        path.write_bytes(path.read_bytes().replace(b"Een losse tegel", b"Een losse leuning"))
        await seen.press("ctrl+s")
        assert form(seen).texts()["example"].startswith("Een losse leuning")
        assert form(seen).texts()["meaning"] == "Er gaat niets mis. Nooit"
    assert b"Een losse leuning" in path.read_bytes()
    assert b"Er gaat niets mis. Nooit" in path.read_bytes()


@pytest.mark.parametrize(("answer", "kept"), [("2", b"mis. Nooit"), ("3", b"Van elders.")])
async def test_the_same_field_changed_elsewhere_asks(
    tmp_path: Path, answer: str, kept: bytes
) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press(*" Nooit")
        path = tmp_path / "keten/partners/gemeente-noord.toml"
        path.write_bytes(path.read_bytes().replace(b"Er gaat niets mis.", b"Van elders."))
        shown = await seen.press("ctrl+s")
        assert "The file was changed elsewhere. It now says:" in shown
        assert "Van elders." in shown
        assert b"Nooit" not in path.read_bytes()
        await seen.press(answer)
    assert kept in path.read_bytes()


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_harmless_when_pasted(tmp_path: Path, text: str) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        shown = await paste(seen, text)
        assert shown == visible(shown)
        typed = form(seen).texts()["meaning"]
        assert typed == visible(typed)
        shown = await seen.press("escape")
        assert shown == visible(shown)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_from_a_file_is_visible_and_left_alone(
    tmp_path: Path, text: str
) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        del seen
    path = tmp_path / "keten/partners/gemeente-noord.toml"
    escaped = "".join(f"\\U{ord(char):08X}" for char in text)
    path.write_bytes(path.read_bytes().replace(b"Er gaat niets mis.", escaped.encode()))
    before = path.read_bytes()
    async with entry(tmp_path, "gemeente-noord") as seen:
        assert seen.text == visible(seen.text)
        shown = await seen.press("ctrl+s", "escape")
        assert shown == visible(shown)
    assert path.read_bytes() == before


async def test_what_was_left_out_of_a_paste_is_said(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        await paste(seen, "goed\u202e werk\u200b")
        shown = await seen.press("ctrl+s")
        assert "2 invisible characters were left out of what you pasted" in shown
    assert '+meaning = "goed werk"' in changed_lines(tmp_path)


START = """
import datetime as dt, sys
from pathlib import Path
from glossary.store.folder import FolderStore
from glossary.tui.app import GlossaryApp
app = GlossaryApp(FolderStore(Path(sys.argv[1])), today=lambda: dt.date(2026, 11, 23))
app.run()
sys.exit(app.return_code or 0)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_from_outside_saves_what_was_typed(
    tmp_path: Path, number: signal.Signals
) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        del seen
    with Terminal([sys.executable, "-c", START, str(tmp_path)], env={"LANGUAGE": "en"}) as terminal:
        terminal.wait_for("kwaliteit")
        terminal.press("e")
        terminal.wait_for("Whose definition do you type?")
        terminal.press("enter")
        terminal.wait_for("means by")
        terminal.press("zonder bewaren")
        terminal.wait_for("zonder bewaren")
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
    assert any("zonder bewaren" in line for line in changed_lines(tmp_path))
    assert b"\x1b[?1049l" in terminal.raw
