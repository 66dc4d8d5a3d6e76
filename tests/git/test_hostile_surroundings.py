"""No environment, program or owner of a repository decides which git is run, or on what."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from glossary.domain import UnreadableError
from tests.git.conftest import Log, told
from tests.git.repository import Repository


def test_the_environment_points_git_nowhere_else(
    repository: Repository, log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.said("noord", "No mistakes.")
    other = Repository(tmp_path / "other")
    other.start()
    canary = tmp_path / "canary"
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(tmp_path / "nowhere"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path / "nowhere"),
        "GIT_PREFIX": "x/",
        "GIT_EXTERNAL_DIFF": f"touch {canary}",
        "GIT_PAGER": f"touch {canary}",
        "PAGER": f"touch {canary}",
        "GIT_TRACE": str(tmp_path / "trace"),
        "GIT_LITERAL_PATHSPECS": "0",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": f"touch {canary}",
        "LC_ALL": "nl_NL.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    assert told(log(repository.set)) == ["noord: No mistakes.: noord.meaning=No mistakes."]
    assert not canary.exists()
    assert not (tmp_path / "trace").exists()


def _program(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def test_a_program_called_git_in_the_set_is_not_run(
    repository: Repository, log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.said("noord", "No mistakes.")
    for folder in (repository.set, repository.set.parent, repository.folder):
        _program(folder / "git", f"touch {tmp_path}/canary")
    monkeypatch.chdir(repository.set)
    monkeypatch.setenv("PATH", f".::{os.environ['PATH']}")
    assert len(log(repository.set).steps) == 1
    assert not (tmp_path / "canary").exists()


def test_without_git_it_is_said_so(
    repository: Repository, log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match="no git on this computer"):
        log(repository.set)


@pytest.mark.skipif(os.geteuid() != 0, reason="gives a repository to somebody else")
def test_a_repository_of_somebody_else_stays_closed(
    repository: Repository, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.said("noord", "No mistakes.")
    for path in (repository.folder, repository.folder / ".git"):
        os.chown(path, 65534, 65534)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    with pytest.raises(UnreadableError, match=r"safe\.directory"):
        log(repository.set)


def test_as_many_processes_for_a_long_history_as_for_a_short_one(
    repository: Repository, log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.which("git")
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")

    def calls() -> int:
        _program(tmp_path / "bin/git", f'echo x >> {tmp_path}/calls\nexec {real} "$@"')
        (tmp_path / "calls").write_text("")
        log(repository.set)
        (tmp_path / "bin/git").unlink()
        return len((tmp_path / "calls").read_text())

    repository.said("noord", "Version 0.")
    few = calls()
    for n in range(1, 30):
        repository.said("noord", f"Version {n}.")
    assert calls() == few
