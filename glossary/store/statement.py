"""Change what stands inside one statement: `key = value` with its comment, as tomlkit keeps it."""

from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array

from glossary.store.changes import Change, Drop, Insert, Put
from glossary.store.keypath import KeyPath
from glossary.store.render import line


class CannotEditError(Exception):
    """The statement has a shape that cannot be changed safely."""


def change_statement(text: str, change: Change, within: KeyPath, eol: str) -> str:
    """The statement with `change` made; `within` is where it stands inside the statement.

    Line ends that are added are `eol`. Raises CannotEditError.
    """
    try:
        document = tomlkit.parse(text)
        holder: Any = document
        for part in within[:-1]:
            holder = holder[part]
        _apply(holder, within[-1], change, eol)
        changed = tomlkit.dumps(document)
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise CannotEditError from error
    if eol == "\n" or "\n" in text.replace(eol, ""):
        return changed
    return changed.replace(eol, "\n").replace("\n", eol)


def _apply(holder: Any, key: str | int, change: Change, eol: str) -> None:
    match change:
        case Drop():
            del holder[key]
        case Insert(_, value):
            holder.insert(key, _item(value, eol))
        case Put(_, value):
            if isinstance(holder, Array) and not isinstance(key, int):
                raise TypeError
            holder[key] = _item(value, eol)


def _item(value: Any, eol: str) -> Any:
    if isinstance(value, dict):
        return _inline(value)
    return tomlkit.parse(line("k", value).replace("\n", eol))["k"]


def _inline(value: dict[str, Any]) -> Any:
    table = tomlkit.inline_table()
    table.update(value)
    return table
