"""A list that draws only the lines that are seen, so that 10,000 rows cost what 20 cost."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from glossary.tui.widgets.looks import Looks
from glossary.tui.wrapping import wrapped

Row = TypeVar("Row")


class LineList(ScrollView, Generic[Row], can_focus=True):
    """Rows of one line with a cursor; a subclass draws a row in `draw_row`.

    The arrow keys, j and k, page up and down, home and end move the cursor, a click moves it
    too, and posts `Opened` on the row where the cursor is. Enter is for the screen to bind.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor", "line-list--quiet"}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineList {
        height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden;
        & > .line-list--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .line-list--quiet { color: $quiet; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("home", "go_to(0)", show=False),
        Binding("end", "go_to(-1)", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    class Opened(Message):
        """The reader chose the row of the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = Looks(self)
        self._rows: Sequence[Row] = ()
        self.empty_text = ""

    def draw_row(self, row: Row, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """One row as a strip; it is cut and filled to `width` cells afterwards."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row of the cursor; None when the list is empty."""
        return self._rows[self.cursor] if self._rows else None

    def show_rows(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """List these rows, with the cursor on the row at index `cursor`."""
        self._rows = rows
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        self.cursor = cursor
        self._keep_in_sight()
        self.refresh()

    def validate_cursor(self, value: int) -> int:
        """Stay within the list."""
        return max(0, min(value, len(self._rows) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows that changed."""
        self._keep_in_sight()
        for index in (old, new):
            self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def _keep_in_sight(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Follow the width; the row of the cursor stays in sight."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """Move to the row, or open it where the cursor already is."""
        index = event.y + self.scroll_offset.y
        if index >= len(self._rows):
            return
        if index == self.cursor:
            self.post_message(self.Opened())
        self.cursor = index

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows."""
        self.cursor += by

    def action_move_page(self, by: int) -> None:
        """Move the cursor by pages."""
        self.cursor += by * max(1, self.scrollable_content_region.height - 1)

    def action_go_to(self, index: int) -> None:
        """Move the cursor to a row, counted from the end when negative."""
        self.cursor = index if index >= 0 else len(self._rows) + index

    def render_line(self, y: int) -> Strip:
        """The row that stands at line `y` of the window."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        base = self._looks[""]
        if not self._rows:
            return self._empty_line(y, width, base)
        if index >= len(self._rows):
            return Strip.blank(width, base)
        at_cursor = index == self.cursor
        style = self.part_style("line-list--cursor") if at_cursor else base
        strip = self.draw_row(self._rows[index], width, style, at_cursor=at_cursor)
        return strip.adjust_cell_length(width, style)

    def part_style(self, component: str) -> Style:
        """The style of a component class on this list's own ground."""
        return self._looks[component]

    def notify_style_update(self) -> None:
        """Colours changed."""
        super().notify_style_update()
        self._looks.forget()

    def _empty_line(self, y: int, width: int, base: Style) -> Strip:
        rows = ["", *wrapped(self.empty_text, width - 2)]
        text = "  " + rows[y] if y < len(rows) else ""
        return Strip([Segment(text, base)]).adjust_cell_length(width, base)
