"""The driver itself: not there, killed, and given odd names; and git without it."""

import os
import sys
import tomllib
from pathlib import Path

import pytest

from tests.git.merging import ATTEMPT, PARTNER, fork, is_unmerged, merge, read
from tests.git.repository import Repository


def test_a_clone_that_was_not_set_up_has_a_plain_conflict(
    project: Repository, tmp_path: Path
) -> None:
    fork(project, PARTNER + ATTEMPT.format("Ours."), PARTNER + ATTEMPT.format("Theirs."))
    project.git("clone", "--quiet", str(project.folder), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    done = clone.tried("merge", "--no-edit", "origin/other")
    assert done.returncode != 0
    text = read(clone)
    assert text.startswith(PARTNER)
    for part in ("<<<<<<< ", "Ours.", "=======", "Theirs.", ">>>>>>> "):
        assert part in text


_DYING = """
import os, pathlib, signal, sys
from glossary.git.line_merge import line_merge
from glossary.store.merging import merged_file
from glossary.workflow.merging import Files, merge_files

def die(*_args):
    os.kill(os.getpid(), signal.SIGKILL)

step, *words = sys.argv[1:]
lines, entries = line_merge, merged_file
replace, left = pathlib.Path.replace, [int(step) if step.isdigit() else 99]

def counted(path, target):
    left[0] -= 1
    if left[0] < 0:
        die()
    return replace(path, target)

pathlib.Path.replace = counted
if step == "lines":
    lines = die
if step == "entries":
    entries = die
*three, path = map(pathlib.Path, words)
sys.exit(bool(merge_files(Files(*three), path, lines, entries)))
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize(
    ("step", "is_marked"), [("lines", False), ("0", False), ("entries", True), ("1", True)]
)
def test_a_driver_that_is_killed_leaves_what_it_found_or_marks(
    project: Repository, tmp_path: Path, step: str, *, is_marked: bool
) -> None:
    script = tmp_path / "dying.py"
    script.write_text(_DYING)
    driver = f"'{sys.executable}' '{script}' {step} %O %A %B %P"
    project.git("config", "merge.glossary.driver", driver)
    ours, theirs = PARTNER.replace("railing", "stair"), PARTNER + ATTEMPT.format("Theirs.")
    fork(project, ours, theirs)
    assert merge(project).returncode != 0
    assert is_unmerged(project)
    text = read(project)
    assert ("<<<<<<< " in text) == is_marked
    if is_marked:
        assert "A stair." in text
        assert "Theirs." in text
    else:
        assert text == ours


@pytest.mark.parametrize(
    "name",
    ["--help.toml", "$(touch pwned).toml", "`touch pwned`.toml", "a'; touch pwned; '.toml",
     'a"; touch pwned; ".toml', "a\nb.toml", "%O.toml", "é.toml"],
)  # fmt: skip
@pytest.mark.skipif(os.name == "nt", reason="no such names")
def test_names_are_nothing_but_names(project: Repository, name: str) -> None:
    path = f"partners/{name}"
    project.write(path, PARTNER)
    project.commit("A name")
    fork(project, PARTNER + ATTEMPT.format("Ours."), PARTNER + ATTEMPT.format("Theirs."), path)
    assert merge(project).returncode == 0
    said = [one["text"] for one in tomllib.loads(read(project, path))["restatements"]]
    assert said == ["You take the time.", "Ours.", "Theirs."]
    assert not list(project.folder.rglob("pwned"))
