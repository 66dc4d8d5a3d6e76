"""The canonical form of a file: its keys in the order of their shapes, one layout, no other word.

Nothing here is trusted: a text counts only when it reads back as the same values and holds the
same comments.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from glossary.domain import RefusedError
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store.kinds import Kind
from glossary.store.render import Section
from glossary.store.source import STRING, BrokenFileError, Source, parsed_text
from glossary.store.tables import ListOf, Record, TableOf
from glossary.store.tree import CannotTellError, Entry, Table, Tree

_COMMENT = re.compile(rf"{STRING}|(#[^\n]*+)")


def formatted(source: Source, record: Record) -> bytes:
    """The canonical form of a file of which `record` is the shape, with its own line ends.

    Raises RefusedError for a file that it would change the values or lose a comment of.
    """
    path, text = source.path, source.text
    try:
        tree = Tree(text, source.plain)
    except CannotTellError as error:
        message = _(
            "{place} was not changed: a comment stands between the brackets of a table in one"
            " line. Write that table under a [heading], or put the comment above it."
        )
        place = f"{one_line(str(path))}:{error.args[0]}"
        raise RefusedError(message.format(place=place)) from error
    result = _Writer(tree).text(record)
    if text.partition("\n")[0].endswith("\r"):
        result = result.replace("\n", "\r\n")
    if not _says_the_same(path, result, source):
        message = _(
            "{path} was not changed, because it would not read back as what it says now."
            " Write plain [headings] and one key on a line, without brackets around tables."
        )
        raise RefusedError(message.format(path=one_line(str(path))))
    return source.bom + result.encode()


class _Writer:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._lines: list[str] = []

    def text(self, record: Record) -> str:
        self._lines += self._tree.head
        self._table(self._tree.root, record)
        if self._tree.foot:
            self._break()
            self._lines += self._tree.foot
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "".join(f"{line}\n" for line in self._lines)

    def _table(self, table: Table, kind: Kind | None) -> None:
        if table.lead or not table.is_implied:
            self._break()
        self._lines += table.lead
        if not table.is_implied:
            heading = Section(table.path, {}).heading().removesuffix("\n")
            self._lines.append(f"{heading} {table.comment}".rstrip())
        place = _places(kind, is_top=not table.path)
        above: Entry | None = None
        for entry in sorted(table.entries, key=lambda one: place.get(one.key, len(place))):
            if above is not None and (above.tail or "" in entry.lead):
                self._break()
            self._lines += [*entry.lead, entry.text, *entry.tail]
            above = entry
        self._lines += table.tail
        for name in sorted(table.tables, key=lambda one: place.get(one, len(place))):
            for inner in table.tables[name]:
                self._table(inner, _kind_in(kind, name, inner))

    def _break(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")


def _places(kind: Kind | None, *, is_top: bool) -> dict[str, int]:
    """The known keys of a table by their place; entries with ids of their own stay in order."""
    if not isinstance(kind, Record):
        return {}
    names = [key.name for key in kind.keys]
    return {name: place for place, name in enumerate(["format", *names] if is_top else names)}


def _kind_in(kind: Kind | None, name: str, inner: Table) -> Kind | None:
    """What a table in another one holds, as far as that is known."""
    if isinstance(kind, Record):
        kind = next((key.kind for key in kind.keys if key.name == name), None)
    else:
        kind = kind.entry if isinstance(kind, TableOf) else None
    if isinstance(inner.path[-1], int):
        return kind.item if isinstance(kind, ListOf) else None
    return None if isinstance(kind, ListOf) else kind


def _says_the_same(path: Path, result: str, source: Source) -> bool:
    try:
        reread = parsed_text(path, result)
    except BrokenFileError:
        return False
    return _exact(reread) == _exact(source.plain) and _comments(result) == _comments(source.text)


def _comments(text: str) -> Counter[str]:
    found: Iterable[str] = (match[1] for match in _COMMENT.finditer(text) if match[1])
    return Counter(comment.rstrip() for comment in found)


def _exact(value: Any) -> Any:
    """A value that equals another one only where type, digits and time zone are the same."""
    if isinstance(value, dict):
        return {key: _exact(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_exact(item) for item in value]
    return type(value), repr(value)
