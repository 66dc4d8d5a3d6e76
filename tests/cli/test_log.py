"""`log`: how a term moved through commits, for people and for programs."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli
from tests.cli.test_process import HEAVY
from tests.cli.test_terminal import shown
from tests.git.repository import Repository

DAYS = [{"GIT_AUTHOR_DATE": f"2026-11-{day}T10:00:00 +0100"} for day in ("02", "09", "16")]


@pytest.fixture
def repository(here: Path) -> Repository:
    """./termsets/region with a meaning that changed once, a draft and its outcome."""
    made = Repository(here)
    made.start()
    made.said("noord", "That nothing goes wrong.", DAYS[0])
    made.said("noord", "That nothing goes badly wrong.", DAYS[1])
    made.draft("We take care.", '\n[outcome]\nkind = "shared"\nreview = 2027-05-01\n')
    made.commit("Agree", DAYS[2])
    return made


def _short(repository: Repository, name: str) -> str:
    return repository.git("rev-parse", "--short", name)


def test_in_a_pipe_signs_say_what_came_and_went(cli: Cli, repository: Repository) -> None:
    repository.say("noord", "That little goes wrong.")
    result = cli("log", "quality")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "quality · Our region\n"
        "\n"
        "not committed yet\n"
        "  Noord · Meaning\n"
        "    That [-nothing-] {+little+} goes [-badly-] wrong.\n"
        "\n"
        f"2026-11-16 · Ann · {_short(repository, 'HEAD')} · Agree\n"
        "  Draft\n"
        "    {+We take care.+}\n"
        "  Outcome\n"
        "    {+agreed, look again on 1 May 2027+}\n"
        "\n"
        f"2026-11-09 · Ann · {_short(repository, 'HEAD~1')} · "
        "noord: That nothing goes badly wrong.\n"
        "  Noord · Meaning\n"
        "    That nothing goes {+badly+} wrong.\n"
        "\n"
        f"2026-11-02 · Ann · {_short(repository, 'HEAD~2')} · noord: That nothing goes wrong.\n"
        "  Noord · Meaning\n"
        "    {+That nothing goes wrong.+}\n"
    )


def test_as_json(cli: Cli, repository: Repository) -> None:
    told: dict[str, Any] = json.loads(cli("log", "Quality", "--json", "--since", "HEAD~2").out)
    assert list(told) == ["format", "set", "term", "label", "since", "complete", "steps"]
    assert (told["format"], told["set"], told["term"]) == (1, "region", "quality")
    assert told["complete"] is True
    assert told["since"]["id"] == repository.git("rev-parse", "HEAD~2")
    agreed, changed = told["steps"]
    assert changed == {
        "commit": {
            "id": repository.git("rev-parse", "HEAD~1"),
            "short": _short(repository, "HEAD~1"),
            "date": "2026-11-09T10:00:00+01:00",
            "author": "Ann",
            "subject": "noord: That nothing goes badly wrong.",
        },
        "changes": [
            {
                "partner": "noord",
                "name": "Noord",
                "field": "meaning",
                "before": "That nothing goes wrong.",
                "after": "That nothing goes badly wrong.",
                "words": [
                    {"kind": "kept", "text": "That nothing goes"},
                    {"kind": "added", "text": " badly"},
                    {"kind": "kept", "text": " wrong."},
                ],
            }
        ],
        "unreadable": [],
    }
    draft, outcome = agreed["changes"]
    assert (draft["partner"], draft["field"], draft["before"]) == (None, "draft.wording", None)
    assert (outcome["field"], outcome["after"]["kind"]) == ("outcome", "shared")
    assert "words" not in outcome


def test_what_changed_since_we_agreed(cli: Cli, repository: Repository) -> None:
    head = _short(repository, "HEAD")
    lines = cli("log", "quality", "--since-agreed").out.splitlines()
    assert lines == [
        "quality · Our region",
        f"Since 2026-11-16 · Ann · {head} · Agree:",
        "",
        "Nothing about this term has changed since.",
    ]
    repository.say("delta", "Time.")
    assert cli("log", "quality", "--since-agreed").out.splitlines()[3:] == [
        "not committed yet",
        "  Delta · Meaning",
        "    {+Time.+}",
    ]
    assert (
        json.loads(cli("log", "quality", "--since-agreed", "--json").out)["since"]["short"] == head
    )


def test_a_position_that_changed(cli: Cli, repository: Repository) -> None:
    for stand in ("concern", "consent"):
        rest = f'\n[positions.quality]\non = "0a1b2c3d4e5f"\nposition = "{stand}"\n'
        repository.say("noord", "That nothing goes badly wrong.", rest)
        repository.commit(stand)
    told = cli("log", "quality", "--since", "HEAD~1").out
    assert told.endswith("  Noord · Position\n    [-Concern-] {+Consent+}\n")


def test_a_position_taken_again_on_another_draft(cli: Cli, repository: Repository) -> None:
    for on in ("0a1b2c3d4e5f", "aa11bb22cc33"):
        stand = (
            f'\n[positions.quality]\non = "{on}"\nposition = "concern"\nreason = "Who counts?"\n'
        )
        repository.say("noord", "That nothing goes badly wrong.", stand)
        repository.commit("position")
    told = cli("log", "quality", "--partner", "Noord", "--since", "HEAD~1").out
    assert told.endswith(
        "  Noord · Position\n    Concern: Who counts? (again, on another wording)\n"
    )


def test_a_file_that_could_not_be_read_takes_one_line(cli: Cli, repository: Repository) -> None:
    repository.write("partners/noord.toml", "[[[\n")
    repository.commit("Oops")
    repository.said("noord", "That little goes wrong.")
    told = cli("log", "quality").out
    assert "Oops" not in told
    short = repository.git("rev-parse", "--short=7", "HEAD~1")
    assert told.endswith(f"\n\nIn {short} the file of “Noord” could not be read.\n")
    assert f"In {short} the file of" in cli("log", "quality", "--plain").out
    unread = json.loads(cli("log", "quality", "--json").out)["steps"][1]["unreadable"]
    assert [one["file"] for one in unread] == ["partners/noord.toml"]


def test_a_broken_file_that_is_committed_is_nothing_that_waits(
    cli: Cli, repository: Repository
) -> None:
    repository.write("partners/noord.toml", "[[[\n")
    short = repository.commit("Oops")[:7]
    told = cli("log", "quality").out
    assert "not committed yet" not in told
    assert told.count("could not be read") == 1
    assert f"In {short} the file of “Noord” could not be read." in told
    repository.git("revert", "--no-edit", "HEAD")
    repository.write("partners/noord.toml", "[[[\n")
    assert "In what is not committed yet" in cli("log", "quality").out


def test_nothing_was_said(cli: Cli, here: Path) -> None:
    Repository(here).start()
    result = cli("log", "quality")
    assert result.code == 0
    assert result.out.endswith("\n\nNothing has been said about this term yet.\n")


def test_nothing_was_said_by_one_partner(cli: Cli, repository: Repository) -> None:
    repository.write("partners/oost.toml", 'format = 1\nname = "Oost"\n')
    told = cli("log", "quality", "--partner", "oost").out
    assert told.endswith("\n\nOost has said nothing about this term yet.\n")


def test_a_shallow_clone_says_what_it_lacks(
    cli: Cli, repository: Repository, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(clone))
    result = cli("log", "quality", "--dir", str(clone / "termsets"))
    assert result.code == 0
    assert "has changed in the commits of this clone." in result.out
    assert result.out.endswith("git fetch --unshallow.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["quality", "--since", "x\x1b[31m"], "no commit “x␛[31m” in this repository"),
        (["quality", "--since", "HEAD", "--since-agreed"], "either --since or --since-agreed"),
        (["quality", "--partner", "zuid"], "No partner “zuid”"),
        (["trust"], "No term “trust”"),
        (["quality", "--set", "nix"], "No set “nix”"),
    ],
)
def test_what_is_not_there_is_named(
    cli: Cli, repository: Repository, words: list[str], told: str
) -> None:
    result = cli("log", *words)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert result.err.count("\n") == 1


def test_outside_a_repository_and_without_git(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    result = cli("log", "trust", "--set", "demo-en")
    assert (result.code, result.out) == (2, "")
    assert "demo-en” is not in a git repository" in result.err
    monkeypatch.setenv("PATH", str(here))
    result = cli("log", "trust", "--set", "demo-en")
    assert (result.code, result.out) == (2, "")
    assert "There is no git on this computer" in result.err


def test_colours_come_on_top_of_signs(here: Path, repository: Repository) -> None:
    terminal = shown(here, "log", "quality")
    assert terminal.status == 0
    assert "That nothing goes {+badly+} wrong." in terminal.text
    assert re.search(rb"\x1b\[48;5;151m(\x1b\[\d+m)*\{\+badly\+\}\x1b\[0m", terminal.raw)
    plain = shown(here, "log", "quality", env={"NO_COLOR": "1"})
    assert plain.text == terminal.text
    assert b"\x1b" not in plain.raw


@pytest.mark.parametrize("columns", [30, 60])
def test_lines_fit_the_terminal(here: Path, repository: Repository, columns: int) -> None:
    repository.said("noord", "That we take the time, " * 8)
    terminal = shown(here, "log", "quality", columns=columns, env={"NO_COLOR": "1"})
    assert max(map(len, terminal.raw.decode().splitlines())) <= columns


def test_no_other_library_is_loaded(repository: Repository) -> None:
    code = (
        "import sys\nfrom glossary.cli.main import run\nassert run(['log', 'quality']) == 0\n"
        "sys.stderr.write(' '.join({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stderr.split()).isdisjoint(HEAVY)
