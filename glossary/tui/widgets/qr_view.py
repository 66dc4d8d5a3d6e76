"""A QR code in half blocks: always black on white, whatever the theme."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

_INK = Style(color="#000000", bgcolor="#ffffff")
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

Squares = tuple[tuple[bool, ...], ...]


class QrView(Widget):
    """As large as its code: a square is one cell by half a row, or two cells by one where `large`.

    It comes with its border, which belongs to the code: readers need it.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "QrView { width: auto; height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[str, ...] = ()

    def show(self, squares: Squares, *, large: bool) -> None:
        """Show a code."""
        rows = tuple(_doubled(squares) if large else _halved(squares))
        if rows != self._rows:
            self._rows = rows
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """That of its rows."""
        return len(self._rows[0]) if self._rows else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many as it has."""
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """A row of it."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width)
        return Strip([Segment(self._rows[y], _INK)])


def _doubled(squares: Squares) -> list[str]:
    return ["".join("██" if dark else "  " for dark in row) for row in squares]


def _halved(squares: Squares) -> list[str]:
    # The border makes an odd number of rows: the last half row is light as well.
    even = (*squares, (False,) * len(squares[0])) if len(squares) % 2 else squares
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    ]
