"""Merge two changed versions of a file with the one that both come from, entry by entry.

Works on plain values, as TOML holds them: tables are dicts, arrays lists. A `Plan` tells what
in a file is one thing; `glossary.domain.merge_plans` has those of our files.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, NamedTuple

from glossary.domain.text import normalise


class Absent(Enum):
    """Stands for a value that a version does not have."""

    VALUE = "absent"


ABSENT: Final = Absent.VALUE


class EntryId(NamedTuple):
    """Which entry of an array of tables: what identifies it, and how many such stand above it."""

    names: tuple[str, ...]
    nth: int = 0


Place = tuple[str | EntryId, ...]
"""Where a value stands, whatever the order of entries is in one version or another."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A value that is taken from one side whole; two different changes of it are a conflict."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is merged key by key.

    `keys` are the plans of some keys, `rest` that of all others. The keys in `together` change
    as one value, and those in `latest` become the later of two days. `is_room` says that the
    table is nothing but what stands in it: a side without it has taken out each entry. Without
    that it is an entry itself, and to remove it on one side and change it on the other is a
    conflict. `is_ordered` says that the order of its keys means something.
    """

    keys: Mapping[str, "Plan"] = field(default_factory=dict)
    rest: "Plan | None" = None
    together: frozenset[str] = frozenset()
    latest: frozenset[str] = frozenset()
    is_room: bool = False
    is_ordered: bool = False

    def of(self, key: str) -> "Plan":
        """The plan for one of its keys."""
        return self.keys.get(key, self.rest or ANY)


@dataclass(frozen=True, slots=True)
class Entries:
    """An array of tables in which the keys `by` identify an entry, each merged as `each` says."""

    by: tuple[str, ...]
    each: "Plan"

    def identified(self, array: Iterable[Mapping[str, Any]]) -> dict[EntryId, Any]:
        """The entries by what identifies them, in their order."""
        entries = list(array)
        names = (tuple(_name(entry.get(key)) for key in self.by) for entry in entries)
        return dict(zip(_numbered(names), entries, strict=True))


Plan = Unit | Table | Entries
UNIT = Unit()
_Keys = Mapping[Any, Any]
ANY = Table()  # whatever has no plan of its own: tables key by key, all else as one value


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two changes of one thing that exclude each other; ABSENT for a side that has none.

    With `is_order` the three are the orders of the entries at `place`.
    """

    place: Place
    base: Any
    ours: Any
    theirs: Any
    is_order: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """What both sides changed, and what only people can decide.

    Where there is a conflict `value` holds ours, or theirs where ours has nothing.
    """

    value: dict[str, Any]
    conflicts: tuple[Conflict, ...] = ()


