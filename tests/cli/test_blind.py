"""No command shows what partners wrote before the reveal."""

from pathlib import Path

import pytest

from glossary.formats.registry import EXPORTERS
from tests.blind import OPENED, REVEALED, SECRETS, TERM, leaks, planted
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
    ("candidates", "plan.md", "koers.md"),
    ("candidates", "plan.md", "koers.md", "--json"),
    ("position", TERM, "consent", "--partner", "Delta"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_word_of_a_blind_round_is_printed(
    here: Path, cli: Cli, command: tuple[str, ...]
) -> None:
    planted(here / "termsets")
    for plan in ("plan.md", "koers.md"):
        (here / plan).write_text(f"Wij werken aan {TERM} en veiligheid.\n", encoding="utf-8")
    _commit(here)
    done = cli(*command)
    assert leaks(done.out + done.err) == []


def _commit(here: Path) -> None:
    """In the history as well, where `log` reads it."""
    git(here / "termsets", "add", ".")
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    git(here / "termsets", *who, "commit", "-qm", "blind")


@pytest.mark.parametrize(
    "command",
    [("compare", TERM), ("compare", TERM, "--json"), ("show", TERM), ("log", TERM)],
    ids=" ".join,
)
def test_nor_where_nobody_can_tell_whether_it_was_revealed(
    here: Path, cli: Cli, command: tuple[str, ...]
) -> None:
    keten = planted(here / "termsets", f"{OPENED}<<<<<<< HEAD\n")
    session = f'format = 1\ndate = 2026-11-23\nterms = ["{TERM}"]\n'
    (keten / "session.toml").write_text(session, encoding="utf-8")
    _commit(here)
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


@pytest.mark.parametrize("wish", [(), ("--dry-run",), ("--report", "left.txt"), ("--overwrite",)])
def test_an_import_says_that_words_differ_and_not_which(
    here: Path, cli: Cli, wish: tuple[str, ...]
) -> None:
    for partner in (planted(here / "termsets") / "partners").iterdir():
        # An import refuses a set with errors.
        partner.write_text(partner.read_text("utf-8").replace('lenses = ["foutloos"]', ""), "utf-8")
    rows = (
        "partner;term;definition;boundary case;answer",
        "Delta;kwaliteit;Iets anders.;;",
        "Delta;kwaliteit;;Het dossier klopt, maar kwam te laat.;yes",
    )
    Path("rows.csv").write_text("\n".join(rows), "utf-8")
    done = cli("import", "csv", "rows.csv", "--set", "keten", *wish)
    report = Path("left.txt").read_text("utf-8") if "--report" in wish else ""
    assert done.code == (0 if "--overwrite" in wish else 1)
    assert leaks(done.out + done.err + report) == []
    assert "depends" not in done.out + report
    assert ("not shown before the reveal" in done.out) is ("--overwrite" not in wish)


def test_the_words_are_there_after_the_reveal(here: Path, cli: Cli) -> None:
    planted(here / "termsets", REVEALED)
    assert len(leaks(cli("export", "json").out)) > len(SECRETS) // 2
