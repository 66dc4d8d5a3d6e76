"""One sheet of rows, from whatever file: a table, or a form that a partner returned."""

from collections.abc import Sequence
from dataclasses import replace

from glossary.formats.headers import FIRST, Columns, header_at, names
from glossary.formats.records import Record, read_records
from glossary.workflow.incoming import Incoming

_CASES = ("case", "answer")


def read_sheet(
    records: list[Record], columns: Columns, name: str, *, title: str = "", loose: bool = False
) -> Incoming:
    """What the rows of a sheet say; `title` is its own name, `name` what sentences call it.

    A sheet without a column for the organisation is a form when it says whose, or asks why.
    Raises UnreadableError where a column is missing.
    """
    top = header_at([cells for _place, cells in records[:FIRST]], columns)
    header = records[top].cells
    above = _partner_above(records[:top])
    asks = any(names("why", cell) for cell in header)
    blocks = _blocks(records, top)
    says_whose = columns.of_partner or any(names("partner", cell) for cell in header)
    if not says_whose and (above or asks):
        columns = replace(columns, of_partner=above or title or None)
        # What stands above the header of a form says what it is.
        blocks[0] = blocks[0][top:]
    return together([read_records(one, columns, name, loose=loose) for one in blocks])


def together(read: Sequence[Incoming]) -> Incoming:
    """What several tables say, as one."""
    return Incoming(
        tuple(row for one in read for row in one.rows),
        tuple(left for one in read for left in one.left_out),
        tuple(remark for one in read for remark in one.remarks),
        tuple(term for one in read for term in one.terms),
        tuple(partner for one in read for partner in one.partners),
        {label: draft for one in reversed(read) for label, draft in one.wordings.items()},
        answers=tuple(answer for one in read for answer in one.answers),
    )


def _partner_above(records: Sequence[Record]) -> str | None:
    """Whose form it is: "Organisation" stands above it, with a name beside that."""
    for _place, cells in records:
        if len(cells) > 1 and names("partner", cells[0]) and cells[1].strip():
            return cells[1]
    return None


def _blocks(records: list[Record], top: int) -> list[list[Record]]:
    """A table, and one of boundary cases where that has a header of its own below it."""
    for at, (_place, cells) in enumerate(records[top + 1 :], top + 1):
        is_header = bool(cells) and names("term", cells[0])
        if is_header and all(any(names(role, cell) for cell in cells) for role in _CASES):
            return [records[:at], records[at:]]
    return [records]
