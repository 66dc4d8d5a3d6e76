"""How definitions are laid out in columns, bands and pages; numbers only, no text."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

LEAST_COLUMN, MOST_COLUMN, GAP = 26, 60, 3


@dataclass(frozen=True, slots=True)
class Grid:
    """`per_band` columns of `column` cells beside each other."""

    per_band: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """Something of full width on a page: `head` rows that are repeated, and `lines` below."""

    head: int
    lines: int


@dataclass(frozen=True, slots=True)
class Part:
    """Lines [start, stop) of the block with this index, below its head."""

    block: int
    start: int
    stop: int


def fitting(width: int) -> int:
    """How many columns fit beside each other in `width` cells; at least one."""
    return max(1, (width + GAP) // (LEAST_COLUMN + GAP))


def grid(count: int, width: int) -> Grid:
    """All columns in one band where they fit, otherwise balanced bands: 8 in 4 gives 4 + 4."""
    fit = fitting(width)
    count = max(1, count)
    per_band = count if count <= fit else ceil(count / ceil(count / fit))
    return Grid(per_band, max(1, min((width - GAP * (per_band - 1)) // per_band, MOST_COLUMN)))


def paginate(blocks: Sequence[Block], height: int) -> tuple[tuple[Part, ...], ...]:
    """Whole blocks per page of `height` rows, one blank row between them.

    A block that is taller than a page is cut into parts that each begin a page with its head.
    Every line of every block is on exactly one page. There is always one page.
    """
    pages: list[tuple[Part, ...]] = []
    page: list[Part] = []
    used = 0
    for index, block in enumerate(blocks):
        rows = block.head + block.lines
        if page and used + 1 + rows > height:
            pages.append(tuple(page))
            page, used = [], 0
        if rows <= height:
            used += rows + (1 if page else 0)
            page.append(Part(index, 0, block.lines))
            continue
        *full, last = _cut(index, block, max(1, height - block.head))
        pages += [(part,) for part in full]
        page, used = [last], block.head + last.stop - last.start
    return (*pages, tuple(page)) if page or not pages else tuple(pages)


def _cut(index: int, block: Block, step: int) -> list[Part]:
    return [
        Part(index, start, min(start + step, block.lines))
        for start in range(0, max(1, block.lines), step)
    ]
