"""What others run by themselves: the hooks for pre-commit and the workflow for stewards."""

import re
from pathlib import Path

import pytest

from glossary.domain.text import fingerprint
from tests.cli.conftest import Cli
from tests.git.repository import Repository

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def merge(here: Path) -> Repository:
    """A set of which HEAD is a merge, and not one finding."""
    made = Repository(here)
    made.start()
    made.git("branch", "theirs")
    made.said("noord", "That nothing goes wrong for whoever comes to us.")
    made.git("checkout", "--quiet", "theirs")
    made.said("delta", "That somebody listens to whoever comes in.")
    made.git("merge", "--quiet", "--no-edit", "main")
    return made


def _hooks() -> list[dict[str, str]]:
    """The hooks: one value a line, so that no YAML has to be read."""
    text = (_ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    blocks = text.split("- id: ")[1:]
    return [dict(re.findall(r"^ *(\w+): (.+)$", f"id: {block}", re.MULTILINE)) for block in blocks]


def test_the_hooks_are_commands_for_the_files_of_sets(cli: Cli, merge: Repository) -> None:
    assert [hook["id"] for hook in _hooks()] == ["glossary-check", "glossary-fmt"]
    files = [path.relative_to(merge.folder).as_posix() for path in merge.set.rglob("*.toml")]
    assert len(files) == 3
    for hook in _hooks():
        wanted = re.compile(hook["files"])
        assert all(wanted.search(file) for file in files)
        assert not wanted.search("pyproject.toml")
        program, *words = hook["entry"].split()
        args = re.findall(r"[\w/]+", hook.get("args", ""))
        given = [] if hook.get("pass_filenames") == "false" else files
        assert program == "glossary"
        assert cli(*words, *args, *given).code == 0


def test_the_workflow_for_stewards_passes_on_a_right_merge(cli: Cli, merge: Repository) -> None:
    guide = (_ROOT / "docs" / "steward.md").read_text("utf-8")
    commands = re.findall(r"^ +- run: glossary (.+)$", guide, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        result = cli(*command.split())
        assert (result.code, result.out) == (0, ""), result.err


def test_an_agreed_meaning_that_changes_is_told_and_stops_nothing(
    cli: Cli, merge: Repository
) -> None:
    then = fingerprint("That nothing goes wrong for whoever comes to us.")
    merge.draft(
        "Nothing goes wrong.",
        '\n[outcome]\nkind = "shared"\ndate = 2026-11-28\n'
        f'\n[outcome.meanings]\nnoord = "{then}"\n'
        f'delta = "{fingerprint("That somebody listens to whoever comes in.")}"\n',
    )
    merge.said("noord", "That hardly anything goes wrong for whoever comes to us.")
    told = "“quality” was agreed on 28 November 2026; since then Noord changed its meaning."
    result = cli("check", "--fail-on", "error")
    assert (result.code, result.err) == (0, "glossary: 1 finding.\n")
    assert f"warning: {told} " in result.out
    assert "glossary log quality --since-agreed" in result.out
    assert f"::{told}" in cli("check", "--fail-on", "error", "--format", "github").out
    assert cli("check").code == 1
    merge.write("partners/delta.toml", "broken")
    assert cli("check", "--fail-on", "error").code == 1
    # What Noord did is told all the same, and of Delta nothing is made up.
    assert told in cli("check").out
    merge.git("checkout", "--", "termsets/region/partners/delta.toml")
    assert f"{told}\nAgreed wording: “Nothing goes wrong.”" in cli("compare", "quality").out
    assert (
        f"{told}\nAgreed wording: “Nothing goes wrong.”" in cli("compare", "quality", "--plain").out
    )
    assert cli("status").out.endswith("\tNoord changed its meaning\n")
    assert "Look at it again: Noord changed its meaning" in cli("status", "--plain").out
