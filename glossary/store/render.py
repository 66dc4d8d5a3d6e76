"""Plain values to the TOML that a new file or a new part of one gets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tomli_w

from glossary.store.keypath import KeyPath

_WIDTH = 100
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its own keys; the values are single ones or arrays of them."""

    path: KeyPath
    values: Mapping[str, Any]

    def heading(self) -> str:
        """The line with the heading, empty for the top of the file."""
        if not self.path:
            return ""
        name = ".".join(_key(part) for part in self.path if isinstance(part, str))
        return f"[[{name}]]\n" if isinstance(self.path[-1], int) else f"[{name}]\n"


def new_text(plain: Mapping[str, Any]) -> str:
    """A whole file: plain headings and arrays of tables only, never an inline table."""
    return "\n".join(
        section.heading() + "".join(line(key, value) for key, value in section.values.items())
        for section in sections((), plain)
    )


def sections(path: KeyPath, value: Any) -> Iterator[Section]:
    """The sections that a table, or an array of tables, at `path` takes."""
    if isinstance(value, Mapping):
        own = {key: item for key, item in value.items() if not is_table(item)}
        if own or not value:
            yield Section(path, own)
        for key, item in value.items():
            if is_table(item):
                yield from sections((*path, key), item)
    else:
        for index, item in enumerate(value):
            inner = list(sections((*path, index), item))
            # The heading of an item is what makes it one, even when it has no keys of its own.
            if inner[0].path != (*path, index):
                yield Section((*path, index), {})
            yield from inner


def is_table(value: Any) -> bool:
    """Whether a value is written under headings: a table, or an array of them."""
    if isinstance(value, Mapping):
        return True
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and bool(value)
        and all(isinstance(item, Mapping) for item in value)
    )


def line(key: str | KeyPath, value: Any) -> str:
    """`key = value` with its newline; a text with newlines becomes a text of several lines.

    An array takes as few lines of at most 100 characters as it can.
    """
    parts = (key,) if isinstance(key, str) else key
    name = ".".join(_key(part) for part in parts if isinstance(part, str))
    # tomli-w turns "\r\n" inside a text of several lines into "\n".
    plain = tomli_w.dumps({"k": value}, multiline_strings=not _has_return(value))
    text = plain.removeprefix("k = ").removesuffix("\n")
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        text = _filled(text, len(value), _WIDTH - len(name) - len(" = "))
    return f"{name} = {text}\n"


def _filled(array: str, count: int, width: int) -> str:
    """An array in one line where it fits, else with as many items on a line as fit.

    `array` has an item on each line, as tomli-w writes it; one with longer items stays so.
    """
    items = [item.removeprefix(_INDENT) for item in array.split("\n")[1:-1]]
    if len(items) != count:
        return array
    whole = f"[{' '.join(items).removesuffix(',')}]"
    if len(whole) <= width:
        return whole
    lines = [_INDENT + items[0]]
    for item in items[1:]:
        if len(lines[-1]) + 1 + len(item) <= _WIDTH:
            lines[-1] += f" {item}"
        else:
            lines.append(_INDENT + item)
    return "\n".join(["[", *lines, "]"])


def _key(part: str) -> str:
    return tomli_w.dumps({part: 0}).removesuffix(" = 0\n")


def _has_return(value: Any) -> bool:
    if isinstance(value, str):
        return "\r\n" in value
    return isinstance(value, Sequence) and any(_has_return(item) for item in value)
