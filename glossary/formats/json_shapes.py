"""What a set in JSON holds where: the fields of the domain, and which of them are ids.

Reading and the JSON Schema follow this; `json_text.plain` writes the same fields.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from glossary.domain import CaseAnswer, Objection

FORMAT = 1

# Texts that are ids, wherever they stand; so are all keys of objects that are by id.
_IDS = frozenset({"id", "term", "of", "by", "partner", "between", "order", "letters"})
_IDS |= {"terms", "current", "lenses"}
# Ids that may be empty: nothing is on the table yet.
_MAY_BE_EMPTY = frozenset({"current"})

# Whole numbers, from and to.
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "know_before": (1, 5),
    "know_after": (1, 5),
    "temperature": (1, 5),
    "minutes": (1, 1_440),
    "extra": (-1_440, 1_440),
    "spent": (0, 2**53 - 1),
}

# As RFC 3339 and TOML have them; without a zone it is the clock on the wall.
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(
    rf"{DAY.pattern}[Tt ][0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]{{1,6}})?"
    r"([Zz]|[+-][0-9]{2}:[0-9]{2})?"
)


class Text(NamedTuple):
    """Any text."""


class Id(NamedTuple):
    """An id, or also nothing."""

    may_be_empty: bool


class Number(NamedTuple):
    """A whole number."""

    least: int
    most: int


class Word(NamedTuple):
    """One of the words of an enumeration."""

    words: type[StrEnum]


class Of(NamedTuple):
    """A value that has a type of its own in Python: true or false, a day, a moment."""

    kind: type


class Maybe(NamedTuple):
    """Something, or null."""

    shape: Any


class Many(NamedTuple):
    """A list."""

    item: Any


class ById(NamedTuple):
    """An object with an entry for each id."""

    entry: Any


class Field(NamedTuple):
    """One field: what it is called in Python and in JSON, and whether it has to be there.

    `instead` is read where it is there.
    """

    name: str
    shape: Any
    is_required: bool
    instead: str = ""


class Record(NamedTuple):
    """An object with known fields."""

    make: type
    fields: tuple[Field, ...]


# What an objection became counts otherwise than it was recorded: see `json_format`.
_INSTEAD: Mapping[tuple[type, str], str] = {(Objection, "disposition"): "recorded"}


@cache
def record_of(make: type) -> Record:
    """The fields of a dataclass, by their names and types."""
    types = get_type_hints(make, localns={"CaseAnswer": CaseAnswer})
    return Record(
        make,
        tuple(
            Field(
                one.name,
                _shape(types[one.name], one.name),
                one.default is MISSING and one.default_factory is MISSING,
                _INSTEAD.get((make, one.name), ""),
            )
            for one in fields(make)
        ),
    )


def _shape(kind: Any, name: str) -> Any:
    inner = get_args(kind)
    if get_origin(kind) is UnionType:
        return Maybe(_shape(next(one for one in inner if one is not NoneType), name))
    if get_origin(kind) is tuple:
        return Many(_shape(inner[0], name))
    if get_origin(kind) is not None:
        return ById(_shape(inner[1], name))
    if kind is str:
        return Id(name in _MAY_BE_EMPTY) if name in _IDS else Text()
    if kind is int:
        return Number(*_BOUNDS[name])
    if kind in (bool, dt.date, dt.datetime):
        return Of(kind)
    return Word(kind) if issubclass(kind, StrEnum) else record_of(kind)
