"""The changes to a text that turn its values into merged ones, entry by entry.

`glossary.store.changes` finds entries by their number in a list; here they are found by what
they are, so that an entry keeps the comments that are about it.
"""

from collections.abc import Iterator
from typing import Any

from glossary.domain.merging import ANY, Entries, Plan, Table, equal, is_like
from glossary.store.changes import Change, Drop, Insert, Put
from glossary.store.keypath import KeyPath
from glossary.store.render import is_table


def merge_changes(
    plan: Plan, before: Any, after: Any, at: KeyPath = (), above: tuple[str, ...] = ()
) -> Iterator[Change]:
    """The changes, in the order in which they have to be made.

    They leave entries in the order in which they are; `above` are the keys that precede `at`.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _table(plan if isinstance(plan, Table) else ANY, before, after, at)
    elif isinstance(plan, Entries) and is_like(plan, before) and is_like(plan, after):
        yield from _entries(plan, before, after, at)
    elif not equal(before, after):
        if is_table(before) or is_table(after):
            yield Drop(at)
        yield Put(at, after, above)


def _table(
    plan: Table, before: dict[str, Any], after: dict[str, Any], at: KeyPath
) -> Iterator[Change]:
    for key in before:
        if key not in after:
            yield Drop((*at, key))
    names = tuple(after)
    for place, (key, value) in enumerate(after.items()):
        path = (*at, key)
        if key in before:
            yield from merge_changes(plan.of(key), before[key], value, path, names[:place])
        else:
            yield Put(path, value, names[:place])


def _entries(plan: Entries, before: list[Any], after: list[Any], at: KeyPath) -> Iterator[Change]:
    old: dict[Any, Any] = dict(plan.identified(before))
    new: dict[Any, Any] = dict(plan.identified(after))
    if any(key.nth for key in (*old, *new)):
        # Nothing but their order tells some of them apart.
        old, new = dict(enumerate(before)), dict(enumerate(after))
    numbers = {key: number for number, key in enumerate(old)}
    structural: list[Change] = [Drop((*at, numbers[key])) for key in old if key not in new]
    below = len(before)
    for key, value in reversed(new.items()):
        if key in old:
            below = numbers[key]
            yield from merge_changes(plan.each, old[key], value, (*at, below))
        else:
            structural.append(Insert((*at, below), value))
    # From the end to the start, so that every path is still right when its turn comes.
    yield from sorted(structural, key=lambda change: -int(change.path[-1]))
