"""Versions of a file as texts with comments, and what the text of a merge of them has to hold."""

import random
import tomllib

import pytest

from glossary.domain.merge_plans import FILES
from glossary.domain.merging import ABSENT, Merged
from glossary.store.blocks import BlockKind, scan
from glossary.store.changes import same
from glossary.store.document import edited
from glossary.store.dressing import comments, is_in_order, reordered
from glossary.store.merge_changes import merge_changes
from glossary.store.render import new_text
from glossary.workflow.merging import EntryMerge
from tests.merging import Plain, as_decided, facts


def texts_of(rng: random.Random, base: Plain, ours: Plain, theirs: Plain) -> tuple[str, str, str]:
    """The three as texts with comments, some of which the sides added."""
    first = _commented(rng, new_text(base), "base")
    sides = []
    for name, side in (("ours", ours), ("theirs", theirs)):
        text = edited(first, merge_changes(FILES, base, side))
        text = reordered(text, tomllib.loads(text), side)
        assert same(tomllib.loads(text), side)
        sides.append(_commented(rng, text, name))
    return first, sides[0], sides[1]


def _commented(rng: random.Random, text: str, name: str) -> str:
    lines = []
    for number, block in enumerate(scan(text)):
        if block.kind is not BlockKind.GAP and rng.random() < 0.03:
            lines.append(f"# {name} {number}\n")
        lines.append(block.text)
    return "".join(lines)


def judged(texts: tuple[str, str, str], wanted: Merged, result: EntryMerge) -> str:
    """What became of a merge; fails where it does not hold what it should."""
    if result.data is None:
        assert result.complaints
        return "left to lines"
    text = result.data.decode()
    before, kept = comments(texts[0]), comments(text)
    for side in texts[1:]:
        assert not (comments(side) - before) - kept
    if not result.complaints:
        plain = tomllib.loads(text)
        assert same(plain, wanted.value)
        assert is_in_order(plain, wanted.value)
        return "clean"
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    for number in (1, 2):
        _assert_decided(tomllib.loads(as_decided(text, number)), wanted, number)
    return "marked"


def _assert_decided(plain: Plain, wanted: Merged, number: int) -> None:
    """Decided for one side, every conflict says what that side says, and all else is merged."""
    for conflict in wanted.conflicts:
        side = conflict.ours if number == 1 else conflict.theirs
        holder: object = plain
        for part in conflict.place:
            if isinstance(part, str):
                holder = holder.get(part, ABSENT) if isinstance(holder, dict) else ABSENT
        if all(isinstance(part, str) for part in conflict.place):
            assert holder == side
    open_places = {conflict.place[0] for conflict in wanted.conflicts}
    found, merged = facts(plain), facts(wanted.value)
    for key in {**found, **merged}:
        if key[0] not in open_places:
            assert found.get(key) == merged.get(key)
