"""Where the entries of a file stand in its text, by what they are instead of their number."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from glossary.domain.merge_plans import FILES
from glossary.domain.merging import ANY, UNIT, Entries, EntryId, Place, Plan, Table, is_like
from glossary.store.blocks import Block, BlockKind, scan
from glossary.store.keypath import KeyPath, dotted

_SHOWN = 30  # of a name that is a whole text


class Layout:
    """A text with its plain values, and its blocks by what stands there."""

    def __init__(self, text: str, plain: dict[str, Any]) -> None:
        self.text = text
        self.blocks = scan(text)
        self.values: dict[Place, Any] = {}
        self.paths: dict[Place, KeyPath] = {}
        for path, place, value in _walk(FILES, plain, (), ()):
            self.values[place] = value
            self.paths[place] = path

    @cached_property
    def places(self) -> dict[KeyPath, Place]:
        """The places by the paths at which they are now."""
        return {path: place for place, path in self.paths.items()}

    @cached_property
    def at(self) -> dict[Place, int]:
        """Which block is the heading or the statement of a place."""
        return {
            self.places[block.path]: number
            for number, block in enumerate(self.blocks)
            if block.kind is not BlockKind.GAP and block.path in self.places
        }

    def block(self, place: Place) -> Block | None:
        """The heading or the statement of a place."""
        number = self.at.get(place)
        return None if number is None else self.blocks[number]

    def lead(self, number: int) -> int:
        """Where the comments begin that stand directly above a block."""
        while number and self.blocks[number - 1].is_comment:
            number -= 1
        return number

    def comments_above(self, place: Place) -> str | None:
        """The comments directly above a place, line ends as LF; None when it is not there."""
        number = self.at.get(place)
        if number is None:
            return None
        return unix("".join(block.text for block in self.blocks[self.lead(number) : number]))

    def span(self, place: Place) -> tuple[int, int] | None:
        """The blocks from the first to behind the last with something of a place.

        None when there are none, or something else stands between them.
        """
        path = self.paths.get(place)
        if path is None:
            return None
        inside = [
            number
            for number, block in enumerate(self.blocks)
            if block.kind is not BlockKind.GAP and block.path[: len(path)] == path
        ]
        if not inside:
            return None
        start, end = inside[0], inside[-1] + 1
        count = sum(block.kind is not BlockKind.GAP for block in self.blocks[start:end])
        return (start, end) if count == len(inside) else None


def unix(text: str) -> str:
    """The text with LF alone at its line ends."""
    return text.replace("\r\n", "\n")


def shown(place: Place) -> str:
    """A place as people read it: `definitions.regie.meaning`, `verdicts (regie, noord)`."""
    text = ""
    for part in place:
        if isinstance(part, EntryId):
            names = (name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…" for name in part.names)
            text += f" ({', '.join(names)})"
        else:
            text += ("." if text else "") + dotted((part,))
    return text


def _walk(
    plan: Plan, value: Any, path: KeyPath, place: Place
) -> Iterator[tuple[KeyPath, Place, Any]]:
    if path:
        yield path, place, value
    if isinstance(value, dict):
        table = plan if isinstance(plan, Table) else ANY
        for key, item in value.items():
            yield from _walk(table.of(key), item, (*path, key), (*place, key))
    elif isinstance(plan, Entries) and is_like(plan, value):
        for index, (key, item) in enumerate(plan.identified(value).items()):
            yield from _walk(plan.each, item, (*path, index), (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield from _walk(UNIT, item, (*path, index), (*place, EntryId((str(index),))))
