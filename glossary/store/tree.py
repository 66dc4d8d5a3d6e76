"""A TOML text as tables and entries, each with the comments that belong to it.

Comments directly above a heading or an entry belong to it, as do those directly below an entry
that an empty line or the end follows. Any others belong to what comes next, and those at the
start and the end of a file to the file.
"""

from typing import Any

from glossary.store.blocks import Block, BlockKind, scan, statement
from glossary.store.keypath import KeyPath
from glossary.store.render import is_table, line


class CannotTellError(Exception):
    """A comment stands where no plain table could keep it; `args[0]` is its line."""


class Entry:
    """A key with its value, `lead` and `tail` the lines of comment above and below it.

    An empty line of `lead` stands for as many as there are.
    """

    def __init__(self, key: str, text: str, lead: list[str]) -> None:
        self.key, self.text, self.lead = key, text, lead
        self.tail: list[str] = []


class Table:
    """A table with its entries and the tables in it; an array of tables is a list of them."""

    def __init__(self, path: KeyPath) -> None:
        self.path = path
        self.lead: list[str] = []
        self.tail: list[str] = []  # below a heading without entries
        self.comment = ""  # behind the heading
        self.entries: list[Entry] = []
        self.tables: dict[str, list[Table]] = {}

    @property
    def is_implied(self) -> bool:
        """Whether its heading says nothing that those of the tables in it do not say."""
        is_item = bool(self.path) and isinstance(self.path[-1], int)
        is_commented = self.comment or self.tail or (self.lead and self.lead[-1])
        said = self.entries or is_commented
        return not self.path or bool(not is_item and self.tables and not said)

    def inner(self, name: str, index: int | None) -> "Table":
        """A table in this one, made when it is not there yet."""
        group = self.tables.setdefault(name, [])
        place = index or 0
        if place == len(group):
            own = (*self.path, name) if index is None else (*self.path, name, index)
            group.append(Table(own))
        return group[place]


class Tree:
    """A whole file: `head` and `foot` are its own comments, `root` holds all else."""

    def __init__(self, text: str, plain: dict[str, Any]) -> None:
        self.root = Table(())
        self.head: list[str] = []
        self._plain = plain
        self._last: Entry | Table | None = None
        pending: list[str] = []
        for block in scan(text):
            if block.kind is BlockKind.GAP:
                pending.append(block.text.strip())
                continue
            lead = self._lead(pending, before=block.kind)
            pending = []
            if block.kind is BlockKind.HEADER:
                self._add_heading(block, lead)
            else:
                self._add_entry(block, lead)
        self.foot = self._lead(pending, before=None)

    def _lead(self, pending: list[str], before: BlockKind | None) -> list[str]:
        """What of the comments belongs to the next block, once the last one has its own."""
        size = next((n for n, one in enumerate(pending) if not one), len(pending))
        is_apart = size < len(pending) or before is None
        if isinstance(self._last, Table) and before is BlockKind.ENTRY:
            is_apart = False
        if self._last is not None and size and is_apart:
            self._last.tail = pending[:size]
            pending = pending[size:]
        lead = [one for n, one in enumerate(pending) if one or (n and pending[n - 1])]
        while lead and not lead[0]:
            lead.pop(0)
        if self._last is None and before is not None and "" in lead:
            size = len(lead) - lead[::-1].index("")
            self.head, lead = lead[:size], lead[size:]
        return lead

    def _add_heading(self, block: Block, lead: list[str]) -> None:
        table = self._table(block.path)
        table.lead += lead
        table.comment = statement(block).comment
        self._last = table

    def _add_entry(self, block: Block, lead: list[str]) -> None:
        value = _at(self._plain, block.path)
        parts = statement(block)
        if is_table(value):
            if parts.holds_comment:
                raise CannotTellError(block.line)
            self._last = self._add_tables(block.path, value)
            self._last.lead += lead
            self._last.comment = parts.comment
            return
        key = str(block.path[-1])
        if isinstance(value, str) or (_is_texts(value) and not parts.holds_comment):
            text = line(key, value).removesuffix("\n")
        else:
            text = line(key, 0).removesuffix("0\n") + parts.value.replace("\r\n", "\n")
        entry = Entry(key, f"{text} {parts.comment}".rstrip() if parts.comment else text, lead)
        self._table(block.path[:-1]).entries.append(entry)
        self._last = entry

    def _add_tables(self, path: KeyPath, value: Any) -> Table:
        """Write out an inline table, or an array of them; gives the first of them."""
        if isinstance(value, list):
            items = [self._add_tables((*path, n), item) for n, item in enumerate(value)]
            return items[0]
        table = self._table(path)
        for key, item in value.items():
            if is_table(item):
                self._add_tables((*path, key), item)
            else:
                table.entries.append(Entry(key, line(key, item).removesuffix("\n"), []))
        return table

    def _table(self, path: KeyPath) -> Table:
        table, at = self.root, 0
        while at < len(path):
            name = str(path[at])
            index = path[at + 1] if at + 1 < len(path) else None
            if isinstance(index, int):
                table, at = table.inner(name, index), at + 2
            else:
                table, at = table.inner(name, None), at + 1
        return table


def _at(plain: Any, path: KeyPath) -> Any:
    for part in path:
        plain = plain[part]
    return plain


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
