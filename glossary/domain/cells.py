"""How wide text is in a terminal, and where its lines break."""

import unicodedata


def cell_len(text: str) -> int:
    """Number of terminal cells that `text` takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Offsets [start, end) of the lines of `text` in `width` cells.

    Lines break at newlines, spaces and tabs, never at a no-break space; a word that is wider
    than a line is cut. White space at a break belongs to no line. Empty text has no lines,
    an empty line between newlines is one empty line.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n") if text else ():
        lines.extend(_wrap_line(text, start, start + len(line), max(1, width)))
        start += len(line) + 1
    return lines


def _wrap_line(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = _skip_blank(text, start, end)
    while at < end:
        stop = _fit(text, at, end, width)
        if stop < end and text[stop] not in " \t":
            blank = max(text.rfind(" ", at, stop), text.rfind("\t", at, stop))
            stop = blank if blank > at else stop
        lines.append((at, at + len(text[at:stop].rstrip(" \t"))))
        at = _skip_blank(text, stop, end)
    return lines or [(start, start)]


def _skip_blank(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t":
        at += 1
    return at


def _fit(text: str, at: int, end: int, width: int, least: int = 1) -> int:
    used, first = 0, at
    while at < end and (at < first + least or used + _cells(text[at]) <= width):
        used += _cells(text[at])
        at += 1
    return at


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells; an ellipsis stands for what is left out."""
    if cell_len(text) <= width:
        return text
    return text[: _fit(text, 0, len(text), width - 1, least=0)].rstrip(" …") + "…"


def pad(text: str, width: int) -> str:
    """`text` with spaces after it up to `width` cells."""
    return text + " " * (width - cell_len(text))
