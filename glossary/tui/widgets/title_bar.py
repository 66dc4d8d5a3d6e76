"""The top of a screen: what it is about on the left, where one is on the right."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.tui.widgets.big_letters import big
from glossary.tui.wrapping import fill

# From this many rows a screen has room for letters that are read from the back of a room.
TALL_SCREEN = 30


class TitleBar(Widget):
    """One row; three rows of big letters on a tall screen where the title fits in them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TitleBar { height: auto; padding: 0 1; text-style: bold; }
    """

    def __init__(self, title: str = "", right: str = "") -> None:
        super().__init__()
        self._title = one_line(title)
        self._right = one_line(right)
        self._lines: list[str] = []

    def show(self, title: str, right: str = "") -> None:
        """Show another title, and what stands at the right end of its last row."""
        self._title, self._right = one_line(title), one_line(right)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Three rows or one."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """A row of the title."""
        width, style = self.content_size.width, self.rich_style
        rows = self._rows(width)
        return Strip([Segment(rows[y] if y < len(rows) else "", style)]).adjust_cell_length(
            width, style
        )

    def _rows(self, width: int) -> list[str]:
        letters = big(self._title) if self.screen.size.height >= TALL_SCREEN else None
        if letters is not None and len(letters[-1]) + 2 + cell_len(self._right) <= width:
            gap = " " * (width - len(letters[-1]) - cell_len(self._right))
            return [*letters[:-1], letters[-1] + gap + self._right]
        return [_one_row(self._title, self._right, width)]


def _one_row(title: str, right: str, width: int) -> str:
    """Both ends on one row: what does not fit beside a third of the title is left out."""
    room = width - cell_len(right) - 2
    if not right or room < min(cell_len(title), width // 3):
        return fill(title, width)
    return fill(title, room) + "  " + right
