"""The smallest set of changes that turns one plain value into another.

Plain values are what TOML holds: tables are dicts, arrays are lists. The changes are about the
file as it is, which may hold more than the model does: unknown keys, and values that were left
out because they are wrong. Those stay.
"""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from glossary.store.keypath import KeyPath


@dataclass(frozen=True, slots=True)
class Put:
    """The value at `path` becomes `value`, new or not; `after` are the keys that precede it."""

    path: KeyPath
    value: Any
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Insert:
    """`value` becomes an item of an array, before the one that stands at `path` now."""

    path: KeyPath
    value: Any


@dataclass(frozen=True, slots=True)
class Drop:
    """The value at `path` goes."""

    path: KeyPath


Change = Put | Insert | Drop


@dataclass(frozen=True, slots=True)
class Difference:
    """What tells the changes from `before` to `after`, both with empty tables and arrays.

    `raw` is what the file holds; `left_out` what of it is not in `before`, with the known keys
    that stand there (see `Report`).
    """

    left_out: Mapping[KeyPath, tuple[str, ...]]

    def changes(self, before: Any, after: Any, sparse: Any, raw: Any) -> list[Change]:
        """The changes, in the order in which they have to be made.

        `sparse` is `after` without the empty tables and arrays inside records.
        """
        return list(self._table((), before, after, sparse, raw))

    def _table(
        self, at: KeyPath, before: Any, after: Any, sparse: Any, raw: Any
    ) -> Iterator[Change]:
        for key in before:
            if key not in after and key in raw:
                yield Drop((*at, key))
        names = tuple(after)
        for place, (key, value) in enumerate(after.items()):
            path = (*at, key)
            lean = sparse.get(key)
            is_entry = isinstance(value, dict) and isinstance(raw.get(key), dict)
            if is_entry and path in self.left_out:
                known = {name: raw[key][name] for name in self.left_out[path]}
                yield from self._value(path, known, value, lean, raw[key], names[:place])
            elif key in raw:
                yield from self._value(path, before.get(key), value, lean, raw[key], names[:place])
            elif key in sparse:
                yield Put(path, lean, names[:place])

    def _value(
        self, at: KeyPath, before: Any, after: Any, sparse: Any, raw: Any, names: tuple[str, ...]
    ) -> Iterator[Change]:
        if isinstance(after, dict) and isinstance(raw, dict):
            yield from self._table(at, before or {}, after, sparse or {}, raw)
        elif isinstance(after, list) and isinstance(raw, list):
            yield from self._array(at, before or [], after, sparse, raw)
        elif before != after:
            is_table = isinstance(after, dict) or isinstance(raw, dict) or _has_tables(after)
            if is_table or sparse is None:
                yield Drop(at)
            if sparse is not None:
                yield Put(at, sparse, names)

    def _array(
        self,
        at: KeyPath,
        before: list[Any],
        after: list[Any],
        lean: list[Any] | None,
        raw: list[Any],
    ) -> Iterator[Change]:
        places = [index for index in range(len(raw)) if (*at, index) not in self.left_out]
        if lean is None and before and len(places) == len(raw):
            yield Drop(at)
            return
        items = lean or []
        places.append(len(raw))
        structural: list[Change] = []
        old, new = [repr(item) for item in before], [repr(item) for item in after]
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            both = min(i2 - i1, j2 - j1)
            for i, j in zip(range(i1, i1 + both), range(j1, j1 + both), strict=True):
                path = (*at, places[i])
                yield from self._value(path, before[i], after[j], items[j], raw[places[i]], ())
            structural += [Drop((*at, places[i])) for i in range(i1 + both, i2)]
            where = (*at, places[i2] if i2 < len(before) else len(raw))
            structural += [Insert(where, item) for item in reversed(items[j1 + both : j2])]
        # From the end to the start, so that every path is still right when its turn comes.
        yield from sorted(structural, key=lambda change: -int(change.path[-1]))


def applied(plain: dict[str, Any], changes: list[Change]) -> dict[str, Any]:
    """A copy of plain values with the changes made."""
    result = copy.deepcopy(plain)
    for change in changes:
        holder: Any = result
        for part in change.path[:-1]:
            holder = holder.setdefault(part, {}) if isinstance(holder, dict) else holder[part]
        match change:
            case Put(path, value):
                holder[path[-1]] = copy.deepcopy(value)
            case Insert(path, value):
                holder.insert(path[-1], copy.deepcopy(value))
            case Drop(path):
                del holder[path[-1]]
    return result


def same(a: Any, b: Any) -> bool:
    """Whether two plain values are equal in type and value; empty tables and arrays count not."""
    if isinstance(a, dict) and isinstance(b, dict):
        a, b = _filled(a), _filled(b)
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    return type(a) is type(b) and (a == b or (a != a and b != b))


def _filled(table: dict[str, Any]) -> dict[str, Any]:
    """Without what holds nothing: headings come and go with their keys."""
    pairs = ((key, value) for key, value in table.items())
    return {key: value for key, value in pairs if not _is_hollow(value)}


def _is_hollow(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_is_hollow(item) for item in value.values())
    return isinstance(value, list) and not value


def _has_tables(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
