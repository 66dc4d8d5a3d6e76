"""The command line in Dutch: help, errors and answers hold no English, click's words included."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from glossary.cli.main import run
from tests.locale.catalogues import catalogue, forms, ids, messages

_VERBS = (
    "new",
    "define",
    "position",
    "status",
    "compare",
    "overlaps",
    "log",
    "check",
    "git-setup",
    "merge-driver",
    "export",
    "import",
)

# What click says by itself, and argparse and Python with it.
_CLICK = re.compile(
    r"Usage|Options:|Commands:|Error|Missing|Invalid|Show this|and exit|No such|Try '|default|"
    r"required|unexpected|does not|Did you"
)


@pytest.fixture(autouse=True)
def _demo(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("place")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GLOSSARY_DEMO_DIR", str(folder / "demo"))


def _english_in(text: str) -> Iterator[Message]:
    """Messages of two words or more that stand here in English, lines folded or not."""
    flat = " ".join(text.split())
    for message in messages(catalogue("nl")):
        said = " ".join(ids(message)[-1].split())
        if " " in said and "{" not in said and ids(message) != forms(message) and said in flat:
            yield message


@pytest.mark.parametrize("verb", ["", *_VERBS])
def test_help_is_dutch(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "nl", *verb.split(), "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Gebruik: glossary")
    assert "Toon deze hulp en stop." in told
    assert not _CLICK.search(told)
    assert [ids(one) for one in _english_in(told)] == []


@pytest.mark.parametrize(
    "line",
    [
        "nix",
        "statu",
        "--nope",
        "status --dirr x",
        "status --json=1",
        "status demo more",
        "position",
        "position kwaliteit nope --partner x",
        "position kwaliteit consent",
        "compare",
        "compare nix --set demo",
        "compare nix --set nix",
        "compare nix",
        "define kwaliteit --partner nobody --meaning x --set demo",
        "export docx demo",
        "export markdown demo -o nowhere/file.md",
        "import csv nowhere.csv --set x",
        "import csv . --set x",
        "log kwaliteit --set demo",
        "log kwaliteit --set demo --since x --since-agreed",
        "new Ä",
        "new x --from nix",
        "check nowhere.toml",
    ],
)
def test_errors_are_dutch(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "nl", *line.split()]) == 2
    told = capsys.readouterr().err
    assert told.startswith("glossary: ")
    assert not _CLICK.search(told)
    assert [ids(one) for one in _english_in(told)] == []


def test_answers_are_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for line in (
        *("status demo", "status demo --plain", "session demo --plain", "export markdown demo"),
        *("compare kwaliteit --set demo --plain", "show kwaliteit --set demo"),
        *("show vertrouwen --set demo", "show eigenaarschap --set demo"),
    ):
        assert run(["--language", "nl", *line.split()]) == 0
        told = capsys.readouterr()
        assert [ids(one) for one in _english_in(told.out + told.err)] == []
