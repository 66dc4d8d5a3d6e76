"""Merges as git does them, with real commits: the driver of term sets, and git without it."""

import os
import shlex
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.git.repository import Repository

PARTNER = """\
# Kept by Ann
format = 1
name = "North"

# talked over in the team
[definitions.quality]
meaning = "Nothing goes wrong." # short
example = "A railing."

[[restatements]]
term = "quality"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "You take the time."
"""
ATTEMPT = """
[[restatements]]
term = "quality"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "{}"
"""
FILE = "partners/north.toml"
Act = Callable[[Repository], "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """A repository with a partner's file, in which git knows how to merge it."""
    made = Repository(tmp_path / "project")
    made.start()
    _know(made)
    made.write(FILE, PARTNER)
    made.commit("North speaks")
    return made


def _know(repository: Repository) -> None:
    program = shlex.quote(str(Path(sysconfig.get_path("scripts")) / "glossary"))
    repository.git("config", "merge.glossary.driver", f"{program} merge-driver %O %A %B %P")
    (repository.folder / ".gitattributes").write_text("*.toml merge=glossary\n")


def _fork(project: Repository, ours: str, theirs: str, path: str = FILE) -> None:
    """Commit ours on main and theirs on the branch other, and be on main."""
    project.git("switch", "--quiet", "--create", "other")
    project.write(path, theirs)
    project.commit("Theirs")
    project.git("switch", "--quiet", "main")
    project.write(path, ours)
    project.commit("Ours")


def _read(project: Repository, path: str = FILE) -> str:
    return (project.set / path).read_bytes().decode()


def _merge(project: Repository) -> "subprocess.CompletedProcess[bytes]":
    return project.tried("merge", "--no-edit", "other")


def _rebase(project: Repository) -> "subprocess.CompletedProcess[bytes]":
    return project.tried("rebase", "other")


def _cherry_pick(project: Repository) -> "subprocess.CompletedProcess[bytes]":
    return project.tried("cherry-pick", "other")


def _is_unmerged(project: Repository) -> bool:
    return bool(project.git("ls-files", "--unmerged"))


@pytest.mark.parametrize("act", [_merge, _rebase, _cherry_pick])
def test_what_both_added_at_one_place_is_there(project: Repository, act: Act) -> None:
    ours = PARTNER.replace("# short", "# brief") + ATTEMPT.format("Ours.")
    theirs = PARTNER.replace("railing", "stair") + "\n# later" + ATTEMPT.format("Theirs.")
    _fork(project, ours, theirs)
    assert act(project).returncode == 0
    text = _read(project)
    for kept in ("# Kept by Ann", "# brief", "# talked over", "# later", "A stair."):
        assert text.count(kept) == 1
    said = [one["text"] for one in tomllib.loads(text)["restatements"]]
    assert sorted(said) == ["Ours.", "Theirs.", "You take the time."]
    assert not project.git("status", "--porcelain")


@pytest.mark.parametrize("act", [_merge, _rebase, _cherry_pick])
def test_one_field_changed_twice_stays_visible(project: Repository, act: Act) -> None:
    ours = PARTNER.replace("Nothing", "Little") + ATTEMPT.format("Ours.")
    theirs = PARTNER.replace("Nothing", "Not much") + ATTEMPT.format("Theirs.")
    _fork(project, ours, theirs)
    done = act(project)
    assert done.returncode != 0
    assert _is_unmerged(project)
    text = _read(project)
    marks = text[text.index("<<<<<<< ") : text.index(">>>>>>> ")]
    assert marks.count("meaning = ") == 2
    assert "Ours." not in marks
    assert text.count("Ours.") == text.count("Theirs.") == 1
    sentence = "both sides changed definitions.quality.meaning, in different ways."
    assert sentence in (done.stdout + done.stderr).decode()


def test_branches_that_crossed_merge(project: Repository) -> None:
    _cross(project, PARTNER.replace("A railing", "A stair"))
    project.git("switch", "--quiet", "main")
    assert _merge(project).returncode == 0
    plain = tomllib.loads(_read(project))
    assert [one["text"] for one in plain["restatements"]] == [
        "You take the time.", "Ours.", "Theirs.", "Ours again.", "Theirs again."
    ]  # fmt: skip
    assert plain["definitions"]["quality"]["example"] == "A stair."


def _cross(project: Repository, theirs: str) -> None:
    """Merge both branches into each other, and go on in both."""
    _fork(project, PARTNER + ATTEMPT.format("Ours."), theirs + ATTEMPT.format("Theirs."))
    tip = project.git("rev-parse", "main")
    assert _merge(project).returncode == 0
    merged = _read(project)
    project.write(FILE, merged + ATTEMPT.format("Ours again."))
    project.commit("Ours again")
    project.git("switch", "--quiet", "other")
    assert project.tried("merge", "--no-edit", tip).returncode == 0
    project.write(FILE, merged + ATTEMPT.format("Theirs again."))
    project.commit("Theirs again")


def test_branches_that_crossed_in_conflict_lose_nothing(project: Repository) -> None:
    """Here git hands the driver a common version that has marks of a conflict in it."""
    _fork(project, PARTNER.replace("Nothing", "Little"), PARTNER.replace("Nothing", "Some of it"))
    tips = [project.git("rev-parse", name) for name in ("main", "other")]
    for branch, other, word in (("main", tips[1], "Little"), ("other", tips[0], "Some of it")):
        project.git("switch", "--quiet", branch)
        assert project.tried("merge", "--no-edit", other).returncode != 0
        project.write(FILE, PARTNER.replace("Nothing", word))
        project.commit(f"Decide for {word}")
    project.git("switch", "--quiet", "main")
    assert _merge(project).returncode != 0
    text = _read(project)
    assert "Little" in text
    assert "Some of it" in text
    assert "<<<<<<< " in text
    assert _is_unmerged(project)


@pytest.mark.parametrize("removed_here", [True, False])
def test_a_file_that_one_side_removed_and_the_other_changed_is_kept(
    project: Repository, *, removed_here: bool
) -> None:
    changed = PARTNER.replace("Nothing", "Little")
    _fork(project, changed, changed)
    branches = ("main", "other") if removed_here else ("other", "main")
    project.git("switch", "--quiet", branches[0])
    (project.set / FILE).unlink()
    project.commit("Remove")
    project.git("switch", "--quiet", branches[1])
    project.write(FILE, changed.replace("railing", "stair"))
    project.commit("Change")
    project.git("switch", "--quiet", "main")
    assert _merge(project).returncode != 0
    assert _is_unmerged(project)
    assert "A stair." in _read(project)


def test_a_file_that_both_added_merges_by_entries(project: Repository) -> None:
    new = 'format = 1\nname = "Delta"\n'
    entry = '\n# {0}\n[definitions.{0}]\nmeaning = "{0}"\n'
    path = "partners/delta.toml"
    _fork(project, new + entry.format("quality"), new + entry.format("trust"), path)
    assert _merge(project).returncode == 0
    assert _read(project, path) == new + entry.format("quality") + entry.format("trust")


def test_a_file_that_both_added_with_another_name_is_a_conflict(project: Repository) -> None:
    path = "partners/delta.toml"
    _fork(project, 'format = 1\nname = "Delta"\n', 'format = 1\nname = "Group"\n', path)
    assert _merge(project).returncode != 0
    assert _read(project, path) == (
        'format = 1\n<<<<<<< ours\nname = "Delta"\n=======\nname = "Group"\n>>>>>>> theirs\n'
    )


def test_windows_line_ends_stay(project: Repository) -> None:
    windows = PARTNER.replace("\n", "\r\n")
    project.write(FILE, windows)
    project.commit("From Windows")
    added = ATTEMPT.replace("\n", "\r\n")
    _fork(project, windows + added.format("Ours."), windows + added.format("Theirs."))
    assert _merge(project).returncode == 0
    text = _read(project)
    assert text == windows + added.format("Ours.") + added.format("Theirs.")


def test_what_is_no_toml_on_one_side_is_merged_by_lines_and_told(project: Repository) -> None:
    _fork(project, PARTNER.replace("Nothing", "Little"), PARTNER.replace('"North"', "North"))
    done = _merge(project)
    assert done.returncode != 0
    text = _read(project)
    assert "<<<<<<< " in text
    assert 'name = "North"' in text
    assert "name = North" in text
    told = (done.stdout + done.stderr).decode()
    assert f"Their version: {Path('termsets/region') / FILE}:3" in told


def test_a_position_never_comes_to_stand_on_another_wording(project: Repository) -> None:
    """Lines would merge: the stand of one side would be on the draft of the other."""
    position = """
[positions.quality]
on = "0a1b2c3d4e5f"
# seen by the board
# on Monday
position = "consent"
"""
    project.write(FILE, PARTNER + position)
    project.commit("Consent")
    ours = position.replace("0a1b2c3d4e5f", "aa11bb22cc33")
    theirs = position.replace('"consent"', '"stand-aside"')
    _fork(project, PARTNER + ours, PARTNER + theirs)
    assert _merge(project).returncode != 0
    text = _read(project)
    assert text.index("<<<<<<< ") < text.index("aa11bb22cc33") < text.index("=======")
    assert text.index("=======") < text.index("stand-aside") < text.index(">>>>>>> ")


def test_a_clone_that_was_not_set_up_has_a_plain_conflict(
    project: Repository, tmp_path: Path
) -> None:
    _fork(project, PARTNER + ATTEMPT.format("Ours."), PARTNER + ATTEMPT.format("Theirs."))
    project.git("clone", "--quiet", str(project.folder), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    done = clone.tried("merge", "--no-edit", "origin/other")
    assert done.returncode != 0
    text = _read(clone)
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
    _fork(project, ours, theirs)
    assert _merge(project).returncode != 0
    assert _is_unmerged(project)
    text = _read(project)
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
    _fork(project, PARTNER + ATTEMPT.format("Ours."), PARTNER + ATTEMPT.format("Theirs."), path)
    assert _merge(project).returncode == 0
    said = [one["text"] for one in tomllib.loads(_read(project, path))["restatements"]]
    assert said == ["You take the time.", "Ours.", "Theirs."]
    assert not list(project.folder.rglob("pwned"))
