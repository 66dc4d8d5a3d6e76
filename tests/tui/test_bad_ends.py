"""When the program ends badly: nothing that was typed is lost, and one sentence says so."""

import signal
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.paper import paper
from tests.tui.test_real_terminal import assert_restored

START = "from glossary.__main__ import main; main()"
MISTAKES = {
    "action": """
from glossary.tui.screens.entry import EntryScreen
def action_next_partner(self): raise RuntimeError("a mistake of ours")
EntryScreen.action_next_partner = action_next_partner
""",
    "worker": """
from glossary.tui.screens.entry import EntryScreen
from textual import work
@work(thread=True)
def action_next_partner(self): raise RuntimeError("a mistake of ours")
EntryScreen.action_next_partner = action_next_partner
""",
    "message": """
from glossary.tui.screens.entry import EntryScreen
def later(self): raise RuntimeError("a mistake of ours")
EntryScreen.action_next_partner = lambda self: self.call_later(later, self)
""",
}
NO_DISK = """
import resource, signal
from glossary.tui.screens.entry import EntryScreen
def fill(self): resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
EntryScreen.action_next_partner = fill
"""


def typing(folder: Path, code: str, **env: str) -> Terminal:
    """The program with some code run before it, on the entry screen of the first partner."""
    argv = [sys.executable, "-c", code + START, "--language", "en", str(folder)]
    terminal = Terminal(argv, cwd=folder.parent, env={"TMPDIR": str(folder.parent), **env})
    terminal.wait_for("kwaliteit")
    terminal.press("e")
    terminal.wait_for("Whose definition do you type?")
    terminal.press("enter")
    terminal.wait_for("Next partner")
    return terminal


def last_words(terminal: Terminal) -> str:
    """What stands on the ordinary screen after the program: one line."""
    said = terminal.raw.rpartition(b"\x1b[?1006l")[2].decode()
    assert said.count("\n") == 1
    return said


def reports(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in folder.glob("glossary-*.txt")]


@pytest.fixture
def keten(tmp_path: Path) -> Path:
    folder = tmp_path / "termsets"
    folder.mkdir()
    return paper(folder)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_of_ours_costs_no_words(keten: Path, tmp_path: Path, mistake: str) -> None:
    with typing(keten.parent, MISTAKES[mistake]) as terminal:
        terminal.press("Dat iemand luistert.", "ctrl+n")
        assert terminal.wait_exit() == 2
        assert "mistake of its own. What you typed is saved" in last_words(terminal)
        assert_restored(terminal.raw)
    school = (keten / "partners" / "de-haven.toml").read_text(encoding="utf-8")
    assert 'meaning = "Dat iemand luistert."' in school
    (report,) = reports(tmp_path)
    assert "RuntimeError: a mistake of ours" in report
    assert "luistert" not in report


def test_words_that_could_not_be_saved_at_the_end_are_kept_for_the_next_start(
    keten: Path, tmp_path: Path
) -> None:
    with typing(keten.parent, "") as terminal:
        break_file(keten)
        terminal.press("Dat iemand luistert.")
        terminal.wait_for("Not saved, but kept apart meanwhile:")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 2
        assert "It is kept, and asked about at the next start." in last_words(terminal)
    assert not reports(tmp_path)


def test_a_mistake_of_ours_leaves_words_that_cannot_be_saved_in_the_journal(
    keten: Path, tmp_path: Path
) -> None:
    with typing(keten.parent, MISTAKES["action"]) as terminal:
        break_file(keten)
        terminal.press("Dat iemand luistert.", "ctrl+n")
        assert terminal.wait_exit() == 2
        said = last_words(terminal)
        assert "mistake of its own. What you typed last could not be saved. It is kept" in said
    (report,) = reports(tmp_path)
    assert "luistert" not in report


def break_file(keten: Path) -> None:
    (keten / "partners" / "de-haven.toml").write_text("this is = = not TOML")


def test_words_that_can_be_saved_nowhere_at_the_end_stand_in_a_report(
    keten: Path, tmp_path: Path
) -> None:
    with typing(keten.parent, "", GLOSSARY_STATE_DIR="") as terminal:
        file = keten / "partners" / "de-haven.toml"
        elsewhere = file.rename(tmp_path / "elsewhere.toml")
        file.symlink_to(elsewhere)
        terminal.press("Dat iemand luistert.")
        terminal.wait_for("Not saved, and on this screen alone")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 2
        assert "could not be saved. It stands here: /" in last_words(terminal)
    (report,) = reports(tmp_path)
    assert "Dat iemand luistert." in report
    assert "luistert" not in elsewhere.read_text(encoding="utf-8")


def test_where_nothing_can_be_written_the_words_themselves_are_said(keten: Path) -> None:
    with typing(keten.parent, NO_DISK) as terminal:
        terminal.press("ctrl+n", "Dat iemand luistert.")
        terminal.wait_for("Not saved, and on this screen alone")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 2
        assert "It stands here: Dat iemand luistert." in last_words(terminal)
    assert not reports(keten.parent.parent)
