"""Tables of terms, definitions and organisations in text: find the columns, read the rows."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from glossary.domain import UnreadableError, one_line
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.workflow.import_plan import Row

DELIMITERS = "\t;,|"

# How headers name a column, in Dutch and English; the first that is there is used.
_HEADERS: Mapping[str, str] = {
    "term": "term begrip woord word concept label terms",
    "definition": "definition definitie betekenis meaning omschrijving description beschrijving",
    "partner": "partner organisation organization organisatie organisation_or_glossary "
    "organisation_name organization_name organisatienaam instantie",
    "source": "source bron source_ref reference herkomst bronvermelding",
}
_ROLES: Mapping[str, str] = {
    "term": mark("the term"),
    "definition": mark("the definition"),
    "partner": mark("the organisation"),
    "source": mark("the source"),
}
_REQUIRED = ("term", "definition", "partner")

# What spreadsheets are told the delimiter with, in a line before the header.
_SEPARATOR = re.compile(r"\"?sep=([\t;,|])[^\r\n]*", re.IGNORECASE)

_Record = tuple[int, Sequence[str]]  # the line on which a row begins, and its cells


@dataclass(frozen=True, slots=True)
class Columns:
    """What a reader of tables is told: headers by role, and how the file is written.

    What is None is found out from the file.
    """

    term: str | None = None
    definition: str | None = None
    partner: str | None = None
    source: str | None = None
    delimiter: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be read: its line (from 1) and a sentence."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, and those that do not fit its header."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()


def parse_table(text: str, columns: Columns, name: str) -> Table:
    """The rows of a table with a header; `name` is what sentences call the file.

    Raises UnreadableError where a column is missing or the text is no table.
    """
    told = _SEPARATOR.match(text)
    if told:
        # Its line end stays, so that line numbers do too.
        text = text[told.end() :]
    delimiter = columns.delimiter or (told[1] if told else sniff_delimiter(text))
    lines = iter(_records(text, delimiter, name))
    _line, header = next(lines, (0, []))
    if not header:
        raise UnreadableError(_("{file} is empty: give it a header and rows.").format(file=name))
    places = _places(header, columns, name)
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, cells in lines:
        if _fits(cells, len(header)):
            picked = {role: cells[place] for role, place in places.items()}
            rows.append(Row(number, **picked))
        else:
            problems.append(Problem(number, _misfit(len(cells), len(header))))
    return Table(tuple(rows), tuple(problems))


def sniff_delimiter(text: str) -> str:
    """Tab, semicolon, comma or bar: the one that cuts the header into the most columns."""
    header = io.StringIO(text.lstrip("\r\n"), newline="").readline()
    with _fields_of(len(text)):
        return max(DELIMITERS, key=lambda each: len(next(csv.reader([header], delimiter=each), [])))


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


def _places(header: Sequence[str], columns: Columns, name: str) -> dict[str, int]:
    names = [_fold(cell) for cell in header]
    places: dict[str, int] = {}
    for role, usual in _HEADERS.items():
        given: str | None = getattr(columns, role)
        wanted = (_fold(given),) if given is not None else usual.split()
        place = _first(names, wanted, set(places.values()))
        if place is not None:
            places[role] = place
        elif role in _REQUIRED or given is not None:
            raise UnreadableError(_missing(role, given, header, name))
    return places


def _first(names: Sequence[str], wanted: Iterable[str], taken: set[int]) -> int | None:
    found = (
        place
        for each in wanted
        for place, name in enumerate(names)
        if name == each and place not in taken
    )
    return next(found, None)


def _fold(header: str) -> str:
    words = unicodedata.normalize("NFKC", header).casefold().replace("-", " ").replace("_", " ")
    return "_".join(words.split())


def _missing(role: str, given: str | None, header: Sequence[str], name: str) -> str:
    found = ", ".join(f"“{one_line(cell)}”" for cell in header[:20])
    if given is not None:
        return _("{file} has no column “{column}”. Its columns are {columns}.").format(
            file=name, column=one_line(given), columns=found
        )
    return _(
        "{file} has no column for {role}. Its columns are {columns}: "
        "say which one it is with --{option}."
    ).format(file=name, role=_(_ROLES[role]), columns=found, option=role)


def _fits(cells: Sequence[str], expected: int) -> bool:
    return len(cells) >= expected and not any(cell.strip() for cell in cells[expected:])


def _misfit(found: int, expected: int) -> str:
    return ngettext(
        "The row has {found} value where the header has {expected} columns.",
        "The row has {found} values where the header has {expected} columns.",
        found,
    ).format(found=found, expected=expected)
