from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.bootstrap import member_reader, new_store, past_of
from glossary.workflow.history import History, Scope, history
from tests.git.merging import FILE, PARTNER, know
from tests.git.repository import Repository

Log = Callable[..., History]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a set in which nobody has said anything yet."""
    made = Repository(tmp_path / "project")
    made.start()
    return made


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """A repository with a partner's file, in which git knows how to merge it."""
    made = Repository(tmp_path / "project")
    made.start()
    know(made)
    made.write(FILE, PARTNER)
    made.commit("North speaks")
    return made


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that a test makes, the working folder included."""
    monkeypatch.setenv("LANGUAGE", "en")
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    return tmp_path


@pytest.fixture
def log() -> Log:
    """The history of the one term of a set, given by its folder."""

    def read(folder: Path, **scope: str | bool) -> History:
        loaded = new_store(folder.parent).load(folder.name)
        asked = Scope(**scope)  # type: ignore[arg-type]  # as the test says
        return history(loaded, past_of(folder), member_reader(), "quality", asked)

    return read


def told(found: History) -> list[str]:
    """Each step on a line: whose field became what, newest first, after who committed it."""
    lines = []
    for step in found.steps:
        who = step.commit.subject if step.commit else "not committed"
        changes = [f"{one.partner}.{one.field}={_text(one.after)}" for one in step.changes]
        lines.append(": ".join([who, ", ".join([*changes, *(one.path for one in step.unread)])]))
    return lines


def _text(value: object) -> str:
    return str(getattr(value, "position", getattr(value, "kind", value)))
