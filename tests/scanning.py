"""A code for phones, read from a picture of it as a camera does, where there is a scanner."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyte

_PIXELS = 4  # a square
# Which of its upper and lower half are of the colour of the glyph.
_GLYPHS = {" ": (False, False), "▀": (True, False), "▄": (False, True)}

# How light a colour of a terminal is, 0 to 255; of the default one it is the second.
Shade = Callable[[str, int], int]


def has_scanner() -> bool:
    return shutil.which("zbarimg") is not None


def scanned(rows: Sequence[Sequence[int]], folder: Path) -> str:
    """What squares say, each as light as from 0 to 255; empty where that is nothing."""
    pixels = [bytes(one for one in row for _ in range(_PIXELS)) for row in rows]
    picture = folder / "code.pgm"
    head = b"P5 %d %d 255\n" % (len(pixels[0]), _PIXELS * len(pixels))
    picture.write_bytes(head + b"".join(row for row in pixels for _ in range(_PIXELS)))
    argv = ["zbarimg", "-q", "--raw", str(picture)]
    return subprocess.run(argv, check=False, capture_output=True, text=True).stdout.strip()


def on_screen(screen: pyte.Screen, shade: Shade) -> list[list[int]]:
    """Two rows of squares for each line of a terminal that is white on black by itself."""
    return [row for y in range(screen.lines) for row in _squares(screen, y, shade)]


def _squares(screen: pyte.Screen, y: int, shade: Shade) -> Iterator[list[int]]:
    cells = [screen.buffer[y][x] for x in range(screen.columns)]
    for half in (0, 1):
        row = []
        for cell in cells:
            ink, ground = shade(cell.fg, 255), shade(cell.bg, 0)
            if cell.reverse:
                ink, ground = ground, ink
            row.append(ink if _GLYPHS.get(cell.data, (False, False))[half] else ground)
        yield row
