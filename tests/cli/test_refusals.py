"""What the system refuses is one sentence about the file that the user named."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

NOBODY = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Not root, for whom nothing is forbidden."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def disk_that_takes_nothing() -> Iterator[None]:
    """Every write of a file fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def locked(keten: Path) -> Iterator[Path]:
    """./termsets, in which only its owner may look, and its owner not either."""
    folder = keten.parent
    folder.chmod(0)
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize(
    "words",
    [
        ("status", "--dir", "{}"),
        ("check", "{}"),
        ("compare", "regie", "--dir", "{}"),
        ("export", "json", "--dir", "{}"),
        ("new", "zorg", "--from", "demo", "--dir", "{}"),
    ],
)
def test_an_unreadable_folder_is_said_in_the_language_of_the_reader(
    cli: Cli, locked: Path, words: tuple[str, ...]
) -> None:
    asked = [word.format(locked) for word in words]
    cli("--language", "nl", *asked)  # whatever is loaded late is loaded now
    with ordinary_user():
        outcome = cli("--language", "nl", *asked)
    assert outcome.code == 2
    assert "Je hebt hier geen rechten." in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_set_that_cannot_be_written_is_named_as_the_user_named_it(cli: Cli, here: Path) -> None:
    with disk_that_takes_nothing():
        outcome = cli("new", "keten", "--from", "demo")
    assert outcome.code == 2
    assert outcome.err.startswith("glossary: termsets/keten was not saved")
    assert not list((here).rglob("*.tmp"))
    assert not (here / "termsets" / "keten").exists()


def test_an_export_that_cannot_be_written_is_named_and_leaves_the_older_one(
    cli: Cli, keten: Path, here: Path
) -> None:
    out = here / "out.md"
    out.write_text("older", encoding="utf-8")
    with disk_that_takes_nothing():
        outcome = cli("export", "markdown", "keten", "-o", "out.md", "--force")
    assert outcome.code == 2
    assert outcome.err.startswith("glossary: out.md: ")
    assert out.read_text(encoding="utf-8") == "older"
    assert sorted(path.name for path in here.iterdir()) == ["out.md", "termsets"]


def test_a_mistake_of_ours_is_a_sentence_and_a_report(
    cli: Cli, keten: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_words: object) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr("glossary.cli.status.workspace", mistaken)
    monkeypatch.setattr("tempfile.tempdir", str(here))
    outcome = cli("status")
    assert outcome.code == 2
    assert outcome.err.startswith("glossary: The program stopped on a mistake of its own.")
    assert outcome.err.count("\n") == 1
    (report,) = here.glob("glossary-*.txt")
    assert "RuntimeError: a mistake of ours" in report.read_text(encoding="utf-8")
