"""A TOML text as a list of blocks, so that lines can be found, put in and taken out.

Reading values is tomli's work and changing a value tomlkit's; neither tells where a key
stands. Glued together, the blocks of a text are that text again, byte for byte. A text that is
not valid TOML gives blocks as well: what is not understood is a gap.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import tomli

from glossary.store.keypath import KeyPath
from glossary.store.source import STRING

_LINE = re.compile(r"[^\n]*+(?:\n|\Z)")
_GAP = re.compile(r"[ \t\r]*+(?:#[^\n]*+)?(?:\n|\Z)")
_HEADER = re.compile(r"[ \t]*+(\[\[?+)")
_KEY = re.compile(rf"[ \t]*+({STRING}|[A-Za-z0-9_-]++)[ \t]*+(\.?)")
_EQUALS = re.compile(r"=")
_TOKEN = re.compile(rf"""(?:{STRING})|#[^\n]*+|[\[{{]|[\]}}]|\n|[^"'#\[\]{{}}\n]++""")


class BlockKind(Enum):
    """What a block is."""

    GAP = "gap"  # a comment, an empty line
    HEADER = "header"
    ENTRY = "entry"


@dataclass(slots=True, eq=False)
class Block:
    """Whole lines of a file.

    `path` is where the table or value stands, with an index for each array of tables; `table`
    is the path of the table whose header stands above it.
    """

    kind: BlockKind
    text: str
    path: KeyPath = ()
    table: KeyPath = ()
    line: int = 0

    @property
    def is_comment(self) -> bool:
        """Whether this is a line with nothing but a comment."""
        return self.kind is BlockKind.GAP and self.text.lstrip().startswith("#")

    @property
    def is_blank(self) -> bool:
        """Whether this is an empty line."""
        return self.kind is BlockKind.GAP and not self.text.strip()


class Statement(NamedTuple):
    """A heading, or what stands behind the = of an entry, and the comment behind that.

    `holds_comment` says whether there are comments between the brackets of the value.
    """

    value: str
    comment: str
    holds_comment: bool


def statement(block: Block) -> Statement:
    """The parts of an entry or a heading."""
    start = _Scanner(block.text).key(0)[1] + 1 if block.kind is BlockKind.ENTRY else 0
    end, depth, comment, holds_comment = start, 0, "", False
    while token := _TOKEN.match(block.text, end):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if token[0][0] == "#" and depth > 0:
            holds_comment = True
        elif token[0][0] == "#":
            comment = token[0].rstrip()
            break
        end = token.end()
    return Statement(block.text[start:end].strip(), comment, holds_comment)


def scan(text: str) -> list[Block]:
    """The blocks of `text`, which starts after any byte order mark."""
    return list(_Scanner(text).blocks())


def lines_of(text: str) -> dict[KeyPath, int]:
    """The line of every table and value that has a header or an entry of its own."""
    lines: dict[KeyPath, int] = {}
    for block in scan(text):
        if block.kind is not BlockKind.GAP:
            for size in range(len(block.path), 0, -1):
                if block.path[:size] in lines:
                    break
                lines[block.path[:size]] = block.line
    return lines


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int:
    """The line of `path`, else of the nearest table or value around it; 0 when there is none."""
    sizes = range(len(path), 0, -1)
    return next((lines[path[:size]] for size in sizes if path[:size] in lines), 0)


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._table: KeyPath = ()
        self._counts: dict[KeyPath, int] = {}  # of the arrays of tables so far

    def blocks(self) -> Iterator[Block]:
        start, line = 0, 1
        while start < len(self._text):
            block, end = self._block(start)
            block.text, block.line = self._text[start:end], line
            line += block.text.count("\n")
            start = end
            yield block

    def _block(self, start: int) -> tuple[Block, int]:
        if gap := _GAP.match(self._text, start):
            return Block(BlockKind.GAP, "", table=self._table), gap.end()
        if header := _HEADER.match(self._text, start):
            parts, end = self.key(header.end())
            self._table = self._resolved(parts, is_array=header[1] == "[[")
            return Block(BlockKind.HEADER, "", self._table, self._table), self._line_end(end)
        parts, end = self.key(start)
        if parts and _EQUALS.match(self._text, end):
            path = (*self._table, *parts)
            return Block(BlockKind.ENTRY, "", path, self._table), self._value_end(end + 1)
        return Block(BlockKind.GAP, "", table=self._table), self._line_end(start)

    def key(self, start: int) -> tuple[tuple[str, ...], int]:
        """The parts of a key, and where it ends."""
        parts: list[str] = []
        while part := _KEY.match(self._text, start):
            parts.append(_unquoted(part[1]))
            start = part.end()
            if not part[2]:
                break
        return tuple(parts), start

    def _resolved(self, parts: tuple[str, ...], *, is_array: bool) -> KeyPath:
        path: KeyPath = ()
        for n, part in enumerate(parts, 1):
            path = (*path, part)
            if is_array and n == len(parts):
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _value_end(self, start: int) -> int:
        depth = 0
        while token := _TOKEN.match(self._text, start):
            start = token.end()
            if token[0] in "[{":
                depth += 1
            elif token[0] in "]}":
                depth -= 1
            elif token[0] == "\n" and depth <= 0:
                break
        return start

    def _line_end(self, start: int) -> int:
        line = _LINE.match(self._text, start)
        return line.end() if line else len(self._text)


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    try:
        return str(tomli.loads(f"key = {key}")["key"])
    except tomli.TOMLDecodeError:
        return key[1:-1]
