"""Random changes on two branches, brought together by git with the driver of term sets."""

import random
import subprocess
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glossary.domain.merge_plans import FILES
from glossary.domain.merging import merge
from glossary.store.merging import merged_file
from glossary.store.render import new_text
from glossary.workflow.merging import EntryMerge, Three
from tests.faults import times
from tests.git import merging
from tests.git.merging import FILE, Act, fork, is_unmerged, know, read
from tests.git.repository import Repository
from tests.merged_texts import judged, texts_of
from tests.merging import Plain, facts, tangled

Plains = tuple[Plain, Plain, Plain]
Texts = tuple[str, str, str]


def _sides(seed: int) -> tuple[Plains, Texts, Callable[[Plain], Plain]]:
    rng = random.Random(seed)
    *plains, changed = tangled(rng)
    base, ours, theirs = plains
    return (base, ours, theirs), texts_of(rng, base, ours, theirs), changed


def _seeds(few: int, full: int) -> Iterator[int]:
    """Those for which there is something to merge."""
    seed = 0
    for _turn in range(times(few, full)):
        while len({*_sides(seed)[1]}) < 3:
            seed += 1
        yield seed
        seed += 1


def _project(folder: Path, text: str) -> Repository:
    made = Repository(folder)
    made.start()
    know(made)
    if text:
        made.write(FILE, text)
    made.commit("Base")
    return made


def _assert_visible(project: Repository) -> None:
    """What was not merged is to be seen, in the file and for git."""
    text = read(project)
    for mark in ("<<<<<<< ", "=======", ">>>>>>> "):
        assert f"\n{mark}" in f"\n{text}"
    assert is_unmerged(project)


def _became(project: Repository, plains: Plains, texts: Texts, *, is_merged: bool) -> str:
    """What became of three versions, in the order in which git gave them to the driver."""
    if not is_merged:
        _assert_visible(project)
    data = read(project).encode()
    if merged_file(Path(FILE), Three(*(text.encode() for text in texts))).data is None:
        assert not is_merged
        return "left to lines"
    complaints = () if is_merged else ("A conflict.",)
    return judged(texts, merge(FILES, *plains), EntryMerge(data, complaints))


def _say(figure: Callable[[str], None], act: str, counts: Counter[str]) -> None:
    figure(f"git {act} for real: {sum(counts.values())}: {dict(counts)}, 0 lost, 0 invented")


def _cherry_pick(project: Repository) -> "subprocess.CompletedProcess[bytes]":
    # What both sides did alike leaves nothing to commit.
    return project.tried("cherry-pick", "--keep-redundant-commits", "other")


@pytest.mark.parametrize("act", [merging.merge, merging.rebase, _cherry_pick])
def test_real_merges_hold_what_both_sides_say(
    tmp_path: Path, figure: Callable[[str], None], act: Act
) -> None:
    counts: Counter[str] = Counter()
    for seed in _seeds(3, 60):
        (base, ours, theirs), texts, _changed = _sides(seed)
        project = _project(tmp_path / f"{seed}", texts[0])
        fork(project, texts[1], texts[2])
        done = act(project)
        if act is merging.rebase:  # it puts ours on top of theirs
            ours, theirs, texts = theirs, ours, (texts[0], texts[2], texts[1])
        is_merged = done.returncode == 0
        counts[_became(project, (base, ours, theirs), texts, is_merged=is_merged)] += 1
    _say(figure, act.__name__.strip("_").replace("_", "-"), counts)


def test_a_file_that_both_added_holds_what_both_say(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    counts: Counter[str] = Counter()
    for seed in _seeds(3, 60):
        (_base, ours, theirs), *_more = _sides(seed)
        texts = ("", new_text(ours), new_text(theirs))
        if texts[1] == texts[2]:
            continue
        project = _project(tmp_path / f"{seed}", "")
        fork(project, texts[1], texts[2])
        is_merged = merging.merge(project).returncode == 0
        counts[_became(project, ({}, ours, theirs), texts, is_merged=is_merged)] += 1
    _say(figure, "add/add", counts)


def test_a_file_that_one_side_removed_keeps_what_the_other_says(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    counts: Counter[str] = Counter()
    for seed in _seeds(3, 60):
        texts = _sides(seed)[1]
        project = _project(tmp_path / f"{seed}", texts[0])
        fork(project, texts[1], texts[2])
        branch = ("main", "other")[seed % 2]
        project.git("switch", "--quiet", branch)
        (project.set / FILE).unlink()
        project.commit("Remove")
        project.git("switch", "--quiet", "main")
        assert merging.merge(project).returncode != 0
        assert is_unmerged(project)
        assert read(project) == texts[2 if branch == "main" else 1]
        counts["kept for people to decide"] += 1
    _say(figure, "delete/modify", counts)


def test_branches_that_crossed_hold_what_both_say(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    counts: Counter[str] = Counter()
    for seed in _seeds(6, 90):
        (base, ours, theirs), texts, changed = _sides(seed)
        project = _project(tmp_path / f"{seed}", texts[0])
        fork(project, texts[1], texts[2])
        tip = project.git("rev-parse", "main")
        if merging.merge(project).returncode:
            counts["in conflict before they crossed"] += 1
            continue
        once = merge(FILES, base, ours, theirs).value
        ours = changed(tomllib.loads(read(project)))
        project.write(FILE, new_text(ours))
        project.commit("Ours again")
        project.git("switch", "--quiet", "other")
        assert project.tried("merge", "--no-edit", tip).returncode == 0
        theirs = changed(tomllib.loads(read(project)))
        project.write(FILE, new_text(theirs))
        project.commit("Theirs again")
        project.git("switch", "--quiet", "main")
        wanted = merge(FILES, once, ours, theirs)
        if merging.merge(project).returncode:
            _assert_visible(project)
            counts["marked or left to lines"] += 1
        else:
            assert not [one for one in wanted.conflicts if not one.is_order]
            assert facts(tomllib.loads(read(project))) == facts(wanted.value)
            counts["clean"] += 1
    _say(figure, "criss-cross", counts)
