"""The bytes of a JSON file to plain values, whatever the file holds."""

import codecs
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from glossary.domain import UnreadableError, one_line
from glossary.formats.whole_file import bytes_of
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

# Of what a set may be; to read more can be made to take long.
MAX_NESTING = 100
MAX_PIECES = 1_000_000

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A string that nobody closed runs to the end, so that no text is gone through twice.
_PIECE = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|([\[{])|([\]}])|[0-9][0-9.eE+-]*+', re.DOTALL)


def parse(path: Path) -> dict[str, Any]:
    """The object in a file. Raises UnreadableError."""
    name = one_line(str(path))
    text = _text(bytes_of(path), name)
    _check_size(text, name)
    try:
        found = json.loads(text, object_pairs_hook=_without_twins, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise UnreadableError(
            _("{file}, line {line}, column {column}: this is not JSON.").format(
                file=name, line=error.lineno, column=error.colno
            )
        ) from error
    except _WrongError as error:
        raise UnreadableError(f"{name}: {error}") from error
    except ValueError as error:
        raise UnreadableError(
            _("{file} holds a number that is too long to be one.").format(file=name)
        ) from error
    if not isinstance(found, dict):
        raise UnreadableError(not_ours(name))
    return found


def not_ours(name: str) -> str:
    """The sentence about a file that is JSON but no set."""
    return _(
        "{file} is no set in JSON: give it what “glossary export json” writes (docs/json.md)."
    ).format(file=name)


class _WrongError(Exception):
    """What JSON itself allows, or its readers let pass, and a set does not."""


def _without_twins(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            told = _("the key {key} stands twice in one object: leave one of the two.")
            raise _WrongError(told.format(key=quote(key)))
        found[key] = value
    return found


def _refuse(word: str) -> NoReturn:
    raise _WrongError(_("{word} is no value in JSON: leave it out.").format(word=word))


def _text(data: bytes, name: str) -> str:
    """UTF-8, also with a mark at the start; some editors save UTF-16, which has one as well."""
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        raise UnreadableError(
            _("{file} is not written in UTF-8: save it so.").format(file=name)
        ) from error
    if not text.strip():
        raise UnreadableError(_("{file} is empty.").format(file=name))
    return text


def _check_size(text: str, name: str) -> None:
    """Refuse what nests deeper or holds more than any set, before a reader goes into it."""
    depth = 0
    for number, match in enumerate(_PIECE.finditer(text)):
        if match[1]:
            depth += 1
        elif match[2]:
            depth -= 1
        if depth > MAX_NESTING or number > MAX_PIECES:
            told = _("{file}, line {line}: brackets nest deeper than {most}.")
            if depth <= MAX_NESTING:
                told = _("{file} holds more than a set can: {most} texts, numbers and brackets.")
            line = text.count("\n", 0, match.start()) + 1
            most = MAX_NESTING if depth > MAX_NESTING else MAX_PIECES
            raise UnreadableError(told.format(file=name, line=line, most=most))
