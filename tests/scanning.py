"""A code on the screen of a terminal, read by a scanner of this machine from a picture of it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyte
from pyte.screens import Char

_PIXELS = 4  # a square
_DARK = "000000"


def scanned(screen: pyte.Screen, folder: Path) -> str:
    """What the code says; empty where this machine has no scanner."""
    reader = shutil.which("zbarimg")
    if reader is None:
        return ""
    pixels = [
        bytes(0 if dark else 255 for dark in row for _ in range(_PIXELS))
        for row in _squares(screen)
        for _ in range(_PIXELS)
    ]
    picture = folder / "screen.pgm"
    picture.write_bytes(b"P5 %d %d 255\n" % (len(pixels[0]), len(pixels)) + b"".join(pixels))
    done = subprocess.run([reader, "-q", "--raw", picture], capture_output=True, check=True)
    return done.stdout.decode().strip()


def _squares(screen: pyte.Screen) -> Iterator[list[bool]]:
    """Two rows of squares for each line; what is no code is light."""
    for y in range(screen.lines):
        cells = [screen.buffer[y][x] for x in range(screen.columns)]
        for half in "▀▄":
            yield [_is_dark(cell, half) for cell in cells]


def _is_dark(cell: Char, half: str) -> bool:
    return cell.bg == _DARK or (cell.data == half and cell.fg == _DARK)
