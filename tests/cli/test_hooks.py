"""What others run by themselves: the hooks for pre-commit and the workflow for stewards."""

import re
from pathlib import Path

import pytest

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