def merge(
    plan: Table, base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> Merged:
    """Both sides' changes since `base`.

    A thing that one side changed is as that side has it, and one that both changed alike is as
    both have it; anything else that both changed is a conflict. Nothing else is in the result.
    Sides may be exchanged: conflicts are the same then, and so is the value but for the order
    of what both added, in which ours comes first. Values given are not changed, and are part
    of the result.
    """
    work = _Merge()
    value = work.table(plan, (), base, ours, theirs)
    return Merged(value if isinstance(value, dict) else {}, tuple(work.conflicts))


def equal(a: Any, b: Any) -> bool:
    """Whether two plain values are the same in type, value and order of entries."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(equal(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(equal, a, b))
    if isinstance(a, str) and isinstance(b, str):
        return a == b
    # Of its own type, as in TOML: 1 is not true and not 1.0, and nan is what it is.
    return type(a) is type(b) and repr(a) == repr(b)


def is_like(plan: Plan, value: object) -> bool:
    """Whether a value has the form that a plan is for; every other value merges as a unit."""
    if isinstance(plan, Table):
        return isinstance(value, dict)
    if isinstance(plan, Entries):
        return isinstance(value, list) and all(isinstance(item, dict) for item in value)
    return False


class _Merge:
    """One merge; `conflicts` grows as it goes."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def value(self, plan: Plan, at: Place, base: Any, ours: Any, theirs: Any) -> Any:
        here = [side for side in (base, ours, theirs) if side is not ABSENT]
        if isinstance(plan, Unit) or not all(is_like(plan, side) for side in here):
            return self._single(at, base, ours, theirs)
        if isinstance(plan, Entries):
            return self._entries(plan, at, base, ours, theirs)
        return self.table(plan, at, base, ours, theirs)

    def table(self, plan: Table, at: Place, base: Any, ours: Any, theirs: Any) -> Any:
        if not plan.is_room and (ours is ABSENT or theirs is ABSENT):
            return self._single(at, base, ours, theirs)
        o, a, b = ({} if side is ABSENT else side for side in (base, ours, theirs))
        joined = self._as_one(at, sorted(plan.together), o, a, b)

        def member(key: str, o: Any, a: Any, b: Any) -> Any:
            if key in joined:
                return joined[key]
            if key in plan.latest and _are_days(a, b) and not equal(a, o) and not equal(b, o):
                return max(a, b)
            return self.value(plan.of(key), (*at, key), o, a, b)

        order = self._order(at, o, a, b, is_meant=plan.is_ordered)
        members = _members(order, o, a, b, member)
        return members or _emptied({}, base, ours, theirs)

    def _entries(self, plan: Entries, at: Place, base: Any, ours: Any, theirs: Any) -> Any:
        o, a, b = (plan.identified(() if side is ABSENT else side) for side in (base, ours, theirs))
        joined: dict[EntryId, Any] = {}
        for twins in _twins(*o, *a, *b):
            # Which of these one side meant, nobody can tell.
            joined |= self._as_one(at, twins, o, a, b)

        def member(key: EntryId, o: Any, a: Any, b: Any) -> Any:
            if key in joined:
                return joined[key]
            return self.value(plan.each, (*at, key), o, a, b)

        order = self._order(at, o, a, b, is_meant=True)
        # Twins keep their own order, wherever their places are.
        members = _members(_numbered(key.names for key in order), o, a, b, member)
        return list(members.values()) or _emptied([], base, ours, theirs)

    def _as_one(
        self, at: Place, keys: Sequence[Any], base: _Keys, ours: _Keys, theirs: _Keys
    ) -> dict[Any, Any]:
        """The values of keys that are taken from one side together."""
        o, a, b = ([side.get(key, ABSENT) for key in keys] for side in (base, ours, theirs))
        if equal(a, o) or equal(b, o):
            return dict(zip(keys, b if equal(a, o) else a, strict=True))
        for key, old, one, other in zip(keys, o, a, b, strict=True):
            if not equal(one, other):
                self.conflicts.append(Conflict((*at, key), old, one, other))
        return dict(zip(keys, b if all(one is ABSENT for one in a) else a, strict=True))

    def _single(self, at: Place, base: Any, ours: Any, theirs: Any) -> Any:
        if equal(ours, theirs) or equal(theirs, base):
            return ours
        if equal(ours, base):
            return theirs
        self.conflicts.append(Conflict(at, base, ours, theirs))
        return theirs if ours is ABSENT else ours

    def _order(
        self, at: Place, base: _Keys, ours: _Keys, theirs: _Keys, *, is_meant: bool
    ) -> list[Any]:
        """All keys of both sides, in the order of the side that changed it, else of ours."""
        before = [key for key in base if key in ours and key in theirs]
        shared = set(before)
        here = [key for key in ours if key in shared]
        there = [key for key in theirs if key in shared]
        if not is_meant or here == there or there == before:
            return _woven(base, ours, theirs)
        if here == before:
            return _woven(base, theirs, ours)
        self.conflicts.append(Conflict(at, before, here, there, is_order=True))
        return _woven(base, ours, theirs)


def _numbered(all_names: Iterable[tuple[str, ...]]) -> Iterator[EntryId]:
    seen: dict[tuple[str, ...], int] = {}
    for names in all_names:
        seen[names] = seen.get(names, -1) + 1
        yield EntryId(names, seen[names])


def _twins(*keys: EntryId) -> Iterator[list[EntryId]]:
    """The entries that nothing but their order tells apart, group by group."""
    groups: dict[tuple[str, ...], set[EntryId]] = {}
    for key in keys:
        groups.setdefault(key.names, set()).add(key)
    yield from (sorted(group) for _names, group in sorted(groups.items()) if len(group) > 1)


def _woven(base: _Keys, first: _Keys, second: _Keys) -> list[Any]:
    """The keys of `first`, with each other one of `second` behind what stands above it there."""
    behind: dict[Any, list[Any]] = {}
    above: Any = None
    for key in second:
        if key in first:
            above = key
        else:
            behind.setdefault(above, []).append(key)
    order: list[Any] = []
    waiting = behind.get(None, [])
    for key in first:
        # What the first side put at the same place comes first.
        if key in base or key in second:
            order += waiting
            waiting = []
        order.append(key)
        waiting = waiting + behind.get(key, [])
    return order + waiting


def _members(
    order: Iterable[Any],
    base: Mapping[Any, Any],
    ours: Mapping[Any, Any],
    theirs: Mapping[Any, Any],
    member: Callable[[Any, Any, Any, Any], Any],
) -> dict[Any, Any]:
    merged = (
        (key, member(key, *(side.get(key, ABSENT) for side in (base, ours, theirs))))
        for key in order
    )
    return {key: value for key, value in merged if value is not ABSENT}


def _emptied(nothing: Any, base: Any, ours: Any, theirs: Any) -> Any:
    """What is left of a table or array in which nothing is left: the empty one, or none."""
    one = theirs if (ours is ABSENT) == (base is ABSENT) else ours
    return ABSENT if one is ABSENT else nothing


def _name(value: object) -> str:
    """A value that identifies; laid out in another way, or in another order, it is the same."""
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, list):
        return ", ".join(sorted(map(_name, value)))
    return "" if value is None else repr(value)


def _are_days(*values: object) -> bool:
    return all(type(value) is dt.date for value in values)
