"""Definitions in columns next to each other, as many as the terminal has room for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

import click

from glossary.cli.marks import Mark, Run, counts
from glossary.domain.cells import cell_len, cut, wrap

_NARROWEST = 26
_BETWEEN = " │ "
_NO_BREAK = "\u00a0"


def legend(
    texts: Sequence[Sequence[Run]], known: Mapping[str, Mark], width: int, *, colour: bool
) -> Iterator[str]:
    """The marks that occur, with how often, as many on a line as fit."""
    line, used = "", 0
    for mark, number in counts(texts, known):
        text = cut(f"{mark.glyph} {mark.word} {number}", width - 4)
        if used and used + cell_len(text) + 6 > width:
            yield line
            line, used = "", 0
        line += ("  " if used else "") + (mark.styled(f" {text} ") if colour else f" {text} ")
        used += cell_len(text) + 4
    if line:
        yield line.rstrip()


def folded(line: str, width: int) -> Iterator[str]:
    """An item of a list in lines of at most `width` cells, hanging under its first word."""
    hang = "  " if line.startswith("- ") else ""
    for place, (start, end) in enumerate(wrap(line, width - len(hang))):
        yield (hang if place else "") + line[start:end]


def side_by_side(
    columns: Sequence[tuple[str, Sequence[Run]]], width: int, *, colour: bool
) -> Iterator[str]:
    """Lines of all columns (name, runs) in balanced bands, an empty line between bands."""
    fit = max(1, (width - 2 + 3) // (_NARROWEST + 3))
    bands = -(-len(columns) // fit)
    wide = -(-len(columns) // bands) if bands else 1
    cells = max(1, (width - 2 - len(_BETWEEN) * (wide - 1)) // wide)
    for start in range(0, len(columns), wide):
        if start:
            yield ""
        yield from _band(columns[start : start + wide], start + 1, cells, colour=colour)


def _band(
    columns: Sequence[tuple[str, Sequence[Run]]], first: int, cells: int, *, colour: bool
) -> Iterator[str]:
    blocks = [
        [_name(f"{number} {name}", cells, colour=colour), *_lines(text, cells, colour=colour)]
        for number, (name, text) in enumerate(columns, first)
    ]
    for row in zip_longest(*blocks, fillvalue=" " * cells):
        yield f" {_BETWEEN.join(row)}".rstrip()


def _name(text: str, cells: int, *, colour: bool) -> str:
    shown = cut(text, cells)
    styled = click.style(shown, bold=True, underline=True) if colour else shown
    return styled + " " * (cells - cell_len(shown))


def _lines(text: Sequence[Run], cells: int, *, colour: bool) -> Iterator[str]:
    """The lines of one column, each as wide as the column."""
    parts = [
        (f"{run.mark.glyph}{_NO_BREAK}{run.text}" if run.mark else run.text, run.mark)
        for run in text
    ]
    for line, used in styled_lines(parts, cells, colour=colour):
        yield (line + " " * (cells - used)).replace(_NO_BREAK, " ")


def styled_lines(
    parts: Sequence[tuple[str, Mark | None]], cells: int, *, colour: bool
) -> Iterator[tuple[str, int]]:
    """Lines of a text given in parts, each with its mark, and how many cells they take."""
    whole = "".join(text for text, _mark in parts).replace("\t", " ")
    for start, end in wrap(whole, cells):
        styled, at = [], 0
        for text, mark in parts:
            inside = whole[max(start, at) : max(start, min(end, at + len(text)))]
            at += len(text)
            styled.append(mark.styled(inside) if colour and mark and inside else inside)
        yield "".join(styled), cell_len(whole[start:end])
