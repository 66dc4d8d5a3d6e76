"""Whether a merge holds what each of the merged versions changed, and nothing else.

Works on plain values, entry by entry as `glossary.domain.merging` merges them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from glossary.domain.merging import (
    ABSENT,
    UNIT,
    Entries,
    EntryId,
    Plan,
    Table,
    Unit,
    equal,
    is_like,
)

KeyPath = tuple[str | int, ...]


class Astray(NamedTuple):
    """A value with which something went wrong.

    `at` is where it stands in the result or, when it is not there, in parent number `parent`;
    `home` is as much of that as the result has. Without `is_lost` the value is in no parent.
    """

    at: KeyPath
    home: KeyPath
    is_lost: bool
    parent: int


class Versions(NamedTuple):
    """One value as the parents, their common ancestors and the result have it, or ABSENT.

    Without ancestors nobody knows who changed what: then any parent's value will do.
    """

    bases: tuple[Any, ...]
    parents: tuple[Any, ...]
    result: Any

    def of(self, key: Any) -> "Versions":
        """The versions of a value in these tables."""
        return Versions(
            tuple(_get(one, key) for one in self.bases),
            tuple(_get(one, key) for one in self.parents),
            _get(self.result, key),
        )

    @property
    def all(self) -> list[Any]:
        """Those that have the value."""
        every = (*self.bases, *self.parents, self.result)
        return [one for one in every if one is not ABSENT]


def astray(plan: Plan, versions: Versions, at: KeyPath = (), home: KeyPath = ()) -> list[Astray]:
    """What the result lost or invented; where people had to choose, any parent's choice is fine."""
    if isinstance(plan, Unit) or not all(is_like(plan, one) for one in versions.all):
        return _single(versions, at, home)
    if isinstance(plan, Entries):
        return list(_entries(plan, versions, at, home))
    if not plan.is_room and ABSENT in (*versions.parents, versions.result):
        return _single(versions, at, home)
    return list(_table(plan, versions, at, home))


def _table(plan: Table, versions: Versions, at: KeyPath, home: KeyPath) -> Iterator[Astray]:
    together = _picked(versions, plan.together)
    is_chosen = bool(plan.together) and not _single(together, at, home)
    for key in _keys(versions.all):
        if key in plan.together and is_chosen:
            continue
        inner = versions.of(key)
        is_there = inner.result is not ABSENT
        yield from astray(plan.of(key), inner, (*at, key), (*home, key) if is_there else home)


def _entries(plan: Entries, versions: Versions, at: KeyPath, home: KeyPath) -> Iterator[Astray]:
    def identified(value: Any) -> Mapping[EntryId, Any]:
        return plan.identified(() if value is ABSENT else value)

    bases, parents = (tuple(map(identified, some)) for some in (versions.bases, versions.parents))
    named = Versions(bases, parents, identified(versions.result))
    twins = {key.names for key in _keys(named.all) if key.nth}
    for key in _keys(named.all):
        if key.names not in twins:
            inner, plan_of_one = named.of(key), plan.each
        elif key.nth == 0:
            # Nothing but their order tells these apart, so they are looked at together.
            inner, plan_of_one = _alike(named, key), UNIT
        else:
            continue
        place = _place(named.result, key)
        is_there = place is not None
        for found in astray(plan_of_one, inner, (*at, place or 0), (*home, place or 0)):
            there = place if is_there else _place(named.parents[found.parent], key)
            whole = (*at, there or 0, *found.at[len(at) + 1 :])
            yield found._replace(at=whole, home=found.home if is_there else home)


def _alike(named: Versions, key: EntryId) -> Versions:
    def picked(entries: Mapping[EntryId, Any]) -> Any:
        found = [entry for one, entry in entries.items() if one.names == key.names]
        return found or ABSENT

    return Versions(
        tuple(map(picked, named.bases)), tuple(map(picked, named.parents)), picked(named.result)
    )


def _place(entries: Mapping[EntryId, Any], key: EntryId) -> int | None:
    return next((place for place, one in enumerate(entries) if one == key), None)


def _single(versions: Versions, at: KeyPath, home: KeyPath) -> list[Astray]:
    """Whether one value is as a parent that changed it has it."""
    base = _common(versions.bases)
    changed = [n for n, one in enumerate(versions.parents) if base is None or not equal(one, base)]
    allowed = [versions.parents[n] for n in changed] or [base]
    result = versions.result
    if any(equal(result, one) for one in allowed) or _is_joined(versions):
        return []
    known = [*versions.parents, *versions.bases]
    is_lost = result is ABSENT or any(equal(result, one) for one in known)
    return [Astray(at, home, is_lost, changed[0] if changed else 0)]


def _is_joined(versions: Versions) -> bool:
    """Whether a list of single values was put together item by item from those of the parents."""
    if not all(isinstance(one, list) for one in versions.all) or versions.result is ABSENT:
        return False
    sets = Versions(
        tuple(_members(one) for one in versions.bases),
        tuple(_members(one) for one in versions.parents),
        _members(versions.result),
    )
    items = set().union(*sets.all)
    return all(
        _is_taken(
            [item in one for one in sets.bases],
            [item in one for one in sets.parents],
            item in sets.result,
        )
        for item in items
    )


def _is_taken(bases: Sequence[bool], parents: Sequence[bool], result: bool) -> bool:
    if not bases or any(one != bases[0] for one in bases):
        return result in parents
    return result == (not bases[0] if any(one != bases[0] for one in parents) else bases[0])


def _members(value: Any) -> frozenset[str]:
    return frozenset() if value is ABSENT else frozenset(map(repr, value))


def _common(bases: Sequence[Any]) -> Any:
    """What all ancestors have; None when they differ, or when there are none."""
    if not bases or any(not equal(one, bases[0]) for one in bases):
        return None
    return bases[0]


def _picked(versions: Versions, keys: frozenset[str]) -> Versions:
    def pick(table: Any) -> dict[str, Any]:
        return {key: table[key] for key in sorted(keys) if _get(table, key) is not ABSENT}

    return Versions(
        tuple(map(pick, versions.bases)), tuple(map(pick, versions.parents)), pick(versions.result)
    )


def _keys(tables: Sequence[Mapping[Any, Any]]) -> dict[Any, None]:
    return dict.fromkeys(key for table in reversed(tables) for key in table)


def _get(table: Any, key: Any) -> Any:
    return ABSENT if table is ABSENT else table.get(key, ABSENT)
