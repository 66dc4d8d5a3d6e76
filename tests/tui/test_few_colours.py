"""Real terminals with few colours or none: everything is readable, and every mark is seen."""

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.terminal import Terminal

# xterm's own, by the names that the emulator gives to them.
PALETTE = {
    "black": "000000",
    "red": "cd0000",
    "green": "00cd00",
    "brown": "cdcd00",
    "blue": "0000ee",
    "magenta": "cd00cd",
    "cyan": "00cdcd",
    "white": "e5e5e5",
    "brightblack": "7f7f7f",
    "brightred": "ff0000",
    "brightgreen": "00ff00",
    "brightbrown": "ffff00",
    "brightblue": "5c5cff",
    "brightmagenta": "ff00ff",
    "bfightmagenta": "ff00ff",
    "brightcyan": "00ffff",
    "brightwhite": "ffffff",
}
TERMINALS = {
    "sixteen": {"TERM": "xterm", "COLORTERM": ""},
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "none": {"NO_COLOR": "1"},
}
FULL_COLOUR, OF_256 = rb"[34]8;2;", rb"[34]8;5;"
A_COLOUR = rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m"


class Look(NamedTuple):
    """How a stretch of a row looks."""

    ink: str
    ground: str
    bold: bool
    underlined: bool
    reverse: bool


def looks(terminal: Terminal) -> Iterator[tuple[str, Look]]:
    """What is on the screen, in stretches that look alike."""
    for y in range(terminal.rows):
        row = [terminal.screen.buffer[y][x] for x in range(terminal.columns)]
        for look, cells in groupby(
            row, lambda one: Look(one.fg, one.bg, one.bold, one.underscore, one.reverse)
        ):
            text = "".join(cell.data for cell in cells).replace("\u00a0", " ").strip()
            if text:
                yield text, look


def contrast(look: Look) -> float:
    low, high = sorted(map(luminance, (look.ink, look.ground)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    value = PALETTE.get(colour, colour)
    parts = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faint(terminal: Terminal) -> list[tuple[str, Look]]:
    """Text that is hard to read; what only draws lines may be."""
    return [
        (text, look)
        for text, look in looks(terminal)
        if any(map(str.isalnum, text)) and contrast(look) < 4.5
    ]


def opened(tmp_path: Path, kind: str) -> Terminal:
    env = TERMINALS[kind] | {"GLOSSARY_DEMO_DIR": str(tmp_path / "demo")}
    argv = [sys.executable, "-m", "glossary", "--language", "en", "--demo"]
    return Terminal(argv, columns=100, rows=30, cwd=tmp_path, env=env)


def compared(terminal: Terminal) -> None:
    """To the comparison of "quality", with all its marks."""
    terminal.wait_for("▶ quality")
    terminal.press("enter")
    terminal.wait_for("≠ contrast")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", ["sixteen", "256"])
def test_all_text_is_readable(tmp_path: Path, kind: str, dark: bool) -> None:
    with opened(tmp_path, kind) as terminal:
        terminal.wait_for("▶ quality")
        if dark:
            terminal.press("f2")
            terminal.wait_for(lambda _: is_dark(terminal))
        assert faint(terminal) == []
        compared(terminal)
        assert faint(terminal) == []
        for key, seen in (("g", "≠ split"), ("l", "■■■ mostly"), ("esc", "≠ contrast")):
            terminal.press(key)
            terminal.wait_for(seen)
            assert faint(terminal) == []
        terminal.press("a")
        terminal.wait_for("Another way out")
        for key, seen in (
            ("good work", "good work"),
            ("f5", "3 partners to go"),
            ("f6", "One wording for all"),
        ):
            terminal.press(key)
            terminal.wait_for(seen)
            assert faint(terminal) == []


def is_dark(terminal: Terminal) -> bool:
    return terminal.screen.buffer[1][99].bg in ("black", "000000")


@pytest.mark.parametrize("kind", TERMINALS)
def test_marks_and_the_cursor_have_more_than_a_colour(tmp_path: Path, kind: str) -> None:
    with opened(tmp_path, kind) as terminal:
        terminal.wait_for("▶ quality")
        cursor = next(look for text, look in looks(terminal) if text.startswith("▶ quality"))
        other = next(look for text, look in looks(terminal) if text.startswith("ownership"))
        assert (cursor.bold, cursor.reverse) != (other.bold, other.reverse)
        compared(terminal)
        found = dict(looks(terminal))
        contrasts = [look for text, look in found.items() if re.match(r"≠ must", text)]
        lenses = [look for text, look in found.items() if re.match(r"[■▲◆] \w", text)]
        assert contrasts
        assert all(look.bold for look in contrasts)
        assert len(lenses) >= 6
        assert all(look.bold and look.underlined for look in lenses)


@pytest.mark.parametrize("kind", ["sixteen", "256"])
def test_only_colours_that_the_terminal_has_are_sent(tmp_path: Path, kind: str) -> None:
    with opened(tmp_path, kind) as terminal:
        compared(terminal)
        assert not re.search(FULL_COLOUR, terminal.raw)
        assert bool(re.search(OF_256, terminal.raw)) == (kind == "256")


def test_who_wants_no_colour_gets_none(tmp_path: Path) -> None:
    with opened(tmp_path, "none") as terminal:
        compared(terminal)
        assert not re.search(A_COLOUR, terminal.raw)
        # A ground that was a sign is one still.
        assert any(look.reverse for text, look in looks(terminal) if text.startswith("≠ must"))
