"""No command shows what partners wrote before the reveal."""

from pathlib import Path

import pytest

from glossary.formats.registry import EXPORTERS
from tests.blind import REVEALED, SECRETS, TERM, leaks, planted
from tests.cli.conftest import Cli
from tests.formats.exporting import readable
from tests.tui.paper import git

COMMANDS = (
    ("status",),
    ("status", "--json"),
    ("compare", TERM),
    ("compare", TERM, "--plain"),
    ("compare", TERM, "--json"),
    ("show", TERM),
    ("status", "--plain"),
    ("session", "--plain"),
    ("log", TERM, "--plain"),
    ("overlaps",),
    ("overlaps", "--json"),
    ("log", TERM),
    ("log", TERM, "--json"),
    ("log", TERM, "--partner", "Delta"),
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("check", "--merge"),
    ("fmt", "--check"),
    ("export", "markdown", "--style", "glossary"),
    ("export", "markdown", "--style", "table"),
    *(("export", name) for name, one in EXPORTERS.items() if one.is_text),
    ("export", "csv", "--style", "nl-sbb"),
    ("export", "csv", "--partner", "Delta"),
    ("scan", "plan.md"),
    ("scan", "plan.md", "--format", "json"),
    ("scan", "plan.md", "--format", "github"),
    ("position", TERM, "consent", "--partner", "Delta"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_word_of_a_blind_round_is_printed(
    here: Path, cli: Cli, command: tuple[str, ...]
) -> None:
    planted(here / "termsets")
    (here / "plan.md").write_text(f"Wij werken aan {TERM}.\n", encoding="utf-8")
    # In the history as well, where `log` reads it.
    git(here / "termsets", "add", ".")
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    git(here / "termsets", *who, "commit", "-qm", "blind")
    done = cli(*command)
    assert leaks(done.out + done.err) == []


@pytest.mark.parametrize(
    "command",
    [("vale",), ("xlsx",), ("xlsx", "--style", "form"), ("xlsx", "--style", "nl-sbb")],
    ids=" ".join,
)
def test_no_word_of_a_blind_round_is_in_a_file(
    here: Path, cli: Cli, command: tuple[str, ...]
) -> None:
    planted(here / "termsets")
    done = cli("export", *command, "-o", "words")
    assert leaks(done.out + done.err + readable(Path("words").read_bytes())) == []


def test_the_words_are_there_after_the_reveal(here: Path, cli: Cli) -> None:
    planted(here / "termsets", REVEALED)
    assert len(leaks(cli("export", "json").out)) > len(SECRETS) // 2
