"""The code for phones in a real terminal: black on white for a camera, whatever colours it has."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.test_few_colours import PALETTE, TERMINALS, luminance, opened

pytest.importorskip("uvicorn", reason="the extra join is not installed")
pytest.importorskip("segno", reason="the extra join is not installed")

_END = "\x1b[F"
_SQUARE = 4  # pixels
# Which of its upper and lower half are of the colour of the glyph.
_GLYPHS = {" ": (False, False), "▀": (True, False), "▄": (False, True)}


@pytest.mark.parametrize("kind", TERMINALS)
def test_a_camera_reads_the_code_in_both_themes(tmp_path: Path, kind: str) -> None:
    if shutil.which("zbarimg") is None:
        pytest.skip("LOUD: zbarimg is not installed")
    with opened(tmp_path, kind) as terminal:
        for wanted, *keys in (
            ("▶ quality", "s"),
            ("Today 3 terms", "enter"),
            ("Open: quality", "ctrl+g"),
            ("Phones", "m"),
            ("127.0.0.1 ", _END, "enter"),
        ):
            terminal.wait_for(wanted)
            terminal.press(*keys)
        text = terminal.wait_for("http://127.0.0.1:")
        (port,) = re.findall(r"http://127\.0\.0\.1:(\d+)", text)
        link = f"HTTP://127.0.0.1:{port}/J/"
        assert _read(terminal, tmp_path).startswith(link)
        before = terminal.raw
        terminal.press("f2")
        terminal.wait_for(lambda _: terminal.raw != before)
        assert _read(terminal, tmp_path).startswith(link)


def _read(terminal: Terminal, folder: Path) -> str:
    """What a camera reads on a terminal that is white on black by itself."""
    rows = [pixels for y in range(terminal.rows) for pixels in _rows(terminal, y)]
    dots = [
        [shade for shade in row for _ in range(_SQUARE)] for row in rows for _ in range(_SQUARE)
    ]
    file = folder / "screen.pgm"
    head = f"P5 {len(dots[0])} {len(dots)} 255\n".encode()
    file.write_bytes(head + b"".join(map(bytes, dots)))
    done = subprocess.run(
        ["zbarimg", "-q", "--raw", file], check=False, capture_output=True, text=True
    )
    return done.stdout.strip()


def _rows(terminal: Terminal, y: int) -> tuple[list[int], list[int]]:
    upper, lower = [], []
    for x in range(terminal.columns):
        cell = terminal.screen.buffer[y][x]
        ink, ground = (_shade(cell.fg, 255), _shade(cell.bg, 0))
        if cell.reverse:
            ink, ground = ground, ink
        halves = _GLYPHS.get(cell.data, (False, False))
        upper.append(ink if halves[0] else ground)
        lower.append(ink if halves[1] else ground)
    return upper, lower


def _shade(colour: str, usual: int) -> int:
    return usual if colour == "default" else round(255 * luminance(PALETTE.get(colour, colour)))
