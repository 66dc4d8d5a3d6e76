"""Partners beside each other and what they are asked about below each other, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.domain.cells import cell_len
from glossary.tui.widgets.looks import Looks
from glossary.tui.wrapping import fill, wrapped

_MARK = 2
_LEAST_LABEL, _MOST_LABEL = 22, 60
_LEAST_COLUMN, _COLUMN, _MOST_COLUMN = 5, 10, 18


@dataclass(frozen=True, slots=True)
class Value:
    """What one partner says: a few letters, and the component class that they look like."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What is asked about, a value for each partner, and a `mark` before it ("≠")."""

    label: str
    values: tuple[Value, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows [top, bottom) and the columns [first, last) of one page."""

    top: int
    bottom: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Measures:
    """Cells for the label, for a column and before it; for each row its screen rows, and a gap."""

    label: int
    column: int
    before: int
    heights: tuple[int, ...]
    gap: int
    sheets: tuple[Sheet, ...]


def measure(heads: Sequence[str], rows: Sequence[MatrixRow], width: int, height: int) -> Measures:
    """Divide a room of `width` by `height` cells; every value is on exactly one sheet.

    Columns are balanced over the sheets, and rows are as high as they all can be.
    """
    least, before = _columns(heads, width - _LEAST_LABEL)
    fit = max(1, (width - _LEAST_LABEL) // (least + before))
    per_sheet = ceil(len(heads) / ceil(len(heads) / fit)) if heads else 1
    longest = max((cell_len(one_line(row.label)) for row in rows), default=0) + _MARK
    spare = (width - max(_LEAST_LABEL, min(longest, width * 9 // 20))) // per_sheet - before
    column = max(least, min(spare, _MOST_COLUMN))
    label = max(1, min(width - per_sheet * (column + before), _MOST_LABEL))
    lines = [len(wrapped(one_line(row.label), max(1, label - _MARK))) for row in rows]
    heights, gap = _heights(lines, max(1, height - 2))
    bands = _bands(heights, gap, max(1, height - 2))
    firsts = range(0, max(1, len(heads)), per_sheet)
    sheets = tuple(
        Sheet(top, bottom, first, min(first + per_sheet, len(heads)))
        for top, bottom in bands
        for first in firsts
    )
    return Measures(label, column, before, tuple(heights), gap, sheets)


class MatrixView(Widget, can_focus=True):
    """A matrix that fills the screen; Space turns the page. `Paged` says that it is another."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "matrix--name",
        "matrix--mark",
        "matrix--label",
        "matrix--against",
        "matrix--for",
        "matrix--strong",
        "matrix--quiet",
        "matrix--confirmed",
    }
    DEFAULT_CSS = """
    MatrixView {
        height: 1fr; padding: 0 1;
        & > .matrix--name { background: $primary; color: $background; text-style: bold; }
        & > .matrix--mark { color: $attention; text-style: bold; }
        & > .matrix--label { text-style: bold; }
        & > .matrix--against { background: $accent; color: $background; text-style: bold; }
        & > .matrix--for { background: $panel; text-style: bold; }
        & > .matrix--strong { text-style: bold; }
        & > .matrix--quiet { color: $quiet; }
        & > .matrix--confirmed { background: $primary; color: $background; text-style: bold; }
    }
    """

    class Paged(Message):
        """Another page, or other pages."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = Looks(self)
        self._heads: Sequence[str] = ()
        self._rows: Sequence[MatrixRow] = ()
        self._nothing = ""
        self._measures: Measures | None = None
        self._drawn: list[Strip] | None = None
        self.page = 0

    def show(self, heads: Sequence[str], rows: Sequence[MatrixRow], nothing: str = "") -> None:
        """Show partners and rows; `nothing` says why there is nothing to show."""
        self._heads = [one_line(head) for head in heads]
        self._rows, self._nothing = rows, nothing
        self._lay_out()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._measures.sheets) if self._measures else 1

    @property
    def shown_columns(self) -> tuple[int, int]:
        """[first, last) of the partners on this page."""
        if self._measures is None:
            return 0, 0
        sheet = self._measures.sheets[self.page]
        return sheet.first, sheet.last

    def turn(self, by: int) -> None:
        """Turn some pages; after the last one comes the first."""
        self.page = (self.page + by) % self.pages
        self._drawn = None
        self.refresh()
        self.post_message(self.Paged())

    def on_resize(self, event: events.Resize) -> None:
        """Divide anew."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Colours changed: draw anew."""
        super().notify_style_update()
        self._looks.forget()
        self._drawn = None

    def render_line(self, y: int) -> Strip:
        """Row `y` of this page."""
        if self._drawn is None:
            self._drawn = self._draw()
        width, base = self.content_size.width, self._looks[""]
        if y >= len(self._drawn):
            return Strip.blank(width, base)
        return self._drawn[y].adjust_cell_length(width, base)

    def _lay_out(self) -> None:
        width, height = self.content_size
        self._drawn = None
        if width and height:
            self._measures = measure(self._heads, self._rows, width, height)
            self.page = min(self.page, self.pages - 1)
            self.post_message(self.Paged())
        self.refresh()

    def _draw(self) -> list[Strip]:
        found, base = self._measures, self._looks[""]
        if found is None:
            return []
        if not self._rows or not self._heads:
            lines = wrapped(one_line(self._nothing), max(1, self.content_size.width))
            return [Strip([]), *(Strip([Segment(text, base)]) for text in lines)]
        sheet = found.sheets[self.page]
        blank = Segment(" " * found.label, base)
        names = [
            (_centred(head, found.column), self._looks["matrix--name"])
            for head in self._heads[sheet.first : sheet.last]
        ]
        drawn = [_beside(blank, names, base, found.before), Strip([])]
        for at in range(sheet.top, sheet.bottom):
            if at > sheet.top:
                drawn += [Strip([])] * found.gap
            drawn += self._row(self._rows[at], found.heights[at], found, sheet)
        return drawn

    def _row(self, row: MatrixRow, height: int, found: Measures, sheet: Sheet) -> list[Strip]:
        base, label = self._looks[""], self._looks["matrix--label"]
        lines = wrapped(one_line(row.label), max(1, found.label - _MARK))
        middle = (height - 1) // 2
        top = max(0, (height - len(lines)) // 2)
        drawn = []
        for y in range(height):
            at = y - top
            text = lines[at] if 0 <= at < len(lines) else ""
            values = [
                (
                    _centred(value.text if y == middle else "", found.column),
                    self._looks[value.look],
                )
                for value in row.values[sheet.first : sheet.last]
            ]
            mark = Segment(fill(row.mark if at == 0 else "", _MARK), self._looks["matrix--mark"])
            words = Segment(fill(text, found.label - _MARK), label)
            drawn.append(_beside(words, values, base, found.before, mark))
        return drawn


def _columns(heads: Sequence[str], room: int) -> tuple[int, int]:
    """Cells for a column, and before it.

    Names have air around them where everybody fits like that, else they stand close; a letter or
    two goes where that lets everybody stand beside each other, and nobody is taken for another.
    """
    longest, wanted = max(map(cell_len, heads), default=0), max(1, len(heads))
    for air, before in ((1, 2), (0, 1)):
        least = max(_LEAST_COLUMN + air, min(longest + air, _COLUMN))
        if wanted * (least + before) <= room:
            return least, before
    cut = room // wanted - 1
    is_told_apart = len({fill(head, cut) for head in heads}) == len({*heads})
    is_little = cut > 0 and longest - 2 <= cut < longest
    return (cut, 1) if is_little and is_told_apart else (least, before)


def _heights(lines: Sequence[int], room: int) -> tuple[list[int], int]:
    """Screen rows for each row, and between them: as many as all of them can have."""
    for least in (5, 3, 2, 1):
        heights = [max(count, least) for count in lines]
        for gap in (1, 0):
            if sum(heights) + gap * (len(heights) - 1) <= room:
                return heights, gap
    return [min(count, room) for count in lines], 0


def _bands(heights: Sequence[int], gap: int, room: int) -> list[tuple[int, int]]:
    """[top, bottom) of the rows on each sheet, one sheet below the other."""
    bands, top, used = [], 0, 0
    for at, height in enumerate(heights):
        if at > top and used + gap + height > room:
            bands.append((top, at))
            top, used = at, 0
        used += height + (gap if at > top else 0)
    return [*bands, (top, len(heights))]


def _beside(
    label: Segment, values: Sequence[tuple[str, Style]], base: Style, gap: int, *mark: Segment
) -> Strip:
    segments = [*mark, label]
    for text, style in values:
        segments += [Segment(" " * gap, base), Segment(text, style)]
    return Strip(segments)


def _centred(text: str, width: int) -> str:
    return fill(" " * max(0, (width - cell_len(text)) // 2) + text, width)
