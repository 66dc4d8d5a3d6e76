"""Merging two versions of a file: what merges, what is a conflict, and what always holds."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.domain.merge_plans import FILES
from glossary.domain.merging import ABSENT, Conflict, EntryId, Merged, equal, merge
from tests.faults import times
from tests.merging import Plain, faults, versions


def _merge(base: Plain, ours: Plain, theirs: Plain) -> Merged:
    return merge(FILES, base, ours, theirs)


def _definition(**fields: Any) -> Plain:
    return {"definitions": {"kwaliteit": fields}}


def test_different_fields_of_one_entry_merge() -> None:
    merged = _merge(
        _definition(meaning="a", example="b"),
        _definition(meaning="A", example="b"),
        _definition(meaning="a", example="B", belief="c"),
    )
    assert merged == Merged(_definition(meaning="A", example="B", belief="c"))


def test_different_entries_merge() -> None:
    merged = _merge({}, _definition(meaning="a"), {"definitions": {"regie": {"meaning": "b"}}})
    assert merged.value["definitions"] == {"kwaliteit": {"meaning": "a"}, "regie": {"meaning": "b"}}
    assert not merged.conflicts


def test_one_field_changed_twice_is_a_conflict_with_all_three_texts() -> None:
    merged = _merge(_definition(meaning="a"), _definition(meaning="b"), _definition(meaning="c"))
    assert merged.conflicts == (Conflict(("definitions", "kwaliteit", "meaning"), "a", "b", "c"),)
    assert merged.value == _definition(meaning="b")


def test_removed_here_and_changed_there_is_a_conflict_that_keeps_the_words() -> None:
    base, changed = _definition(meaning="a"), _definition(meaning="b")
    at = ("definitions", "kwaliteit")
    entry, old = changed["definitions"]["kwaliteit"], base["definitions"]["kwaliteit"]
    for ours, theirs, sides in (
        ({}, changed, (ABSENT, entry)),
        (changed, {}, (entry, ABSENT)),
    ):
        merged = _merge(base, ours, theirs)
        assert merged.conflicts == (Conflict(at, old, *sides),)
        assert merged.value == changed


def test_removing_the_last_entry_does_not_touch_one_that_was_added() -> None:
    added = {"regie": {"meaning": "b"}}
    theirs = {"definitions": {"kwaliteit": {"meaning": "a"}, **added}}
    merged = _merge(_definition(meaning="a"), {}, theirs)
    assert merged == Merged({"definitions": {"regie": {"meaning": "b"}}})


def test_a_position_is_taken_from_one_side_whole() -> None:
    base = {"positions": {"regie": {"on": "x", "position": "consent", "reason": ""}}}
    ours = {"positions": {"regie": {"on": "y", "position": "consent", "reason": ""}}}
    theirs = {"positions": {"regie": {"on": "x", "position": "consent", "reason": "Ja!"}}}
    merged = _merge(base, ours, theirs)
    assert [one.place for one in merged.conflicts] == [("positions", "regie")]
    assert merged.value == ours


def test_an_outcome_is_taken_from_one_side_with_its_meanings() -> None:
    base = {"outcome": {"kind": "shared", "meanings": {"noord": "x"}}}
    ours = {"outcome": {"kind": "shared", "meanings": {"noord": "y"}}}
    theirs = {"outcome": {"kind": "shared", "meanings": {"noord": "x", "delta": "z"}}}
    assert [one.place for one in _merge(base, ours, theirs).conflicts] == [("outcome",)]


def test_confirmed_angles_are_not_carried_over_a_changed_meaning() -> None:
    base = _definition(meaning="a", lenses=["x"], example="e")
    ours = _definition(meaning="b", lenses=["x"], example="e")
    theirs = _definition(meaning="a", lenses=["y"], example="f")
    merged = _merge(base, ours, theirs)
    at = ("definitions", "kwaliteit")
    assert merged.conflicts == (
        Conflict((*at, "lenses"), ["x"], ["x"], ["y"]),
        Conflict((*at, "meaning"), "a", "b", "a"),
    )
    assert merged.value["definitions"]["kwaliteit"]["example"] == "f"


def test_the_day_of_the_last_change_is_the_later_one() -> None:
    early, late = dt.date(2026, 11, 3), dt.date(2026, 11, 23)
    for ours, theirs in ((early, late), (late, early)):
        merged = _merge(
            _definition(meaning="a", example="b", updated=dt.date(2026, 1, 1)),
            _definition(meaning="A", example="b", updated=ours),
            _definition(meaning="a", example="B", updated=theirs),
        )
        assert merged == Merged(_definition(meaning="A", example="B", updated=late))


def test_attempts_of_both_sides_are_kept_in_order() -> None:
    def attempt(text: str, **more: Any) -> Plain:
        return {"term": "regie", "of": "delta", "of_fingerprint": "f", "text": text, **more}

    base = {"restatements": [attempt("a"), attempt("z")]}
    ours = {"restatements": [attempt("a"), attempt("b"), attempt("z", date=dt.date(2026, 1, 1))]}
    theirs = {"restatements": [attempt("a"), attempt("c"), attempt("z"), attempt("d")]}
    merged = _merge(base, ours, theirs)
    assert [one["text"] for one in merged.value["restatements"]] == ["a", "b", "c", "z", "d"]
    assert merged.value["restatements"][3]["date"] == dt.date(2026, 1, 1)
    assert not merged.conflicts


def test_an_entry_is_found_by_what_identifies_it() -> None:
    base = {"terms": {"regie": {"lenses": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}}}
    ours = {"terms": {"regie": {"lenses": [{"id": "b", "label": "B"}]}}}
    theirs = {
        "terms": {"regie": {"lenses": [{"id": "a", "label": "A"}, {"id": "b", "label": "C"}]}}
    }
    merged = _merge(base, ours, theirs)
    assert merged == Merged({"terms": {"regie": {"lenses": [{"id": "b", "label": "C"}]}}})
    theirs["terms"]["regie"]["lenses"][0]["label"] = "D"
    [conflict] = _merge(base, ours, theirs).conflicts
    assert conflict.place == ("terms", "regie", "lenses", EntryId(("a",)))


def test_an_order_that_one_side_changed_is_kept() -> None:
    base: Plain = {"terms": {"a": {}, "b": {}, "c": {}}}
    moved: Plain = {"terms": {"c": {}, "a": {}, "b": {}}}
    grown: Plain = {"terms": {"a": {"why": "x"}, "b": {}, "c": {}, "d": {}}}
    for ours, theirs in ((moved, grown), (grown, moved)):
        merged = _merge(base, ours, theirs)
        assert [*merged.value["terms"]] == ["c", "d", "a", "b"]
        assert not merged.conflicts
    other: Plain = {"terms": {"b": {}, "a": {}, "c": {}}}
    [conflict] = _merge(base, moved, other).conflicts
    assert conflict == Conflict(("terms",), ["a", "b", "c"], ["c", "a", "b"], ["b", "a", "c"], True)


def test_unknown_keys_and_tables_take_part() -> None:
    merged = _merge(
        {"eigen": 1, "intern": {"a": 1, "b": [1, 2]}},
        {"eigen": 2, "intern": {"a": 1, "b": [1, 2], "c": 3}},
        {"eigen": 1, "intern": {"a": 2, "b": [1, 2]}, "nieuw": [{"x": 1}]},
    )
    assert merged == Merged(
        {"eigen": 2, "intern": {"a": 2, "b": [1, 2], "c": 3}, "nieuw": [{"x": 1}]}
    )


def test_types_count() -> None:
    for one, other in ((1, True), (1, 1.0), (0, False), ("1", 1), (0.0, -0.0)):
        assert not equal(one, other)
        assert _merge({"x": one}, {"x": one}, {"x": other}).value["x"] is other
    assert equal(float("nan"), float("nan"))


def test_values_of_another_form_than_ours_are_taken_whole() -> None:
    merged = _merge({"definitions": 5}, {"definitions": 5}, {"definitions": {"a": {}}})
    assert merged == Merged({"definitions": {"a": {}}})
    merged = _merge({"verdicts": [5]}, {"verdicts": [6]}, {"verdicts": [{"term": "a"}]})
    assert [one.place for one in merged.conflicts] == [("verdicts",)]


def test_random_merges_lose_nothing_and_invent_nothing(figure: Callable[[str], None]) -> None:
    counts = {"clean": 0, "with conflicts": 0}
    for seed in range(times(1_000, 50_000)):
        base, ours, theirs = versions(random.Random(seed))
        merged = _merge(base, ours, theirs)
        found = [*faults(base, ours, theirs, merged), *_unlawful(base, ours, theirs, merged)]
        counts["with conflicts" if merged.conflicts else "clean"] += 1
        assert not found, (seed, found)
    assert all(counts.values())
    figure(f"random merges of entries: {counts}, 0 lost, 0 invented, symmetric")


def _unlawful(base: Plain, ours: Plain, theirs: Plain, merged: Merged) -> list[str]:
    """Laws that have nothing to do with what the values are."""
    found = _unlawful_shape(base, ours, theirs)
    back = _merge(base, theirs, ours)
    turned = [Conflict(o.place, o.base, o.theirs, o.ours, o.is_order) for o in back.conflicts]
    if sorted(map(repr, turned)) != sorted(map(repr, merged.conflicts)):
        found.append("conflicts depend on which side is ours")
    if not merged.conflicts:
        if faults(base, ours, theirs, back):
            found.append("the value depends on which side is ours")
        if (
            _merge(base, merged.value, theirs) != merged
            or _merge(theirs, merged.value, theirs) != merged
        ):
            found.append("merging again changes the result")
    return found


_keys = st.sampled_from(["definitions", "verdicts", "terms", "lenses", "id", "term", "a"])
_scalars = st.none().map(lambda _none: True) | st.integers(0, 2) | st.sampled_from(["", "x", "y"])
_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=3),
    max_leaves=12,
)
_files = st.dictionaries(_keys, _values, max_size=4)


@settings(max_examples=300)
@given(_files, _files, _files)
def test_laws_hold_whatever_a_file_holds(base: Plain, ours: Plain, theirs: Plain) -> None:
    assert _unlawful_shape(base, ours, theirs) == []


def _unlawful_shape(base: Plain, ours: Plain, theirs: Plain) -> list[str]:
    found = []
    for side in (ours, theirs):
        for three in ((base, side, side), (base, base, side), (base, side, base)):
            merged = _merge(*three)
            if not equal(merged.value, side) or merged.conflicts:
                found.append(f"an unchanged side changes the result: {three}")
    here = {repr(one.place) for one in _merge(base, ours, theirs).conflicts}
    there = {repr(one.place) for one in _merge(base, theirs, ours).conflicts}
    return found + (["conflicts depend on which side is ours"] if here != there else [])
