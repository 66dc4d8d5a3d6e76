"""Values out of JSON, each checked against what should stand there."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from glossary.domain import UnreadableError, one_line
from glossary.domain.ids import is_valid_id
from glossary.formats.json_shapes import (
    DAY,
    MOMENT,
    ById,
    Id,
    Many,
    Maybe,
    Number,
    Of,
    Record,
    Text,
    Word,
)
from glossary.locale import gettext as _
from glossary.workflow.naming import listed, quote

_LONGEST = 80  # of a key in a sentence
_NAMED = 8


class Values:
    """Reads the values of one file, which sentences call `file`.

    Keys that are not known are passed over, and remembered.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._unknown: list[str] = []
        self._readers: Mapping[type, Callable[[Any, Any, str], Any]] = {
            Record: self._record,
            Many: self._many,
            ById: self._by_id,
            Maybe: self._maybe,
            Text: self._text,
            Id: self._id,
            Number: self._number,
            Word: self._word,
            Of: self._of,
        }

    def value(self, value: Any, shape: Any, at: str) -> Any:
        """What stands at a place, in the form of the domain. Raises UnreadableError."""
        return self._readers[type(shape)](value, shape, at)

    def remarks(self) -> Iterator[str]:
        """A sentence about keys that are not known here, if there are any."""
        if self._unknown:
            keys = listed(self._unknown, _NAMED)
            yield _("Keys that are not known here, and not used: {keys}.").format(keys=keys)

    def pass_over(self, value: Mapping[str, Any], known: Iterable[str], at: str = "") -> None:
        """Remember the keys of an object that are not known."""
        names = frozenset(known)
        self._unknown += [f"{at}{key}" for key in value if key not in names]

    def twin(self, at: str, own_id: str) -> UnreadableError:
        """The error of an id that stands above as well."""
        return self.wrong(
            at,
            _("is {id}, as another one above it: give one of the two another id.").format(
                id=quote(own_id)
            ),
        )

    def wrong(self, at: str, told: str) -> UnreadableError:
        """The error of a value, with its place."""
        message = _("{file}: {place} {told}")
        return UnreadableError(message.format(file=self.file, place=at, told=told))

    def _record(self, value: Any, shape: Record, at: str) -> Any:
        if not isinstance(value, dict):
            raise self.wrong(at, _("should be an object."))
        known: list[str] = []
        found: dict[str, Any] = {}
        for field in shape.fields:
            known += [field.name, field.instead]
            key = field.instead if field.instead and field.instead in value else field.name
            if key in value:
                found[field.name] = self.value(value[key], field.shape, f"{at}.{key}")
            elif field.is_required:
                raise self.wrong(f"{at}.{key}", _("is missing."))
        self.pass_over(value, known, f"{at}.")
        return shape.make(**found)

    def _many(self, value: Any, shape: Many, at: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise self.wrong(at, _("should be a list."))
        return tuple(
            self.value(one, shape.item, f"{at}[{number}]") for number, one in enumerate(value)
        )

    def _by_id(self, value: Any, shape: ById, at: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.wrong(at, _("should be an object."))
        found: dict[str, Any] = {}
        for key, one in value.items():
            place = f"{at}.{_shown(key)}"
            found[self._id(key, Id(may_be_empty=False), place)] = self.value(
                one, shape.entry, place
            )
        return found

    def _maybe(self, value: Any, shape: Maybe, at: str) -> Any:
        return None if value is None else self.value(value, shape.shape, at)

    def _text(self, value: Any, shape: Text, at: str) -> str:  # noqa: ARG002  # as all readers
        if not isinstance(value, str):
            raise self.wrong(at, _("should be a text."))
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise self.wrong(at, _("holds half a character: type it again.")) from error
        return value

    def _id(self, value: Any, shape: Id, at: str) -> str:
        if value == "" and shape.may_be_empty:
            return ""
        if not isinstance(value, str) or not is_valid_id(value):
            raise self.wrong(
                at, _("should be an id: small letters, digits and hyphens, at most 63 of them.")
            )
        return value

    def _number(self, value: Any, shape: Number, at: str) -> int:
        if type(value) is not int or not shape.least <= value <= shape.most:
            told = _("should be a whole number from {least} to {most}.")
            raise self.wrong(at, told.format(least=shape.least, most=shape.most))
        return value

    def _word(self, value: Any, shape: Word, at: str) -> Any:
        try:
            return shape.words(value)
        except ValueError as error:
            words = ", ".join(f'"{word}"' for word in shape.words)
            raise self.wrong(at, _("should be one of {words}.").format(words=words)) from error

    def _of(self, value: Any, shape: Of, at: str) -> Any:
        if shape.kind is bool:
            if type(value) is not bool:
                raise self.wrong(at, _("should be true or false."))
            return value
        is_day = shape.kind is dt.date
        try:
            if not isinstance(value, str) or not (DAY if is_day else MOMENT).fullmatch(value):
                raise ValueError(value)
            return dt.date.fromisoformat(value) if is_day else _moment(value)
        except ValueError as error:
            told = _("should be a date such as 2026-11-23.")
            if not is_day:
                told = _("should be a date and time such as 2026-11-23T14:05:00+01:00.")
            raise self.wrong(at, told) from error


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text.upper())


def _shown(key: str) -> str:
    """A key of a file as a sentence names it."""
    shown = one_line(key)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
