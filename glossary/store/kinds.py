"""Kinds of single values: what a file may hold there and what the model makes of it."""

import datetime as dt
from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Any, Final, NamedTuple, Protocol

from glossary.domain.cells import cell_len
from glossary.domain.ids import is_valid_id, slug
from glossary.domain.text import MAX_BYTES
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.store.keypath import KeyPath, dotted
from glossary.store.report import Ref, Report

MAX_SHORT_CELLS = 8


class LeftOut(Enum):
    """Stands for a value that could not be used; a problem says why."""

    VALUE = "left out"


LEFT_OUT: Final = LeftOut.VALUE


class Kind(Protocol):
    """A kind of value in a file.

    `read` gives the model's value, or LEFT_OUT after noting a problem. `write` gives the plain
    value that a file holds; `sparse` leaves empty tables and arrays inside a record out.
    """

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """The model's value for a plain value."""

    def write(self, value: Any, *, sparse: bool) -> Any:
        """The plain value for a model's value; None or "" when there is nothing to write."""


class Scalar(NamedTuple):
    """A value of one type, named by `expected` in messages."""

    expected: str
    accepts: Callable[[Any], bool]
    code: str = "wrong-type"

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """The value itself."""
        if self.accepts(value):
            return value
        return wrong(report, at, self.code, _(self.expected))

    def write(self, value: Any, *, sparse: bool) -> Any:  # noqa: ARG002  # as in Kind
        """The value itself."""
        return value


class Choice(NamedTuple):
    """One of the words of an enumeration."""

    words: type[StrEnum]

    def read(self, value: Any, at: KeyPath, report: Report) -> Any:
        """The member for the word."""
        try:
            return self.words(value)
        except ValueError:
            allowed = ", ".join(f'"{word}"' for word in self.words)
            expected = _("one of {words}").format(words=allowed)
            return wrong(report, at, "bad-choice", expected)

    def write(self, value: StrEnum, *, sparse: bool) -> str:  # noqa: ARG002  # as in Kind
        """The word."""
        return str(value)


class Id(NamedTuple):
    """An id; `ref` tells what it names, None when it names the entry itself."""

    ref: Ref | None = None

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """The id; a reference is noted for checking against the whole set."""
        if not isinstance(value, str):
            return wrong(report, at, "wrong-type", _("an id in quotes"))
        if not is_valid_id(value):
            bad_id(report, at, value)
            return LEFT_OUT
        if self.ref is not None:
            report.name(self.ref, value, at)
        return value

    def write(self, value: str, *, sparse: bool) -> str:  # noqa: ARG002  # as in Kind
        """The id."""
        return value


class Text(NamedTuple):
    """A text; one that nobody could type is used, with a warning."""

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """The text."""
        if not isinstance(value, str):
            return wrong(report, at, "wrong-type", _("a text in quotes"))
        # No character takes more than four bytes.
        if len(value) * 4 > MAX_BYTES and len(value.encode()) > MAX_BYTES:
            message = _("{key} is longer than {most} bytes.")
            report.warn(
                at,
                "long-text",
                message.format(key=dotted(at), most=MAX_BYTES),
                _("Shorten it, or say where the whole text can be found."),
            )
        return value

    def write(self, value: str, *, sparse: bool) -> str:  # noqa: ARG002  # as in Kind
        """The text."""
        return value


class ShortName(NamedTuple):
    """A name for narrow columns; a wider one is used, with a warning."""

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """The name."""
        if not isinstance(value, str):
            return TEXT.read(value, at, report)
        if cell_len(value) > MAX_SHORT_CELLS:
            message = _("{key} is wider than {width} cells, so narrow columns cut it off.")
            report.warn(
                at,
                "long-short-name",
                message.format(key=dotted(at), width=MAX_SHORT_CELLS),
                _("Choose a shorter name."),
            )
        return value

    def write(self, value: str, *, sparse: bool) -> str:  # noqa: ARG002  # as in Kind
        """The name."""
        return value


def wrong(report: Report, at: KeyPath, code: str, expected: str) -> LeftOut:
    """Note that the value at `at` should be `expected`, and leave it out."""
    message = _("{key} should be {expected}, so it is not used.")
    report.add(
        at,
        code,
        message.format(key=dotted(at), expected=expected),
        _("Correct the value, or remove the line."),
    )
    report.left_out[at] = ()
    return LEFT_OUT


def bad_id(report: Report, at: KeyPath, name: str) -> None:
    """Note that `name` cannot be an id, and leave it out."""
    message = _("{key} holds something that cannot be an id, so it is not used.")
    report.add(at, "bad-id", message.format(key=dotted(at)), id_remedy(name))
    report.left_out[at] = ()


def id_remedy(name: str) -> str:
    """How to turn `name` into an id."""
    suggestion = slug(name)
    if suggestion:
        return _('Use small letters, digits and hyphens: "{id}".').format(id=suggestion)
    return _("Use small letters, digits and hyphens, at most 63 of them.")


def _is_day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _is_rating(value: object) -> bool:
    return type(value) is int and 1 <= value <= 5


TEXT = Text()
DAY = Scalar(mark("a date such as 2026-11-23, without quotes"), _is_day)
MOMENT = Scalar(
    mark("a date and time such as 2026-11-23T14:05:00+01:00, without quotes"),
    lambda value: isinstance(value, dt.datetime),
)
SWITCH = Scalar(mark("true or false, without quotes"), lambda value: type(value) is bool)
RATING = Scalar(mark("a whole number from 1 to 5"), _is_rating, code="bad-rating")
