"""The top of a screen: what it is about on the left, where one is on the right."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.tui.wrapping import fill

# From this many rows a screen has room for letters that are read from the back of a room.
TALL_SCREEN = 30
_BEFORE_TIME = "   "


class TitleBar(Widget):
    """One row; three rows of big letters on a tall screen where the title fits in them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TitleBar { height: auto; padding: 0 1; text-style: bold; }
    """

    def __init__(self, title: str = "", right: str = "", *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._title = one_line(title)
        self._rights: tuple[str, ...] = (one_line(right),)
        self._time = ""

    def show(self, title: str, *rights: str) -> None:
        """Show another title, and the first of `rights` that fits at the end of its last row."""
        before = (self._title, self._rights)
        self._title, self._rights = one_line(title), tuple(map(one_line, rights)) or ("",)
        if before != (self._title, self._rights):
            # Laying out the screen again costs more than the title itself.
            width = self.content_size.width
            self.refresh(layout=len(self._rows(width)) != self.content_size.height)

    def show_time(self, time: str) -> None:
        """Show what time is left, at the very end; mostly its own cells alone are painted again."""
        before, self._time = self._time, one_line(time)
        if before == self._time:
            return
        width, height = self.content_size
        cells = cell_len(self._time)
        if cells == cell_len(before):
            self.refresh(Region(width - cells, height - 1, cells, 1))
        else:
            self.refresh(layout=len(self._rows(width)) != height)

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
        if not self._time:
            return self._titled(width)
        rows = self._titled(max(0, width - cell_len(self._time) - len(_BEFORE_TIME)))
        return [*rows[:-1], rows[-1] + _BEFORE_TIME + self._time]

    def _titled(self, width: int) -> list[str]:
        letters = _big(self._title) if self.screen.size.height >= TALL_SCREEN else None
        if letters is not None and len(letters[-1]) + 2 + cell_len(self._rights[0]) <= width:
            gap = " " * (width - len(letters[-1]) - cell_len(self._rights[0]))
            return [*letters[:-1], letters[-1] + gap + self._rights[0]]
        return [_one_row(self._title, self._rights, width)]


def _big(title: str) -> tuple[str, str, str] | None:
    from glossary.tui.widgets.big_letters import big

    return big(title)


def _one_row(title: str, rights: Sequence[str], width: int) -> str:
    """Both ends on one row; the title keeps half of it where it needs that much."""
    for right in rights:
        room = width - cell_len(right) - 2
        if right and room >= min(cell_len(title), width // 2):
            return fill(title, room) + "  " + right
    return fill(title, width)
