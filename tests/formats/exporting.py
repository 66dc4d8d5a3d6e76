"""Exports as text, as tests read them."""

import datetime as dt

from glossary.domain import TermSet
from glossary.formats.contract import Request
from glossary.formats.registry import EXPORTERS


def exported(name: str, termset: TermSet, today: dt.date, style: str = "") -> str:
    """The set in a format that is text."""
    return exported_bytes(name, termset, today, style).decode()


def exported_bytes(name: str, termset: TermSet, today: dt.date, style: str = "") -> bytes:
    """The set in any format."""
    return EXPORTERS[name].export(termset, Request(today, style=style))
