"""Reads workbooks (XLSX): forms that partners returned, tables, and the NL-SBB template."""

import datetime as dt
import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile

from glossary.domain import UnreadableError, one_line
from glossary.formats.csv_format import read_bytes
from glossary.formats.headers import FIRST, Columns, MissingColumnsError, header_at, names
from glossary.formats.records import Record, read_records
from glossary.formats.xlsx_guard import checked
from glossary.formats.xlsx_text import unescaped
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming, LeftOut, Place
from glossary.workflow.naming import quote

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 100
_A_SHEET = 10_000_000  # more than it has rows: places of one sheet come before those of the next


class _Sheet(NamedTuple):
    title: str
    records: list[Record]
    left_out: list[LeftOut]
    remarks: list[str]


class XlsxFile:
    """Reads the sheets of a workbook in which it finds a table or a form."""

    name = "xlsx"
    description = mark("a workbook: forms that partners returned, a table, or the NL-SBB template")
    extra = "xlsx"
    knows = ("term", "definition", "partner", "source", "of_partner")

    def read(self, path: Path, columns: Columns) -> Incoming:
        """What the sheets hold; those without a table are passed over with a remark.

        Raises UnreadableError where none has one.
        """
        name = one_line(str(path))
        data = read_bytes(path, name)
        has_formulas = checked(data, name)
        damaged = _("{file} is no workbook (.xlsx), or it is damaged: open it and save it anew.")
        try:
            found = list(_sheets(data, has_formulas=has_formulas))
        # What is no XML is a SyntaxError to each of the readers that openpyxl may use.
        except (SyntaxError, BadZipFile, KeyError, ValueError, TypeError, AttributeError) as error:
            raise UnreadableError(damaged.format(file=name)) from error
        return _read(found, columns, name)


def _read(sheets: Sequence[_Sheet], columns: Columns, name: str) -> Incoming:
    read: list[Incoming] = []
    missing: list[MissingColumnsError] = []
    remarks: list[str] = []
    several = sum(bool(sheet.records) for sheet in sheets) > 1
    for sheet in sheets:
        remarks += sheet.remarks
        if not sheet.records:
            continue
        try:
            told = _table_or_form(sheet, columns, f"{name}, {sheet.title}")
        except MissingColumnsError as error:
            missing.append(error)
            remarks.append(
                _("The sheet {sheet} has no table of words, and is passed over.").format(
                    sheet=quote(sheet.title)
                )
            )
            continue
        remarks += [f"{sheet.title}: {one}" if several else one for one in told.remarks]
        read.append(replace(told, left_out=(*told.left_out, *sheet.left_out)))
    if not read and missing:
        raise missing[0]
    whole = _together(read)
    if replace(whole, remarks=()) == Incoming():
        raise UnreadableError(
            _("{file} has no rows below its headers: there is nothing to read.").format(file=name)
        )
    return replace(whole, remarks=tuple(remarks))


def _table_or_form(sheet: _Sheet, columns: Columns, name: str) -> Incoming:
    """A sheet without a column for the organisation is a form when it says whose, or asks why."""
    top = header_at([cells for _place, cells in sheet.records[:FIRST]], columns)
    header = sheet.records[top].cells
    above = _partner_above(sheet.records[:top])
    asks = any(names("why", cell) for cell in header)
    blocks = _blocks(sheet.records, top)
    if columns.of_partner or any(names("partner", cell) for cell in header) or not (above or asks):
        return _together([read_records(one, columns, name, loose=True) for one in blocks])
    own = replace(columns, of_partner=above or sheet.title)
    # What stands above the header of a form says what it is.
    blocks[0] = blocks[0][top:]
    return _together([read_records(one, own, name, loose=True) for one in blocks])


def _partner_above(records: Sequence[Record]) -> str | None:
    """Whose form it is: "Organisation" stands above it, with a name beside that."""
    for _place, cells in records:
        if len(cells) > 1 and names("partner", cells[0]) and cells[1].strip():
            return cells[1]
    return None


def _blocks(records: list[Record], top: int) -> list[list[Record]]:
    """A table, and one of boundary cases where that has a header of its own below it."""
    for at, (_place, cells) in enumerate(records[top + 1 :], top + 1):
        if all(any(names(role, cell) for cell in cells) for role in ("term", "case", "answer")):
            return [records[:at], records[at:]]
    return [records]


def _together(read: Sequence[Incoming]) -> Incoming:
    return Incoming(
        tuple(row for one in read for row in one.rows),
        tuple(left for one in read for left in one.left_out),
        tuple(remark for one in read for remark in one.remarks),
        tuple(term for one in read for term in one.terms),
        tuple(partner for one in read for partner in one.partners),
        {label: draft for one in reversed(read) for label, draft in one.wordings.items()},
        answers=tuple(answer for one in read for answer in one.answers),
    )


def _sheets(data: bytes, *, has_formulas: bool) -> Iterator[_Sheet]:
    from openpyxl import load_workbook

    def book(*, results: bool) -> "Workbook":
        return load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)

    with warnings.catch_warnings():
        # Of what openpyxl does not keep nothing is read here.
        warnings.simplefilter("ignore")
        shown = book(results=True)
        written = book(results=False) if has_formulas else shown
        for number, sheet in enumerate(shown.worksheets):
            if sheet.sheet_state == "visible":
                yield _sheet(number, sheet, written.worksheets[number] if has_formulas else None)
            else:
                told = _("The sheet {sheet} is hidden, and is passed over.")
                yield _Sheet(sheet.title, [], [], [told.format(sheet=quote(sheet.title))])


def _sheet(number: int, shown: "Worksheet", written: "Worksheet | None") -> _Sheet:
    """`written` is the same sheet with formulas in the place of their results."""
    found = _Sheet(shown.title, [], [], [])
    formulas = _rows(written) if written is not None else None
    nothing: tuple[Cell, ...] | None = None
    for at, row in enumerate(_rows(shown), 1):
        beside = next(formulas) if formulas else ()
        # All rows that are left out of the file are one and the same; there may be a million.
        if row is nothing:
            continue
        words = _("{sheet}, row {row}").format(sheet=shown.title, row=at)
        place = Place(number * _A_SHEET + at, words)
        cells = [_text(cell) for cell in row]
        found.left_out.extend(LeftOut(place, told) for told in _troubles(row, beside))
        if not any(cells):
            nothing = row
        elif any(cell.strip() for cell in cells):
            while not cells[-1].strip():
                cells.pop()
            found.records.append(Record(place, cells))
    return found


def _rows(sheet: "Worksheet") -> "Iterator[tuple[Cell, ...]]":
    # What a sheet says of its own size may be anything.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    return sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS)  # type: ignore[return-value]


def _troubles(shown: "Sequence[Cell]", written: "Sequence[Cell]") -> Iterator[str]:
    for cell in shown:
        if cell.data_type == "e":
            yield _("The cell {cell} shows the error {error}, which is not read.").format(
                cell=cell.coordinate, error=quote(str(cell.value))
            )
    for result, cell in zip(shown, written, strict=False):
        if cell.data_type == "f" and result.value is None:
            yield _(
                "The cell {cell} holds a formula without a result: open the file in a spreadsheet "
                "and save it, or type what it should say."
            ).format(cell=cell.coordinate)


def _text(cell: "Cell") -> str:
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return unescaped(value) if isinstance(value, str) else str(value)
