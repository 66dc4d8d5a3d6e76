"""All definitions of a term beside each other: one widget that turns pages instead of scrolling.

A scrollbar would cost a second layout and a second frame for every term; pages also let a
facilitator say "the next four".
"""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.tui.marking import NO_BREAK
from glossary.tui.marks import mark_of
from glossary.tui.paging import Part
from glossary.tui.widgets.compare_layout import Cell, Layout
from glossary.tui.widgets.looks import Looks
from glossary.tui.wrapping import fill

_SEPARATOR = " │ "


class CompareView(Widget, can_focus=True):
    """Columns of definitions in bands; Space turns the page, the mouse selects words."""

    COMPONENT_CLASSES = {
        "compare-view--dim",
        "compare-view--name",
        "compare-view--rule",
        "compare-view--silent",
    }
    DEFAULT_CSS = """
    CompareView {
        height: 1fr; padding: 0 1;
        & > .compare-view--name { background: $primary; color: $background; text-style: bold; }
        & > .compare-view--dim { color: $quiet; }
        & > .compare-view--rule { color: $primary; }
        & > .compare-view--silent { color: $quiet; text-style: bold italic; }
    }
    """

    class Paged(Message):
        """Another page, or other pages."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = Looks(self)
        self._cells: Sequence[Cell] = ()
        self._silence = self._tail = ""
        self._layout = Layout((), "", 1, 1)
        self._drawn: dict[tuple[int, bool], list[Strip]] = {}
        self._painting = False
        self._bright: frozenset[int] = frozenset()
        self.page = 0

    def show(self, cells: Sequence[Cell], silence: str, tail: str = "", *, stay: bool) -> None:
        """Show cells; `silence` stands in those without words, `tail` below all of them.

        `stay` keeps the present page; otherwise the first one is shown.
        """
        self._cells, self._tail = cells, one_line(tail)
        self._silence = silence.replace(" ", NO_BREAK)
        self.page = self.page if stay else 0
        self._lay_out()

    def light(self, bright: Sequence[int], *, follow: bool) -> None:
        """Let these cells stand out, and dim the others; none of them dims none.

        Where it is to `follow`, the page of the last one is shown.
        """
        self._bright = frozenset(bright)
        self._drawn.clear()
        self.refresh()
        if follow and bright:
            self.turn(self._layout.page_of(bright[-1]) - self.page)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._layout.pages)

    @property
    def shown_cells(self) -> tuple[int, int]:
        """[first, last) of the cells on this page."""
        return self._layout.shown_cells(self.page)

    def turn(self, by: int) -> None:
        """Turn some pages; after the last one comes the first."""
        self.page = (self.page + by) % self.pages
        self.refresh()
        self.post_message(self.Paged())

    def on_resize(self, event: events.Resize) -> None:
        """Divide anew."""
        self._lay_out()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The next page, as far as there is one."""
        if self.page + 1 < self.pages:
            self.turn(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The previous page, as far as there is one."""
        if self.page:
            self.turn(-1)

    def notify_style_update(self) -> None:
        """Colours changed: draw anew."""
        super().notify_style_update()
        self._looks.forget()
        self._drawn.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw anew, with or without selected words."""
        self._drawn.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as their partners wrote them: no glyphs, no line breaks of ours."""
        if not self._layout.starts[-1]:
            return None
        first, begin = self._spot(selection.start, 0)
        last, end = self._spot(selection.end, self._layout.starts[-1])
        texts = []
        for index in range(first, last + 1):
            shown = self._cells[index].shown
            if shown is not None:
                stop = end if index == last else len(shown.plain)
                texts.append(shown.plain[begin if index == first else 0 : stop])
        return "\n\n".join(texts), "\n"

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows. Places, which only the mouse asks for, would take half of the time."""
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Row `y` of this page; unless it is for painting, words say where they stand."""
        key = (self.page, self._painting)
        if key not in self._drawn:
            self._drawn[key] = self._draw(self._layout.pages[self.page])
        rows = self._drawn[key]
        return rows[y] if y < len(rows) else Strip.blank(self.content_size.width, self._looks[""])

    def _lay_out(self) -> None:
        width, height = self.content_size
        if not width or not height:
            return
        texts = [cell.shown.text if cell.shown else self._silence for cell in self._cells]
        self._layout = Layout(texts, self._tail, width, height)
        self.page = min(self.page, self.pages - 1)
        self._drawn.clear()
        self.refresh()
        self.post_message(self.Paged())

    def _spot(self, offset: tuple[int, int] | None, otherwise: int) -> tuple[int, int]:
        """The cell and the place in its plain text at a place of the selection."""
        at, number = offset if offset is not None else (0, otherwise)
        place = self._layout.place(number)
        shown = self._cells[place.cell].shown
        if shown is None:
            return place.cell, 0
        beyond = number >= self._layout.starts[-1]
        at = place.end if beyond else min(place.start + at, place.end)
        return place.cell, shown.plain_offset(at)

    def _draw(self, page: Sequence[Part]) -> list[Strip]:
        rows: list[Strip] = []
        rule = Segment(_SEPARATOR, self._looks["compare-view--rule"])
        for part in page:
            if rows:
                rows.append(Strip.blank(self.content_size.width, self._looks[""]))
            cells = self._layout.cells_of(part)
            if cells:
                rows.append(self._beside([self._head(index, part) for index in cells], rule))
            for line in range(part.start, part.stop):
                strips = [self._line(index, line) for index in cells] or [self._tail_line(line)]
                rows.append(self._beside(strips, rule))
        return rows

    def _beside(self, strips: Sequence[Strip], rule: Segment) -> Strip:
        segments: list[Segment] = []
        for strip in strips:
            segments += [rule, *strip] if segments else strip
        return Strip(segments).adjust_cell_length(self.content_size.width, self._looks[""])

    def _head(self, index: int, part: Part) -> Strip:
        width = self._layout.grid.column
        pointer = "▶" if index in self._bright else " "
        name = f"{pointer}{index + 1} {one_line(self._cells[index].name)}"
        # The arrow says that the text began on an earlier page.
        name = fill(f"{name} ↑" if part.start else name, width)
        look = "compare-view--dim" if self._is_dim(index) else "compare-view--name"
        return Strip([Segment(name, self._looks[look])], width)

    def _line(self, index: int, line: int) -> Strip:
        width, base = self._layout.grid.column, self._looks[""]
        lines, number = self._layout.lines[index], self._layout.starts[index] + line
        if line >= len(lines):
            # Below the last line the mouse means the end of the text.
            start, end = lines[-1]
            last = self._layout.starts[index + 1] - 1
            return self._placed(Strip.blank(width, base), end - start, last)
        start, end = lines[line]
        strip = Strip(self._words(index, start, end)).adjust_cell_length(width, base)
        return self._placed(self._selected(strip, number, end - start), 0, number)

    def _placed(self, strip: Strip, at: int, number: int) -> Strip:
        return strip if self._painting else strip.apply_offsets(at, number)

    def _is_dim(self, index: int) -> bool:
        return bool(self._bright) and index not in self._bright

    def _words(self, index: int, start: int, end: int) -> list[Segment]:
        base, cell = self._looks[""], self._cells[index]
        if cell.shown is None:
            return [Segment(self._silence[start:end], self._looks["compare-view--silent"])]
        if self._is_dim(index):
            # Without the styles of marks: their glyphs stay, or words would move.
            return [Segment(cell.shown.text[start:end], self._looks["compare-view--dim"])]
        theme = self.app.theme
        return [
            Segment(
                cell.shown.text[run.start : run.end],
                base + Style.parse(mark_of(run.marking, theme).style) if run.marking else base,
            )
            for run in cell.shown.runs_within(start, end)
        ]

    def _selected(self, strip: Strip, number: int, length: int) -> Strip:
        span = self.text_selection.get_span(number) if self.text_selection else None
        if span is None:
            return strip
        begin, stop = min(span[0], length), length if span[1] < 0 else min(span[1], length)
        if begin >= stop:
            return strip
        cuts = [strip.index_to_cell_position(at) for at in (begin, stop)]
        before, chosen, after = strip.divide([*cuts, strip.cell_length])
        style = self.screen.get_component_rich_style("screen--selection")
        lit = Strip(Segment.apply_style(chosen, post_style=style), chosen.cell_length)
        return Strip.join([before, lit, after])

    def _tail_line(self, line: int) -> Strip:
        start, end = self._layout.tail[line]
        words = Segment(self._tail[start:end], self._looks["compare-view--silent"])
        return Strip([words]).adjust_cell_length(self.content_size.width, self._looks[""])
