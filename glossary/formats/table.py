"""Tables of terms, definitions and organisations in text: find the columns, read the rows."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Literal

from glossary.domain import Definition, UnreadableError
from glossary.formats.headers import FIRST, REQUIRED, Columns, fitness, header_at, places
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.incoming import Incoming, LeftOut, Place, Row
from glossary.workflow.naming import listed

DELIMITERS = "\t;,|"
USUAL = Columns()

# What spreadsheets are told the delimiter with, in a line before the header.
_SEPARATOR = re.compile(r"\"?sep=([\t;,|])[^\r\n]*", re.IGNORECASE)

_SAMPLE = 100_000  # characters in which a header has to begin

_NAMED = 8

_Record = tuple[int, Sequence[str]]  # the line on which a row begins, and its cells


def parse_table(text: str, columns: Columns, name: str) -> Incoming:
    """The rows of a table with a header; `name` is what sentences call the file.

    Raises UnreadableError where a column is missing or the text is no table.
    """
    told = _SEPARATOR.match(text)
    if told:
        # Its line end stays, so that line numbers do too.
        text = text[told.end() :]
    delimiter = columns.delimiter or (told[1] if told else sniff_delimiter(text, columns))
    records = _records(text, delimiter, name)
    if not records:
        raise UnreadableError(_("{file} is empty: give it a header and rows.").format(file=name))
    top = header_at([cells for _line, cells in records[:FIRST]], columns)
    header = records[top][1]
    where = places(header, columns, name)
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    for number, cells in records[top + 1 :]:
        place = line_place(number)
        if _fits(cells, len(header), where):
            rows.append(_row(place, {role: _cell(cells, at) for role, at in where.items()}))
        else:
            left_out.append(LeftOut(place, _misfit(len(cells), len(header)), tuple(cells)))
    above = [" ".join(cells) for _line, cells in records[:top]]
    unused = [one for at, one in enumerate(header) if one.strip() and at not in where.values()]
    return Incoming(tuple(rows), tuple(left_out), tuple(_passed_over(above, unused)))


def line_place(number: int) -> Place:
    """Where something stands that has a line of its own; lines count from 1."""
    return Place(number, _("line {line}").format(line=number))


def _row(place: Place, told: Mapping[str, str]) -> Row:
    definition = Definition(told["definition"], source=told.get("source", ""))
    return Row(place, told["term"], told["partner"], definition)


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _passed_over(above: Sequence[str], unused: Sequence[str]) -> Iterator[str]:
    """What of the file is not read: what stands above its header, and columns of no use here."""
    if above:
        yield _("Passed over above the header: {lines}.").format(lines=listed(above, _NAMED))
    if unused:
        yield _("Columns that are not used: {columns}.").format(columns=listed(unused, _NAMED))


def sniff_delimiter(text: str, columns: Columns = USUAL) -> str:
    """Tab, semicolon, comma or bar: the one that makes the best table of the first lines.

    A title above the header may hold more commas than the header has columns.
    """
    lines = text.lstrip("\r\n")[:_SAMPLE].splitlines()[:FIRST]

    def cut(delimiter: str) -> list[list[str]]:
        return list(csv.reader(lines, delimiter=delimiter))

    with _fields_of(_SAMPLE):
        return max(DELIMITERS, key=lambda each: fitness(cut(each), columns))


def _records(text: str, delimiter: str, name: str) -> list[_Record]:
    with _fields_of(len(text)):
        try:
            return list(_numbered(text, delimiter, csv.QUOTE_MINIMAL, name))
        except UnreadableError:
            # Tables with tabs often quote nothing, and then a quotation mark is just that.
            if delimiter == "\t":
                return list(_numbered(text, delimiter, csv.QUOTE_NONE, name))
            raise


@contextmanager
def _fields_of(size: int) -> Iterator[None]:
    """Let csv read fields of so many characters; the limit is one for the whole process.

    Its own of 131,072 would refuse a long annex; files are at most 100 MB.
    """
    before = csv.field_size_limit(size + 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _numbered(text: str, delimiter: str, quoting: Literal[0, 3], name: str) -> Iterator[_Record]:
    """Rows with the line on which they begin; empty lines are passed over."""
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=quoting,
        skipinitialspace=True,
        strict=True,
    )
    begin = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(
            _("{file}, line {line}: a quotation mark is not closed or closed too early.").format(
                file=name, line=begin
            )
        ) from error


def _fits(cells: Sequence[str], expected: int, where: Mapping[str, int]) -> bool:
    """Whether what is needed is there, and nothing stands beside the columns of the header."""
    needed = max(where[role] for role in REQUIRED)
    return len(cells) > needed and not any(cell.strip() for cell in cells[expected:])


def _misfit(found: int, expected: int) -> str:
    return ngettext(
        "The row has {found} value where the header has {expected} columns.",
        "The row has {found} values where the header has {expected} columns.",
        found,
    ).format(found=found, expected=expected)
