"""A session by real keys in a real terminal: find, compare, define, take positions, export."""

import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parents[1]
DELTA = Path("termsets/demo-en/partners/delta-care-group.toml")
TYPED = " And we [red]ask[/red] first. "


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with the demo in it, as a git repository."""
    shutil.copytree(ROOT / "termsets" / "demo-en", tmp_path / "termsets" / "demo-en")
    for command in ("init -q", "add -A", "-c user.name=a -c user.email=a@b commit -qm start"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


@pytest.fixture
def terminal(room: Path) -> Iterator[Terminal]:
    """The program, started in that folder, with its list on the screen."""
    env = {"LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
    with Terminal([sys.executable, "-m", "glossary"], cwd=room, env=env) as opened:
        opened.wait_for("? Help")
        yield opened


def _changed_lines(room: Path) -> list[str]:
    diff = subprocess.run(
        ["git", "diff", "-U0"], cwd=room, check=True, capture_output=True, text=True
    ).stdout
    return [
        line
        for line in diff.splitlines()
        if line[:1] in "+-" and not line.startswith(("+++", "---"))
    ]


def _is_restored(terminal: Terminal) -> bool:
    """Whether the program left the other screen, showed the cursor and let the mouse go."""
    end = terminal.raw[-400:]
    return all(code in end for code in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"))


def test_a_partner_changes_its_definition_and_only_that(terminal: Terminal, room: Path) -> None:
    terminal.press("/", "quality", "enter")
    terminal.wait_for("What to talk about?")
    terminal.wait_for("1 Delta Care Group")
    assert "3 Waterside Council" in terminal.text

    terminal.press("e")
    terminal.wait_for("Whose definition do you type?")
    terminal.press("enter")
    terminal.wait_for("means by quality:")
    terminal.press(TYPED, "ctrl+s")
    terminal.wait_for("Saved")
    terminal.press("esc")
    terminal.wait_for("What to talk about?")
    assert "[red]ask[/red]" in terminal.text.replace("+ ", "")

    meaning = tomllib.loads((room / DELTA).read_text())["definitions"]["quality"]["meaning"]
    assert meaning.endswith(TYPED.rstrip())
    changed = _changed_lines(room)
    assert {line[1:].split(" = ")[0] for line in changed} == {"meaning", "updated"}
    assert len(changed) == 4


def test_positions_on_a_draft_and_the_export(terminal: Terminal, room: Path) -> None:
    terminal.press("/", "partnership", "enter")
    terminal.wait_for("partners 1–")
    terminal.press("a")
    terminal.wait_for("What we mean together:")
    terminal.press("We share the risk before we share the profit.", "ctrl+n")
    terminal.wait_for("a Stand aside")
    terminal.press("1")
    terminal.wait_for("✓ Consent")
    terminal.press("2")
    terminal.wait_for("Concern. Why?")
    terminal.press("Who pays when it fails?", "enter")
    terminal.wait_for("~ Concern")
    terminal.press("1")
    terminal.wait_for("Who pays when it fails?")
    terminal.press("ctrl+n")
    terminal.wait_for("Record this")

    terminal.press("esc")
    terminal.wait_for("partners 1–")
    terminal.press("esc")
    terminal.wait_for("consented")
    # Escape and a letter in one breath would be Alt and that letter.
    terminal.press("esc")
    terminal.wait_for("x Minutes")
    terminal.press("x")
    terminal.wait_for("Write the set to this file")
    terminal.press("enter")
    terminal.wait_for("Written to")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert _is_restored(terminal)

    agreement = tomllib.loads((room / "termsets/demo-en/agreements/partnership.toml").read_text())
    assert agreement["draft"]["wording"] == "We share the risk before we share the profit."
    stands = {
        path.stem: tomllib.loads(path.read_text())["positions"]["partnership"]["position"]
        for path in (room / "termsets/demo-en/partners").glob("*.toml")
    }
    assert sorted(stands.values()) == ["concern", "consent", "consent"]
    minutes = next(room.glob("demo-en-20*.md")).read_text()
    assert "We share the risk before we share the profit." in minutes
    assert minutes.index("trust") < minutes.index("We share the risk")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_what_was_typed_and_restores_the_terminal(
    terminal: Terminal, room: Path, number: signal.Signals
) -> None:
    terminal.press("e")
    terminal.wait_for("Whose definition do you type?")
    terminal.press("enter")
    terminal.wait_for("means by")
    terminal.press(TYPED)
    terminal.wait_for("ask")
    terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert _is_restored(terminal)
    assert any("[red]ask[/red]" in line for line in _changed_lines(room))


def test_a_narrow_window_says_so_and_comes_back(terminal: Terminal) -> None:
    terminal.resize(20, 5)
    terminal.wait_for(lambda text: "larger: 40 by 10" in text and "quality" not in text)
    terminal.resize(80, 24)
    terminal.wait_for("quality")
