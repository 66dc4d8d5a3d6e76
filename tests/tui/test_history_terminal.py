"""The history of a term in a real terminal, in every place that a folder of sets can be in."""

import sys
from pathlib import Path

import pytest

from tests.git.repository import TERMSET, Repository
from tests.terminal import Terminal

# Written as TOML escapes, so that the file itself is plain text.
PAYLOADS = {
    r"\u001b]52;c;aGVsbG8=\u0007": b"\x1b]52;c;aGVsbG8=",
    r"\u001b]0;owned\u0007": b"\x1b]0;owned",
    r"\u001b[31mred": b"\x1b[31mred",
    r"\u001b[2J\u001b[3;3Hhere": b"\x1b[2J\x1b[3;3Hhere",
    r"\u009b31mcsi": "\x9b31mcsi".encode(),
    r"\u202egnp.exe": "\u202e".encode(),
    r"\u200bzero": "\u200b".encode(),
    r"bell\u0007": b"bell\x07",
    r"[@click=app.quit]press[/]": b"\x1b]8;",
}


def program(folder: Path, path: str = "") -> Terminal:
    """The program on the sets of a folder; `path` is where it looks for git."""
    argv = [sys.executable, "-m", "glossary", "--language", "en", str(folder / "termsets")]
    env = {"GIT_CEILING_DIRECTORIES": str(folder.parent)} | ({"PATH": path} if path else {})
    return Terminal(argv, cwd=folder, env=env)


def shown(terminal: Terminal, *signs: str) -> str:
    """Opens the history of the one term; the screen once it shows all of these."""
    terminal.wait_for("quality")
    terminal.press("h")
    text = terminal.wait_for(lambda text: all(sign in text for sign in signs))
    assert "Traceback" not in text
    return text


def stop(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Three commits, of which two are about the term."""
    made = Repository(tmp_path / "project")
    made.start()
    made.said("noord", "That nothing goes wrong.")
    made.said("noord", "That little goes wrong.")
    return made


def test_in_a_repository_with_commits(repository: Repository) -> None:
    repository.draft("We take care.", '\n[outcome]\nkind = "shared"\n')
    repository.commit("Agree")
    with program(repository.folder) as terminal:
        shown(terminal, "Agree", "[-nothing-] {+little+}", "Noord · Meaning · new")
        terminal.press("2")
        terminal.wait_for("Nothing about this term has changed since.")
        terminal.press("1")
        terminal.wait_for("{+little+}")
        terminal.press("down", "3")
        terminal.wait_for(lambda text: "Since " in text and "Draft · new" in text)
        terminal.press("n")
        terminal.wait_for("Nothing that Noord says about this term has changed since.")
        terminal.press("esc")
        terminal.wait_for("Find:")
        stop(terminal)


def test_in_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=2", f"file://{repository.folder}", str(clone))
    with program(clone) as terminal:
        text = shown(terminal, "{+little+}", "Older commits are not in this clone.")
        assert "Noord · Meaning · new" not in text
        stop(terminal)


def test_in_a_worktree(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    Repository(tmp_path / "tree").said("noord", "That few things go wrong.")
    with program(tmp_path / "tree") as terminal:
        shown(terminal, "few things go+}", "{+little+}")
        stop(terminal)
    with program(repository.folder) as terminal:
        assert "few things" not in shown(terminal, "{+little+}")
        stop(terminal)


def test_without_commits(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "project")
    repository.write("termset.toml", TERMSET)
    repository.say("noord", "That nothing goes wrong.")
    with program(repository.folder) as terminal:
        shown(terminal, "▶ not committed yet", "Noord · Meaning · new")
        terminal.press("2")
        terminal.wait_for("has no outcome yet")
        terminal.press("1")
        terminal.wait_for("not committed yet")
        terminal.press("3")
        terminal.wait_for("There is no commit under the cursor")
        stop(terminal)


def test_without_a_repository(repository: Repository) -> None:
    (repository.folder / ".git").rename(repository.folder / "elsewhere")
    with program(repository.folder) as terminal:
        text = shown(terminal, "is not in a git repository", "git init")
        assert "nothing is known of earlier versions" in " ".join(text.split())
        stop(terminal)


def test_without_git(repository: Repository) -> None:
    with program(repository.folder, path=str(repository.folder)) as terminal:
        shown(terminal, "There is no git on this computer", "no history to read.")
        stop(terminal)


def test_nothing_in_a_commit_reaches_the_terminal_as_it_is(repository: Repository) -> None:
    raw = {payload: payload.encode().decode("unicode_escape") for payload in PAYLOADS}
    for number, (escaped, payload) in enumerate(raw.items()):
        repository.say("noord", f"Version {number} {escaped}")
        who = {"GIT_AUTHOR_NAME": f"Ann {payload}"}
        repository.commit(f"Message {number} {payload}", who)
    with program(repository.folder) as terminal:
        shown(terminal, "Message 8")
        for page in range(2, 4):
            terminal.press("space")
            terminal.wait_for(f"page {page}/")
        terminal.press("down", "down", "3")
        terminal.wait_for("Since ")
        stop(terminal)
    for sent in PAYLOADS.values():
        assert sent not in terminal.raw
