"""In a real terminal: colours where they are welcome, and no screens where they do not fit."""

import re
import sys
from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from tests.formats.sample import SAMPLE
from tests.terminal import Terminal

GLOSSARY = [sys.executable, "-m", "glossary"]


def shown(
    here: Path, *words: str, env: dict[str, str] | None = None, columns: int = 80
) -> Terminal:
    settings = {"GLOSSARY_DEMO_DIR": str(here.parent / "demo")} | (env or {})
    with Terminal(
        [*GLOSSARY, *words], columns=columns, rows=60, cwd=here, env=settings
    ) as terminal:
        terminal.wait_exit()
    return terminal


def test_marks_have_colours_and_glyphs(here: Path) -> None:
    terminal = shown(here, "compare", "kwaliteit", "--set", "demo")
    assert terminal.status == 0
    assert b"\x1b[48;5;88m" in terminal.raw.replace(b"\x1b[38;5;231m", b"")
    assert "≠ moeten" in terminal.text


def test_a_terminal_with_sixteen_colours_gets_those(here: Path) -> None:
    words = ("compare", "kwaliteit", "--set", "demo")
    terminal = shown(here, *words, env={"TERM": "xterm", "COLORTERM": ""})
    assert b"8;5;" not in terminal.raw
    assert b"\x1b[41m" in terminal.raw


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_means_none(here: Path, env: dict[str, str]) -> None:
    for words in (["compare", "kwaliteit", "--set", "demo"], ["status", "demo"]):
        terminal = shown(here, *words, env=env)
        assert terminal.status == 0
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("columns", [30, 40, 59, 60, 80, 120])
def test_nothing_is_wider_than_the_terminal(here: Path, columns: int) -> None:
    for words in (["compare", "kwaliteit", "--set", "demo"], ["status", "demo"]):
        terminal = shown(here, *words, columns=columns)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", terminal.raw.decode())
        notice, *lines = plain.splitlines()
        assert "his is the demo" in notice
        assert max(map(len, lines)) <= columns


def test_status_shows_bars_of_attention(here: Path) -> None:
    text = shown(here, "status", "demo").text
    assert re.search(r"kwaliteit +█+░* .*3/3  to compare", text)
    assert re.search(r"conflict +░{8} +0/3  empty", text)


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (39, 24), (80, 9)])
def test_too_small_a_terminal_is_told(here: Path, columns: int, rows: int) -> None:
    with Terminal(GLOSSARY, columns=columns, rows=rows, cwd=here) as terminal:
        assert terminal.wait_exit() == 2
    told = terminal.raw.decode()
    assert f"{columns} x {rows}" in told
    assert "40 x 10" in told
    assert "\x1b" not in told


def test_a_terminal_that_cannot_show_screens_is_told(here: Path) -> None:
    terminal = shown(here, env={"TERM": "dumb"})
    assert terminal.status == 2
    assert "Use: glossary status --plain" in terminal.text.replace("\n", "")


def test_a_folder_opens_on_the_screens_and_closes_well(here: Path) -> None:
    new_store(None).create(SAMPLE)
    env = {"GLOSSARY_DEMO_DIR": str(here.parent / "demo")}
    for words in ([], ["termsets"], ["termsets/keten"]):
        with Terminal([*GLOSSARY, *words], cwd=here, env=env) as terminal:
            terminal.wait_for("eigenaarschap")
            terminal.press("q")
            assert terminal.wait_exit() == 0


def test_the_demo_opens_beside_sets_of_ones_own(here: Path) -> None:
    new_store(None).create(SAMPLE)
    env = {"GLOSSARY_DEMO_DIR": str(here.parent / "demo"), "LANGUAGE": "nl"}
    with Terminal([*GLOSSARY, "--demo"], cwd=here, env=env) as terminal:
        terminal.wait_for("Waterrijk")
        terminal.press("q")
        assert terminal.wait_exit() == 0
