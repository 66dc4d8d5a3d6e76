"""Exports as text, as tests read them."""

import datetime as dt
from io import BytesIO
from zipfile import ZipFile

from glossary.domain import TermSet
from glossary.formats.contract import Request
from glossary.formats.registry import EXPORTERS


def exported(name: str, termset: TermSet, today: dt.date, style: str = "") -> str:
    """The set in a format that is text, or what there is to read in one that is not."""
    data = exported_bytes(name, termset, today, style)
    return data.decode() if EXPORTERS[name].is_text else _unpacked(data)


def exported_bytes(name: str, termset: TermSet, today: dt.date, style: str = "") -> bytes:
    """The set in any format."""
    return EXPORTERS[name].export(termset, Request(today, style=style))


def _unpacked(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as package:
        parts = ((name, package.read(name).decode()) for name in package.namelist())
        return "".join(f"== {name}\n{text}" for name, text in parts)
