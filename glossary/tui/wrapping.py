"""Lines of a text that fit a width, measured in terminal cells.

Unlike Textual's own wrap a no-break space never breaks (a mark keeps its word), and a compound
that is longer than the line is folded instead of cut off.
"""

import re

from rich.cells import cell_len, chop_cells

_PIECE = re.compile(r"\n|[^ \n]+| +")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """[start, end) of each line of `text` in at most `width` cells, spaces at breaks left out.

    Every character but spaces and line breaks is in exactly one line. A character that is wider
    than the whole width gets a line of its own. The empty text has one empty line.
    """
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    start, end, filled = 0, 0, 0
    for match in _PIECE.finditer(text):
        piece, at = match.group(), match.start()
        if piece == "\n":
            lines.append((start, end))
            start, end, filled = match.end(), match.end(), 0
        elif piece[0] == " ":
            filled += len(piece)
        else:
            room = cell_len(piece)
            if end > start and filled + room > width:
                lines.append((start, end))
                start, filled = at, 0
            elif end == start:
                start, filled = at, 0
            if room > width:
                folds = _fold(piece, at, width)
                lines += folds[:-1]
                start, filled = folds[-1][0], cell_len(text[folds[-1][0] : match.end()])
            else:
                filled += room
            end = match.end()
    return [*lines, (start, end)]


def wrapped(text: str, width: int) -> list[str]:
    """The lines themselves."""
    return [text[start:end] for start, end in wrap(text, width)]


def clip(text: str, width: int) -> str:
    """`text` in at most `width` cells, ending in an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    kept = chop_cells(text, max(1, width - 1))[0].rstrip() if width > 1 else ""
    return kept + "…" if width > 0 else ""


def fill(text: str, width: int) -> str:
    """`text` in exactly `width` cells: clipped, or followed by spaces."""
    text = clip(text, width)
    return text + " " * (width - cell_len(text))


def _fold(word: str, at: int, width: int) -> list[tuple[int, int]]:
    folds = []
    for part in chop_cells(word, width):
        folds.append((at, at + len(part)))
        at += len(part)
    return folds
