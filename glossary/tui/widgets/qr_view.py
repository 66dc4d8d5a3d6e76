"""A QR code in half blocks: always black on white, whatever the theme."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.tui.few_colours import PICTURE

# A dark cell is a ground, no glyph: where a terminal spaces its lines a glyph leaves a seam.
_LIGHT = Style(color="#000000", bgcolor="#ffffff", meta=PICTURE)
_DARK = Style(bgcolor="#000000", meta=PICTURE)
_HALVES = {
    (False, False): Segment(" ", _LIGHT),
    (True, False): Segment("▀", _LIGHT),
    (False, True): Segment("▄", _LIGHT),
    (True, True): Segment(" ", _DARK),
}

Squares = tuple[tuple[bool, ...], ...]


class QrView(Widget):
    """As large as its code: a square is one cell by half a row, or two cells by one where `large`.

    It comes with its border, which belongs to the code: readers need it.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "QrView { width: auto; height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Strip, ...] = ()

    def show(self, squares: Squares, *, large: bool) -> None:
        """Show a code."""
        rows = tuple(_doubled(squares) if large else _halved(squares))
        if rows != self._rows:
            self._rows = rows
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """That of its rows."""
        return self._rows[0].cell_length if self._rows else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many as it has."""
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """A row of it."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width)
        return self._rows[y]


def _doubled(squares: Squares) -> list[Strip]:
    return [Strip([_HALVES[(dark, dark)] for dark in row for _ in "12"]) for row in squares]


def _halved(squares: Squares) -> list[Strip]:
    # The border makes an odd number of rows: the last half row is light as well.
    even = (*squares, (False,) * len(squares[0])) if len(squares) % 2 else squares
    return [
        Strip([_HALVES[pair] for pair in zip(upper, lower, strict=True)])
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    ]
