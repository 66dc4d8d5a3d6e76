"""The program in a real terminal: raw bytes, signals, and what is left behind."""

import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.store.folder import FolderStore
from tests.terminal import Terminal
from tests.tui.sample import sample

LEAVE_ALTERNATE_SCREEN, SHOW_CURSOR, MOUSE_OFF = b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"


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
        terminal.wait_for("A conversation card")
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
