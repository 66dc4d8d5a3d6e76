"""Two branches with real commits, merged by the driver of term sets."""

import tomllib
from pathlib import Path

import pytest

from tests.git.merging import (
    ATTEMPT,
    FILE,
    PARTNER,
    Act,
    cherry_pick,
    fork,
    is_unmerged,
    merge,
    read,
    rebase,
)
from tests.git.repository import Repository


@pytest.mark.parametrize("act", [merge, rebase, cherry_pick])
def test_what_both_added_at_one_place_is_there(project: Repository, act: Act) -> None:
    ours = PARTNER.replace("# short", "# brief") + ATTEMPT.format("Ours.")
    theirs = PARTNER.replace("railing", "stair") + "\n# later" + ATTEMPT.format("Theirs.")
    fork(project, ours, theirs)
    assert act(project).returncode == 0
    text = read(project)
    for kept in ("# Kept by Ann", "# brief", "# talked over", "# later", "A stair."):
        assert text.count(kept) == 1
    said = [one["text"] for one in tomllib.loads(text)["restatements"]]
    assert sorted(said) == ["Ours.", "Theirs.", "You take the time."]
    assert not project.git("status", "--porcelain")


@pytest.mark.parametrize("act", [merge, rebase, cherry_pick])
def test_one_field_changed_twice_stays_visible(project: Repository, act: Act) -> None:
    ours = PARTNER.replace("Nothing", "Little") + ATTEMPT.format("Ours.")
    theirs = PARTNER.replace("Nothing", "Not much") + ATTEMPT.format("Theirs.")
    fork(project, ours, theirs)
    done = act(project)
    assert done.returncode != 0
    assert is_unmerged(project)
    text = read(project)
    marks = text[text.index("<<<<<<< ") : text.index(">>>>>>> ")]
    assert marks.count("meaning = ") == 2
    assert "Ours." not in marks
    assert text.count("Ours.") == text.count("Theirs.") == 1
    sentence = "both sides changed definitions.quality.meaning, in different ways."
    assert sentence in (done.stdout + done.stderr).decode()


def test_windows_line_ends_stay(project: Repository) -> None:
    windows = PARTNER.replace("\n", "\r\n")
    project.write(FILE, windows)
    project.commit("From Windows")
    added = ATTEMPT.replace("\n", "\r\n")
    fork(project, windows + added.format("Ours."), windows + added.format("Theirs."))
    assert merge(project).returncode == 0
    text = read(project)
    assert text == windows + added.format("Ours.") + added.format("Theirs.")


def test_what_is_no_toml_on_one_side_is_merged_by_lines_and_told(project: Repository) -> None:
    fork(project, PARTNER.replace("Nothing", "Little"), PARTNER.replace('"North"', "North"))
    done = merge(project)
    assert done.returncode != 0
    text = read(project)
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
    fork(project, PARTNER + ours, PARTNER + theirs)
    assert merge(project).returncode != 0
    text = read(project)
    assert text.index("<<<<<<< ") < text.index("aa11bb22cc33") < text.index("=======")
    assert text.index("=======") < text.index("stand-aside") < text.index(">>>>>>> ")
