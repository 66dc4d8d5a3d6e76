"""Branches that crossed, and files that one side has and the other has not."""

import tomllib

import pytest

from tests.git.merging import ATTEMPT, FILE, PARTNER, fork, is_unmerged, merge, read
from tests.git.repository import Repository


def test_branches_that_crossed_merge(project: Repository) -> None:
    _cross(project, PARTNER.replace("A railing", "A stair"))
    project.git("switch", "--quiet", "main")
    assert merge(project).returncode == 0
    plain = tomllib.loads(read(project))
    assert [one["text"] for one in plain["restatements"]] == [
        "You take the time.", "Ours.", "Theirs.", "Ours again.", "Theirs again."
    ]  # fmt: skip
    assert plain["definitions"]["quality"]["example"] == "A stair."


def _cross(project: Repository, theirs: str) -> None:
    """Merge both branches into each other, and go on in both."""
    fork(project, PARTNER + ATTEMPT.format("Ours."), theirs + ATTEMPT.format("Theirs."))
    tip = project.git("rev-parse", "main")
    assert merge(project).returncode == 0
    merged = read(project)
    project.write(FILE, merged + ATTEMPT.format("Ours again."))
    project.commit("Ours again")
    project.git("switch", "--quiet", "other")
    assert project.tried("merge", "--no-edit", tip).returncode == 0
    project.write(FILE, merged + ATTEMPT.format("Theirs again."))
    project.commit("Theirs again")


def test_branches_that_crossed_in_conflict_lose_nothing(project: Repository) -> None:
    """Here git hands the driver a common version that has marks of a conflict in it."""
    fork(project, PARTNER.replace("Nothing", "Little"), PARTNER.replace("Nothing", "Some of it"))
    tips = [project.git("rev-parse", name) for name in ("main", "other")]
    for branch, other, word in (("main", tips[1], "Little"), ("other", tips[0], "Some of it")):
        project.git("switch", "--quiet", branch)
        assert project.tried("merge", "--no-edit", other).returncode != 0
        project.write(FILE, PARTNER.replace("Nothing", word))
        project.commit(f"Decide for {word}")
    project.git("switch", "--quiet", "main")
    assert merge(project).returncode != 0
    text = read(project)
    assert "Little" in text
    assert "Some of it" in text
    assert "<<<<<<< " in text
    assert is_unmerged(project)


@pytest.mark.parametrize("removed_here", [True, False])
def test_a_file_that_one_side_removed_and_the_other_changed_is_kept(
    project: Repository, *, removed_here: bool
) -> None:
    changed = PARTNER.replace("Nothing", "Little")
    fork(project, changed, changed)
    branches = ("main", "other") if removed_here else ("other", "main")
    project.git("switch", "--quiet", branches[0])
    (project.set / FILE).unlink()
    project.commit("Remove")
    project.git("switch", "--quiet", branches[1])
    project.write(FILE, changed.replace("railing", "stair"))
    project.commit("Change")
    project.git("switch", "--quiet", "main")
    assert merge(project).returncode != 0
    assert is_unmerged(project)
    assert "A stair." in read(project)


def test_a_file_that_both_added_merges_by_entries(project: Repository) -> None:
    new = 'format = 1\nname = "Delta"\n'
    entry = '\n# {0}\n[definitions.{0}]\nmeaning = "{0}"\n'
    path = "partners/delta.toml"
    fork(project, new + entry.format("quality"), new + entry.format("trust"), path)
    assert merge(project).returncode == 0
    assert read(project, path) == new + entry.format("quality") + entry.format("trust")


def test_a_file_that_both_added_with_another_name_is_a_conflict(project: Repository) -> None:
    path = "partners/delta.toml"
    fork(project, 'format = 1\nname = "Delta"\n', 'format = 1\nname = "Group"\n', path)
    assert merge(project).returncode != 0
    assert read(project, path) == (
        'format = 1\n<<<<<<< ours\nname = "Delta"\n=======\nname = "Group"\n>>>>>>> theirs\n'
    )
