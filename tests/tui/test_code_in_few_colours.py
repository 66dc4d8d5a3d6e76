"""The code for phones in a real terminal: black on white for a camera, whatever colours it has."""

import re
from pathlib import Path

import pytest

from tests.scanning import has_scanner, on_screen, scanned
from tests.terminal import Terminal
from tests.tui.test_few_colours import PALETTE, TERMINALS, luminance, opened

pytest.importorskip("uvicorn", reason="the extra join is not installed")
pytest.importorskip("segno", reason="the extra join is not installed")

_END = "\x1b[F"


@pytest.mark.parametrize("kind", TERMINALS)
def test_a_camera_reads_the_code_in_both_themes(tmp_path: Path, kind: str) -> None:
    if not has_scanner():
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
    return scanned(on_screen(terminal.screen, _shade), folder)


def _shade(colour: str, usual: int) -> int:
    return usual if colour == "default" else round(255 * luminance(PALETTE.get(colour, colour)))
