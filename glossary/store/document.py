"""Make changes in the text of a TOML file and leave everything else as it is.

Whole lines come and go as blocks; what changes inside a line is tomlkit's work. Nothing here is
trusted: whoever saves the result reads it again and compares.
"""

from collections.abc import Iterable
from typing import Any

from glossary.store.blocks import Block, BlockKind, scan
from glossary.store.changes import Change, Drop, Insert, Put
from glossary.store.keypath import KeyPath
from glossary.store.render import Section, is_table, line, sections
from glossary.store.statement import change_statement


def edited(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made. Raises CannotEditError for a shape that is not plain."""
    document = _Document(text)
    for change in changes:
        document.make(change)
    return "".join(block.text for block in document.blocks)


class _Document:
    def __init__(self, text: str) -> None:
        self.blocks = scan(text)
        self._entries = {b.path: b for b in self.blocks if b.kind is BlockKind.ENTRY}
        self._eol = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"

    def make(self, change: Change) -> None:
        around = self._statement_around(change.path)
        if around is not None:
            self._change(around, change)
            return
        match change:
            case Drop(path):
                self._drop(path)
            case Insert(path, value):
                self._insert_item(path, value)
            case Put(path, value, after):
                if is_table(value):
                    at = self._place(path, after)
                    self._add_sections(at, list(sections(path, value)))
                else:
                    self._add_entry(path, value, after)

    def _statement_around(self, path: KeyPath) -> Block | None:
        """The statement that holds `path` or what is around it."""
        prefixes = (path[:size] for size in range(1, len(path) + 1))
        return next((self._entries[one] for one in prefixes if one in self._entries), None)

    def _change(self, block: Block, change: Change) -> None:
        if block.path == change.path and isinstance(change, Drop):
            self._drop_entry(block)
            return
        within = change.path[len(block.table) :]
        block.text = change_statement(block.text, change, within, self._eol_of(block))

    # -- taking out ---------------------------------------------------------------------------

    def _drop(self, path: KeyPath) -> None:
        for block in [b for b in self.blocks if _is_in(b, path)]:
            if block.kind is BlockKind.HEADER:
                self._drop_section(block)
            elif not _is_below(block.table, path):
                self._drop_entry(block)

    def _drop_entry(self, entry: Block) -> None:
        at = self.blocks.index(entry)
        self._cut(self._lead(at) or at, at + 1)

    def _drop_section(self, header: Block) -> None:
        """Take out a heading, its keys, and the comments that stand directly at them."""
        start = self.blocks.index(header)
        end = self._own_end(start)
        lead = self._lead(start) or start  # the first comment of a file is about the file
        following = self._section_end(start)
        rest = self.blocks[end:following]
        if not any(block.is_comment for block in rest):
            end = following
        elif lead and self.blocks[lead - 1].is_blank:
            end += next(n for n, block in enumerate(rest) if not block.is_blank)
        self._cut(lead, end)
        if lead == len(self.blocks):
            while self.blocks and self.blocks[-1].is_blank:
                self.blocks.pop()

    def _cut(self, start: int, end: int) -> None:
        for block in self.blocks[start:end]:
            if self._entries.get(block.path) is block:
                del self._entries[block.path]
        del self.blocks[start:end]

    # -- putting in ---------------------------------------------------------------------------

    def _add_entry(self, path: KeyPath, value: Any, after: tuple[str, ...]) -> None:
        parent = path[:-1]
        table = self._table_of(parent)
        if table is None:
            self._add_sections(self._place(parent, ()), [Section(parent, {str(path[-1]): value})])
            return
        # A file begins with its format, whatever its other keys are.
        siblings = {(*parent, name) for name in ("format", *after)}
        at = 0
        for place, block in enumerate(self.blocks):
            if block.table != table or block.kind is BlockKind.GAP:
                continue
            if block.kind is BlockKind.HEADER or any(_is_in(block, one) for one in siblings):
                at = place + 1
        text = line(path[len(table) :], value)
        self._put_blocks(at, [Block(BlockKind.ENTRY, text, path, table)])

    def _table_of(self, parent: KeyPath) -> KeyPath | None:
        """The table under whose heading keys of `parent` stand; None when there is none."""
        if not parent:
            return ()
        for block in self.blocks:
            if block.kind is BlockKind.HEADER and block.path == parent:
                return parent
        for block in self.blocks:
            # Dotted keys: the table has no heading of its own.
            is_outside = block.kind is BlockKind.ENTRY and not _is_below(block.table, parent)
            if is_outside and _is_below(block.path, parent):
                return block.table
        return None

    def _insert_item(self, path: KeyPath, value: Any) -> None:
        for at, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADER and block.path == path:
                self._add_sections(self._lead(at), list(sections(path, value)), is_before=True)
                return
        at = self._end_of(path[:-1])
        self._add_sections(at, list(sections(path, value)))

    def _place(self, path: KeyPath, after: tuple[str, ...]) -> int:
        """Where new sections at `path` go: behind the nearest relative that has lines."""
        for name in reversed(after):
            if end := self._end_of((*path[:-1], name)):
                return end
        for size in range(len(path) - 1, 0, -1):
            if end := self._end_of(path[:size]):
                return end
        return self._own_end(-1)

    def _end_of(self, path: KeyPath) -> int:
        """Behind the last section with something of `path`; 0 when there is none."""
        for at in range(len(self.blocks) - 1, -1, -1):
            if _is_in(self.blocks[at], path):
                return self._own_end(self._header_of(at))
        return 0

    def _add_sections(self, at: int, added: list[Section], *, is_before: bool = False) -> None:
        new: list[Block] = []
        for section in added:
            section_blocks = [
                Block(BlockKind.HEADER, section.heading(), section.path, section.path)
            ]
            section_blocks += [
                Block(BlockKind.ENTRY, line(key, value), (*section.path, key), section.path)
                for key, value in section.values.items()
            ]
            blank = Block(BlockKind.GAP, "\n")
            new += [*section_blocks, blank] if is_before else [blank, *section_blocks]
        self._put_blocks(at, new)

    def _put_blocks(self, at: int, new: list[Block]) -> None:
        before = self.blocks[at - 1] if at else None
        if before is not None and not before.text.endswith("\n"):
            before.text += self._eol
        eol = self._eol if before is None else self._eol_of(before)
        for block in new:
            block.text = block.text.replace("\n", eol)
        if before is None and new and new[0].is_blank:
            new = new[1:]
        self.blocks[at:at] = new
        self._entries.update((b.path, b) for b in new if b.kind is BlockKind.ENTRY)

    # -- finding the way ----------------------------------------------------------------------

    def _lead(self, at: int) -> int:
        """Where the comments begin that stand directly above a block."""
        while at and self.blocks[at - 1].is_comment:
            at -= 1
        return at

    def _header_of(self, at: int) -> int:
        """The heading above a block; -1 for the top of the file."""
        while at >= 0 and self.blocks[at].kind is not BlockKind.HEADER:
            at -= 1
        return at

    def _section_end(self, start: int) -> int:
        """Where the next heading begins, with the comments directly above it."""
        at = start + 1
        while at < len(self.blocks) and self.blocks[at].kind is not BlockKind.HEADER:
            at += 1
        return self._lead(at) if at < len(self.blocks) else at

    def _own_end(self, start: int) -> int:
        """Behind the last key of a section and the comments that follow it directly."""
        end = self._section_end(start)
        at = end
        while at > start + 1 and self.blocks[at - 1].kind is BlockKind.GAP:
            at -= 1
        while at < end and self.blocks[at].is_comment:
            at += 1
        return at

    def _eol_of(self, block: Block) -> str:
        if block.text.endswith("\n"):
            return "\r\n" if block.text.endswith("\r\n") else "\n"
        return self._eol


def _is_in(block: Block, path: KeyPath) -> bool:
    return block.kind is not BlockKind.GAP and _is_below(block.path, path)


def _is_below(path: KeyPath, above: KeyPath) -> bool:
    return path[: len(above)] == above
