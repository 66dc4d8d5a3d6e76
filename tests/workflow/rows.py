"""Rows of files, as short as tests like them."""

from collections.abc import Iterable

from glossary.domain import Definition
from glossary.workflow.incoming import Incoming, Place, Row


def row(line: int, term: str, definition: str, partner: str, source: str = "") -> Row:
    """What stands on a line of a table."""
    told = Definition(definition, source=source)
    return Row(Place(line, f"line {line}"), term, partner, told)


def incoming(rows: Iterable[Row]) -> Incoming:
    """A file with nothing but rows."""
    return Incoming(tuple(rows))
