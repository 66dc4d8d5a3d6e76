"""Workbooks as people and other programs make them."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

from glossary.domain import TermSet
from glossary.formats.headers import Columns
from glossary.formats.registry import IMPORTERS
from glossary.workflow.incoming import Incoming
from tests.formats.exporting import exported_bytes
from tests.formats.sample import TODAY

Rows = Sequence[Sequence[object]]


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these rows on its sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def form(path: Path, termset: TermSet, cells: Mapping[str, str], partner: str = "") -> Path:
    """The form of a set, with what somebody typed in cells of its first sheet."""
    data = exported_bytes("xlsx", termset, TODAY, "form", partner)
    book = load_workbook(io.BytesIO(data))
    for place, text in cells.items():
        book.worksheets[0][place] = text
    book.save(path)
    return path


def with_part(path: Path, name: str, text: bytes) -> Path:
    """The workbook with a part replaced or added."""
    with ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for one, data in {**parts, name: text}.items():
            archive.writestr(one, data)
    return path


def read(path: Path, **columns: str) -> Incoming:
    """What the importer makes of it."""
    return IMPORTERS["xlsx"].read(path, Columns(**columns))
