"""A merge that the program makes has lost and invented nothing; any other step is found."""

import copy
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glossary.domain.merge_check import Versions, astray
from glossary.domain.merge_plans import FILES
from glossary.domain.merging import merge
from glossary.store.files import AGREEMENT_FILE, PARTNER_FILE, VOCABULARY_FILE
from tests.faults import times
from tests.store.strategies import agreements, partners, vocabularies

Plain = dict[str, Any]


@st.composite
def _trios(draw: st.DrawFn) -> tuple[Plain, Plain, Plain]:
    """A file and two versions of it: some of its keys are as in another file."""
    kind, values = draw(
        st.sampled_from(
            [
                (PARTNER_FILE, partners("noord")),
                (AGREEMENT_FILE, agreements("noord")),
                (VOCABULARY_FILE, vocabularies),
            ]
        )
    )
    base = kind.plain(draw(values))
    ours, theirs = (_mixed(draw, base, kind.plain(draw(values))) for _side in range(2))
    return base, ours, theirs


def _mixed(draw: st.DrawFn, base: Plain, other: Plain) -> Plain:
    mixed: Plain = {}
    for key in sorted({**base, **other}):
        source = other if draw(st.booleans()) else base
        both = [one.get(key) for one in (base, other)]
        if all(isinstance(one, dict) for one in both) and draw(st.booleans()):
            mixed[key] = _mixed(draw, *both)  # type: ignore[arg-type]  # seen to be dicts
        elif key in source:
            mixed[key] = copy.deepcopy(source[key])
    return mixed


@settings(max_examples=times(80, 2_000))
@given(_trios())
def test_what_the_program_merges_is_right(trio: tuple[Plain, Plain, Plain]) -> None:
    base, ours, theirs = trio
    merged = merge(FILES, base, ours, theirs).value
    for bases in ((base,), (base, base), ()):
        assert astray(FILES, Versions(bases, (ours, theirs), merged)) == []


def _paths(table: Plain) -> list[tuple[str, ...]]:
    """Every key at the top and one below that says something."""
    inner = [(key, name) for key, one in table.items() if isinstance(one, dict) for name in one]
    return [path for path in [*((key,) for key in table), *inner] if _says(_at(table, path))]


def _says(value: Any) -> bool:
    """Whether there is anything in a value but empty tables."""
    if isinstance(value, dict):
        return any(map(_says, value.values()))
    return bool(value != [])


def _at(table: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        table = table[key]
    return table


@settings(max_examples=times(80, 2_000))
@given(_trios(), st.data())
def test_what_nobody_wrote_is_found(trio: tuple[Plain, Plain, Plain], data: st.DataObject) -> None:
    base, ours, theirs = trio
    merged = copy.deepcopy(merge(FILES, base, ours, theirs).value)
    paths = _paths(merged)
    assume(paths)
    path = data.draw(st.sampled_from(paths))
    _at(merged, path[:-1])[path[-1]] = "nobody wrote this"
    (found,) = astray(FILES, Versions((base,), (ours, theirs), merged))
    # What people said as one thing is told of as one thing.
    assert found.at in (path, path[:-1])
    assert not found.is_lost


@settings(max_examples=times(80, 2_000))
@given(_trios(), st.data())
def test_what_one_version_changed_alone_is_missed(
    trio: tuple[Plain, Plain, Plain], data: st.DataObject
) -> None:
    base, ours, _theirs = trio
    paths = _paths(ours)
    assume(paths)
    path = data.draw(st.sampled_from(paths))
    merged = copy.deepcopy(ours)
    del _at(merged, path[:-1])[path[-1]]
    for parents in ((ours, base), (base, ours)):
        found = astray(FILES, Versions((base,), parents, merged))
        assert found
        assert all(one.at[: len(path)] == path or one.at == path[:-1] for one in found)


def test_entries_that_only_their_order_tells_apart_are_looked_at_together() -> None:
    notes = [{"between": ["a", "b"], "kind": "scope", "note": note} for note in ("one", "two")]
    base, ours = {"differences": notes}, {"differences": notes[1:]}
    for parents in ((ours, base), (base, ours)):
        assert astray(FILES, Versions((base,), parents, ours)) == []
        (found,) = astray(FILES, Versions((base,), parents, base))
        assert (found.home, found.is_lost) == (("differences", 0), True)
    changed = {"differences": [notes[1] | {"note": "three"}]}
    (found,) = astray(FILES, Versions((base,), (ours, base), changed))
    assert not found.is_lost
