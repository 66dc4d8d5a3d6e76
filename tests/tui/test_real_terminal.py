"""The program in a real terminal: raw bytes, signals, and what is left behind."""

import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.store.folder import FolderStore
from tests.terminal import Terminal
from tests.tui.sample import sample

LEAVE_ALTERNATE_SCREEN, SHOW_CURSOR, MOUSE_OFF = b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"

# Written as TOML escapes, so that the file itself is plain text.
PAYLOADS = {
    r"\u001b]52;c;aGVsbG8=\u0007": b"\x1b]52;c;aGVsbG8=",
    r"\u001b]0;owned\u0007": b"\x1b]0;owned",
    r"\u001b[31mred": b"\x1b[31mred",
    r"\u001b[2J\u001b[3;3Hhere": b"\x1b[2J\x1b[3;3Hhere",
    r"\u009b31mcsi": "\x9b31mcsi".encode(),
    r"\u202egnp.exe": "\u202e".encode(),
    r"\u200bzero": "\u200b".encode(),
    r"bell\u0007": b"bell\x07",
    r"[@click=app.quit]press[/]": b"\x1b]8;",
}


def program(folder: Path, *, columns: int = 80, rows: int = 24) -> Terminal:
    argv = [sys.executable, "-m", "glossary", "--language", "en", str(folder)]
    return Terminal(argv, columns=columns, rows=rows, cwd=folder.parent)


@pytest.fixture
def termsets(tmp_path: Path) -> Path:
    folder = tmp_path / "termsets"
    folder.mkdir()
    FolderStore(folder).create(sample())
    return folder


def assert_restored(raw: bytes) -> None:
    tail = raw[raw.rindex(LEAVE_ALTERNATE_SCREEN) - 400 :]
    assert SHOW_CURSOR in tail
    assert MOUSE_OFF in raw[-2000:]


def test_a_walk_through_the_screens_ends_with_the_terminal_as_it_was(termsets: Path) -> None:
    with program(termsets) as terminal:
        terminal.wait_for("quality")
        terminal.press("/", "stear")
        terminal.wait_for("▶ steering")
        terminal.wait_for("esc Clear")
        terminal.press("esc")
        terminal.wait_for("q Stop")
        terminal.press("enter")
        terminal.wait_for("STEERING")
        terminal.press("n")
        terminal.wait_for(lambda text: "STEERING" not in text and "partners 1–" in text)
        terminal.press("f1")
        terminal.wait_for("Next page of partners")
        terminal.press("esc")
        terminal.wait_for("n Next")
        terminal.resize(30, 8)
        terminal.wait_for("Make the window larger")
        terminal.resize(100, 30)
        terminal.wait_for("esc Back")
        terminal.press("esc")
        terminal.wait_for("Find:")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert_restored(terminal.raw)


def test_a_folder_with_more_sets_says_so(termsets: Path) -> None:
    FolderStore(termsets).create(replace(sample(), id="a-starter"))
    with program(termsets) as terminal:
        terminal.wait_for("This folder holds 2 term sets; o opens another one.")
        terminal.press("o")
        terminal.wait_for("a-starter · ")
        terminal.press("esc")
        terminal.wait_for("Find:")
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_restores_the_terminal(termsets: Path, number: signal.Signals) -> None:
    with program(termsets) as terminal:
        terminal.wait_for("quality")
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
        assert_restored(terminal.raw)


def test_what_others_change_on_disk_appears(termsets: Path) -> None:
    with program(termsets) as terminal:
        terminal.wait_for("room to move")
        file = termsets / "sample" / "termset.toml"
        file.write_text(file.read_text().replace("room to move", "room for play"))
        terminal.wait_for("room for play")
        file.write_text("this is = = not TOML")
        terminal.wait_for("termset.toml")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert_restored(terminal.raw)


def test_no_payload_reaches_the_terminal_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "termsets" / "set"
    (folder / "partners").mkdir(parents=True)
    words = " ".join(PAYLOADS)
    (folder / "termset.toml").write_text(
        f'format = 1\ntitle = "title {words}"\nlanguage = "en"\n\n'
        f'[terms.term]\nlabel = "label {words}"\nwhy = "why {words}"\nquestions = ["{words}?"]\n\n'
        f'[[terms.term.lenses]]\nid = "one"\nlabel = "{words}"\ncues = ["must"]\n'
    )
    for key, verb in (("a", "must"), ("b", "may")):
        (folder / "partners" / f"{key}.toml").write_text(
            f'format = 1\nname = "{key} {words}"\nshort = "{key}"\n\n'
            f'[definitions.term]\nmeaning = "We {verb} do {words}."\nexample = "{words}"\n'
        )
    with program(folder.parent, columns=120, rows=28) as terminal:
        terminal.wait_for("title")
        # An escape and what follows it at once would be one key.
        steps: tuple[tuple[str, str | Callable[[str], bool]], ...] = (
            ("enter", "■"),
            ("w", lambda text: "n Next" not in text),
            ("esc", "n Next"),
            ("m", "n Next"),
            ("esc", "Find:"),
            ("o", "Term sets"),
            ("esc", "Find:"),
            ("x", "Write the set"),
            ("esc", "Find:"),
            ("e", "Save"),
            ("esc", "Find:"),
            ("a", "Save"),
        )
        for key, seen in steps:
            terminal.press(key)
            terminal.wait_for(seen)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        for payload in PAYLOADS.values():
            assert payload not in terminal.raw
