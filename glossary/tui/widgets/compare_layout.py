"""Definitions wrapped into columns and divided over pages, before anything is drawn."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from glossary.tui.marking import Shown
from glossary.tui.paging import Block, Grid, Part, grid, paginate
from glossary.tui.wrapping import wrap


@dataclass(frozen=True, slots=True)
class Cell:
    """One partner's column: a name, and the text below it (`shown` is None for a silent one)."""

    name: str
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a cell: which cell, and [start, end) in its shown text."""

    cell: int
    start: int
    end: int


class Layout:
    """Where every line of every cell stands, for one width and height.

    Lines are numbered through all cells in reading order, so that a number says which words
    stand there (`place`) wherever the line is on a page.
    """

    def __init__(self, texts: Sequence[str], tail: str, width: int, height: int) -> None:
        self.grid: Grid = grid(len(texts), width)
        self.lines = [wrap(text, self.grid.column) for text in texts]
        self.tail = wrap(tail, width) if tail else []
        self.starts = [0, *accumulate(map(len, self.lines))]
        self.pages = paginate(self._blocks(), max(2, height))

    def _blocks(self) -> list[Block]:
        blocks = [Block(1, max(map(len, self.lines[a:b]))) for a, b in self._bands()]
        return [*blocks, Block(0, len(self.tail))] if self.tail else blocks

    def _bands(self) -> Iterator[tuple[int, int]]:
        step = self.grid.per_band
        for first in range(0, len(self.lines), step):
            yield first, min(first + step, len(self.lines))

    def cells_of(self, part: Part) -> range:
        """The cells that stand beside each other in a part; empty for the tail."""
        first = part.block * self.grid.per_band
        return range(first, min(first + self.grid.per_band, len(self.lines)))

    def shown_cells(self, page: int) -> tuple[int, int]:
        """[first, last) of the cells on a page."""
        cells = [cell for part in self.pages[page] for cell in self.cells_of(part)]
        return (cells[0], cells[-1] + 1) if cells else (len(self.lines), len(self.lines))

    def place(self, number: int) -> Place:
        """What stands on the line with this number; the last line beyond the end."""
        number = max(0, min(number, self.starts[-1] - 1))
        cell = bisect_right(self.starts, number) - 1
        start, end = self.lines[cell][number - self.starts[cell]]
        return Place(cell, start, end)

    def page_of(self, cell: int) -> int:
        """The first page on which a cell stands; 0 where there is no such cell."""
        block = cell // self.grid.per_band
        pages = enumerate(self.pages)
        return next((n for n, page in pages if any(part.block == block for part in page)), 0)
