"""Exports as text, as tests read them."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

from openpyxl import load_workbook

from glossary.domain import TermSet
from glossary.formats.contract import Request
from glossary.formats.registry import EXPORTERS


def exported(name: str, termset: TermSet, today: dt.date, style: str = "") -> str:
    """The set in a format that is text, or what is in it line by line."""
    data = exported_bytes(name, termset, today, style)
    return data.decode() if EXPORTERS[name].is_text else readable(data)


def exported_bytes(
    name: str, termset: TermSet, today: dt.date, style: str = "", partner: str = ""
) -> bytes:
    """The set in any format."""
    request = replace(Request(today, style=style), partner=partner)
    return EXPORTERS[name].export(termset, request)


def readable(data: bytes) -> str:
    """What there is to read in a package; of a workbook its sheets, and each cell with its kind."""
    with ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        if "xl/workbook.xml" in names:
            return "\n".join(_lines(data)) + "\n"
        return "".join(f"== {name}\n{package.read(name).decode()}" for name in names)


def _lines(data: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        yield f"== {sheet.title}, fixed up to {sheet.freeze_panes}, columns " + ", ".join(
            f"{name} {column.width:g}" for name, column in sheet.column_dimensions.items()
        )
        for choice in sheet.data_validations.dataValidation:
            yield f"{choice.sqref}: choose from {choice.formula1}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    mark = "'" if cell.quotePrefix else ""
                    yield f"{cell.coordinate} {cell.data_type}{mark} {cell.value!r}"
