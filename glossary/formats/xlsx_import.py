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
from glossary.formats.contract import Importer
from glossary.formats.headers import Columns, MissingColumnsError
from glossary.formats.records import Record
from glossary.formats.sheet import read_sheet, together
from glossary.formats.whole_file import bytes_of
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


class XlsxFile(Importer):
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
        data = bytes_of(path)
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
            label = f"{name}, {sheet.title}"
            told = read_sheet(sheet.records, columns, label, title=sheet.title, loose=True)
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
    whole = together(read)
    if replace(whole, remarks=()) == Incoming():
        raise UnreadableError(
            _("{file} has no rows below its headers: there is nothing to read.").format(file=name)
        )
    return replace(whole, remarks=tuple(remarks))


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
