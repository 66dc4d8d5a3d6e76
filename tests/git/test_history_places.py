"""Which histories can be read, and from when on: odd files, clones and folders."""

from pathlib import Path

import pytest

from glossary.domain import NotFoundError, UnreadableError
from tests.git.conftest import Log, told
from tests.git.repository import Repository

DRAFT = "We take the time."


def test_broken_files_are_told_and_passed_over(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.said("delta", "Time.")
    repository.write("partners/noord.toml", "[[[\n")
    repository.commit("break")
    repository.said("delta", "More time.")
    repository.write("partners/noord.toml", b"\xff")
    repository.commit("break more")
    repository.said("noord", "No mistakes.")
    repository.said("noord", "Few mistakes.")
    found = log(repository.set)
    assert told(found) == [
        "noord: Few mistakes.: noord.meaning=Few mistakes.",
        "break more: partners/noord.toml",
        "delta: More time.: delta.meaning=More time.",
        "break: partners/noord.toml",
        "delta: Time.: delta.meaning=Time.",
        "noord: No mistakes.: noord.meaning=No mistakes.",
    ]
    (unread,) = found.steps[3].unread
    assert unread.reason.startswith("partners/noord.toml:1:")


def test_a_file_that_is_broken_on_disk_is_no_farewell(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.write("partners/noord.toml", "[[[\n")
    assert told(log(repository.set))[0] == "not committed: partners/noord.toml"
    found = log(repository.set, partner="noord")
    assert [len(step.changes) for step in found.steps] == [0, 1]


def test_too_large_a_file_and_links_are_not_read(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.write("partners/noord.toml", b"#" * 5_000_001)
    repository.commit("huge")
    (repository.set / "partners/noord.toml").unlink()
    (repository.set / "partners/noord.toml").symlink_to("/etc/hostname")
    repository.commit("link")
    (repository.set / "partners/noord.toml").unlink()
    repository.said("noord", "Few mistakes.")
    lines = told(log(repository.set))
    assert lines == [
        "noord: Few mistakes.: noord.meaning=Few mistakes.",
        "link: noord.meaning=None",
        "huge: partners/noord.toml",
        "noord: No mistakes.: noord.meaning=No mistakes.",
    ]


def test_in_a_worktree(repository: Repository, log: Log, tmp_path: Path) -> None:
    repository.said("noord", "No mistakes.")
    repository.git("worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    other = Repository(tmp_path / "tree")
    other.said("noord", "Few mistakes.")
    assert len(log(repository.set).steps) == 1
    assert told(log(other.set))[0] == "noord: Few mistakes.: noord.meaning=Few mistakes."


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_in_a_shallow_clone_the_rest_is_said_to_be_elsewhere(
    repository: Repository, log: Log, tmp_path: Path, depth: int
) -> None:
    for n in range(4):
        repository.said("noord", f"Version {n}.")
    clone = tmp_path / "clone"
    source = f"file://{repository.folder}"
    repository.git("clone", "-q", "--depth", str(depth), source, str(clone))
    found = log(clone / "termsets/region")
    assert not found.complete
    assert told(found) == [
        f"noord: Version {n}.: noord.meaning=Version {n}." for n in (3, 2, 1, 0)[: depth - 1]
    ]
    assert all(one.before for step in found.steps for one in step.changes)


def test_a_shallow_clone_that_has_all_of_the_set_is_complete(
    repository: Repository, log: Log, tmp_path: Path
) -> None:
    late = Repository(repository.folder, "termsets/late")
    late.start()
    late.said("noord", "No mistakes.")
    source = f"file://{repository.folder}"
    repository.git("clone", "-q", "--depth", "2", source, str(tmp_path / "clone"))
    found = log(tmp_path / "clone/termsets/late")
    assert found.complete
    assert len(found.steps) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("termsets/region", "termsets/our-region"),
        ("termsets/region", "shared words/sets/region"),
        ("region", "termsets/region"),
        (".", "termsets/region"),
    ],
)
def test_a_folder_that_was_renamed_is_followed(
    tmp_path: Path, log: Log, old: str, new: str
) -> None:
    repository = Repository(tmp_path / "project", old)
    repository.start()
    repository.said("noord", "No mistakes.")
    moved = Repository(repository.folder, new)
    moved.set.parent.mkdir(parents=True, exist_ok=True)
    moved.set.mkdir()
    for name in ("termset.toml", "partners"):
        (repository.set / name).rename(moved.set / name)
    moved.commit("move")
    assert told(log(moved.set)) == ["noord: No mistakes.: noord.meaning=No mistakes."]
    moved.said("noord", "Few mistakes.")
    assert len(log(moved.set).steps) == 2
    since = moved.git("rev-parse", "HEAD~2")
    assert told(log(moved.set, since=since)) == [
        "noord: Few mistakes.: noord.meaning=Few mistakes."
    ]


def test_a_set_that_was_there_before_is_not_mixed_in(repository: Repository, log: Log) -> None:
    other = Repository(repository.folder, "termsets/other")
    repository.said("noord", "No mistakes.")
    other.start()
    (repository.set / "partners/noord.toml").rename(other.set / "noord.toml")
    other.said("delta", "Time.")
    assert told(log(other.set)) == ["delta: Time.: delta.meaning=Time."]


def test_ids_of_another_length(tmp_path: Path, log: Log) -> None:
    repository = Repository.__new__(Repository)
    repository.folder, repository.set = tmp_path / "long", tmp_path / "long/termsets/region"
    repository.folder.mkdir()
    repository.git("init", "-q", "--object-format=sha256")
    repository.start()
    repository.said("noord", "No mistakes.")
    (step,) = log(repository.set).steps
    assert step.commit is not None
    assert len(step.commit.id) == 64


def test_only_since_a_commit_a_branch_or_a_tag(repository: Repository, log: Log) -> None:
    first = repository.said("noord", "No mistakes.")
    repository.git("tag", "-a", "-m", "x", "meeting")
    repository.git("branch", "then")
    (repository.folder / "elsewhere").write_text("x")
    unrelated = repository.commit("unrelated")
    repository.said("noord", "Few mistakes.")
    for name in (first, first[:8], "meeting", "then", unrelated, "HEAD~1"):
        found = log(repository.set, since=name)
        assert told(found) == ["noord: Few mistakes.: noord.meaning=Few mistakes."]
        assert found.since is not None
    assert told(log(repository.set, since="HEAD")) == []


@pytest.mark.parametrize(
    "name", ["nix", "", "HEAD~9", "HEAD:termsets", "HEAD..HEAD", "--all", "\0"]
)
def test_a_commit_that_is_not_there_is_named(repository: Repository, log: Log, name: str) -> None:
    with pytest.raises(NotFoundError, match="There is no commit"):
        log(repository.set, since=name)


def test_only_since_the_outcome_that_now_stands(repository: Repository, log: Log) -> None:
    with pytest.raises(NotFoundError, match="has no outcome yet"):
        log(repository.set, agreed=True)
    repository.said("noord", "No mistakes.")
    repository.draft(DRAFT, '\n[outcome]\nkind = "differ"\n')
    with pytest.raises(NotFoundError, match="not committed yet"):
        log(repository.set, agreed=True)
    repository.commit("first outcome")
    repository.said("noord", "Few mistakes.")
    repository.draft(DRAFT, '\n[outcome]\nkind = "shared"\n')
    repository.commit("agree")
    repository.draft(DRAFT, '\n[outcome]\nkind = "shared"\n# with a remark\n')
    repository.commit("remark")
    repository.said("delta", "Time.")
    repository.say("noord", "Hardly any mistakes.")
    found = log(repository.set, agreed=True)
    assert found.since is not None
    assert found.since.subject == "agree"
    assert told(found) == [
        "not committed: noord.meaning=Hardly any mistakes.",
        "delta: Time.: delta.meaning=Time.",
    ]
    assert told(log(repository.set, agreed=True, partner="delta")) == told(found)[1:]


def test_an_outcome_from_before_the_clone_is_said_so(
    repository: Repository, log: Log, tmp_path: Path
) -> None:
    repository.draft(DRAFT, '\n[outcome]\nkind = "shared"\n')
    repository.commit("agree")
    repository.said("noord", "No mistakes.")
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(clone))
    with pytest.raises(NotFoundError, match="before the oldest commit"):
        log(clone / "termsets/region", agreed=True)


def test_one_partner_by_its_name(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.said("delta", "Time.")
    repository.draft(DRAFT)
    repository.commit("draft")
    for name in ("noord", "NOORD"):
        lines = told(log(repository.set, partner=name))
        assert lines == ["noord: No mistakes.: noord.meaning=No mistakes."]
    for name in ("nord", "nobody", "../x"):
        with pytest.raises(NotFoundError, match="No partner"):
            log(repository.set, partner=name)


def test_outside_a_repository(tmp_path: Path, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    inside = Repository(tmp_path / "project")
    inside.start()
    inside.set.rename(tmp_path / "region")
    with pytest.raises(UnreadableError, match="not in a git repository"):
        log(tmp_path / "region")


def test_a_damaged_repository_is_one_sentence(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    head = repository.git("rev-parse", "HEAD^{tree}")
    (repository.folder / ".git/objects" / head[:2] / head[2:]).unlink()
    with pytest.raises(UnreadableError, match="cannot read the history of"):
        log(repository.set)
