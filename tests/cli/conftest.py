"""A user in a folder of its own, with an English terminal and a demo copy of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from glossary.cli.main import run
from glossary.locale import language, use
from tests.formats.sample import SAMPLE


@dataclass(frozen=True)
class Outcome:
    """What one command left behind."""

    code: int
    out: str
    err: str


Cli = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which the user is."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("GLOSSARY_DEMO_DIR", str(tmp_path / "demo"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    before = language()
    yield folder
    use(before)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command line in this process."""

    def command(*words: str) -> Outcome:
        code = run(list(words))
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return command


@pytest.fixture
def keten(here: Path) -> Path:
    """./termsets with the set keten."""
    new_store(None).create(SAMPLE)
    return here / "termsets" / "keten"
