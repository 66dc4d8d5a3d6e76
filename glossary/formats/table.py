"""Tables of terms, definitions and organisations in text: find the columns, read the rows."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from glossary.domain import UnreadableError
from glossary.formats.formulas import DELIMITERS, restored
from glossary.formats.headers import FIRST, Columns, fitness
from glossary.formats.records import Record
from glossary.formats.sheet import read_sheet
from glossary.formats.whole_file import MAX_PARTS, too_many_rows
from glossary.locale import gettext as _
from glossary.workflow.incoming import Incoming, Place

USUAL = Columns()

# What spreadsheets are told the delimiter with, in a line before the header.
_SEPARATOR = re.compile(r"\"?sep=([\t;,|])[^\r\n]*", re.IGNORECASE)

_SAMPLE = 100_000  # characters in which a header has to begin


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
    return read_sheet(records, columns, name)


def line_place(number: int) -> Place:
    """Where something stands that has a line of its own; lines count from 1."""
    return Place(number, _("line {line}").format(line=number))


def sniff_delimiter(text: str, columns: Columns = USUAL) -> str:
    """Tab, semicolon, comma or bar: the one that makes the best table of the first lines.

    A title above the header may hold more commas than the header has columns.
    """
    lines = text.lstrip("\r\n")[:_SAMPLE].splitlines()[:FIRST]

    def cut(delimiter: str) -> list[list[str]]:
        return list(csv.reader(lines, delimiter=delimiter))

    with _fields_of(_SAMPLE):
        return max(DELIMITERS, key=lambda each: fitness(cut(each), columns))


def _records(text: str, delimiter: str, name: str) -> list[Record]:
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

    Its own of 131,072 would refuse a long annex.
    """
    before = csv.field_size_limit(size + 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _numbered(text: str, delimiter: str, quoting: Literal[0, 3], name: str) -> Iterator[Record]:
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
        for number, cells in enumerate(reader):
            if number > MAX_PARTS:
                raise too_many_rows(name)
            if any(cell.strip() for cell in cells):
                yield Record(line_place(begin), [restored(cell) for cell in cells])
            begin = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(
            _("{file}, line {line}: a quotation mark is not closed or closed too early.").format(
                file=name, line=begin
            )
        ) from error
