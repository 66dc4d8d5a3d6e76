"""`glossary session` by real keys in a real terminal: walk the phases, be killed, come back."""

import re
import signal
import ssl
import sys
import tomllib
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from glossary.store.folder import FolderStore
from tests.terminal import Terminal
from tests.tui.leading import unspoken

ROOT = Path(__file__).parents[1]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with a set of which nobody said anything yet."""
    (tmp_path / "termsets").mkdir()
    FolderStore(tmp_path / "termsets").create(unspoken(2))
    return tmp_path


def program(room: Path, *words: str) -> Terminal:
    argv = [sys.executable, "-m", "glossary", "--language", "en", "session", *words]
    return Terminal(argv, cwd=room, env={"PYTHONPATH": str(ROOT)})


def phase(room: Path, term: str) -> str:
    file = room / "termsets" / "sample" / "agreements" / f"{term}.toml"
    return str(tomllib.loads(file.read_text(encoding="utf-8"))["phase"])


def test_phases_are_walked_by_keys_and_a_killed_session_opens_where_it_was(room: Path) -> None:
    with program(room, "sample") as terminal:
        terminal.wait_for("Today 3 terms")
        terminal.press("enter")
        terminal.wait_for("0 min of 90 min")
        terminal.press("enter")
        terminal.wait_for("means by trust")
        terminal.wait_for("6 min")
        terminal.press("That we keep our word.", "ctrl+n")
        terminal.wait_for("Delta Care Group ·")
        terminal.press("That we say it early.", "ctrl+g")
        terminal.wait_for("n Next: Compare")
        terminal.press("n")
        terminal.wait_for("n Next phase")
        assert phase(room, "trust") == "compare"
        terminal.press("ctrl+g")
        terminal.wait_for("4 Draft")
        terminal.press("4")
        terminal.wait_for("What we mean together")
        terminal.press("We keep our word, or say so early.", "ctrl+g")
        terminal.wait_for("5 Consent")
        terminal.press("5")
        terminal.wait_for("Stand aside")
        assert phase(room, "trust") == "consent"
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    with program(room, "sample") as terminal:
        terminal.wait_for("Stand aside")
        terminal.wait_for("TRUST")
        terminal.press("esc")
        terminal.wait_for("● trust")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    session = tomllib.loads((room / "termsets" / "sample" / "session.toml").read_text())
    assert session["current"] == "trust"
    assert "since" not in session


def test_of_several_sets_the_named_one_opens_and_an_unknown_one_is_a_sentence(room: Path) -> None:
    store = FolderStore(room / "termsets")
    other = unspoken(2)
    store.create(replace(other, id="other", vocabulary=replace(other.vocabulary, title="Other")))
    with program(room, "other") as terminal:
        terminal.wait_for("Prepare the session")
        terminal.wait_for("Other")
        terminal.press("esc")
        terminal.wait_for("Find:")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with program(room, "otter") as terminal:
        terminal.wait_for("No set “otter”")
        assert terminal.wait_exit() == 2


def test_a_set_that_cannot_be_read_whole_is_told_on_the_list(room: Path) -> None:
    (room / "termsets" / "sample" / "session.toml").write_text("this is = = not TOML")
    with program(room) as terminal:
        terminal.wait_for("Today 3 terms")
        terminal.press("enter")
        terminal.wait_for("session.toml")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def test_with_tls_the_room_for_phones_has_the_certificate_that_it_shows(room: Path) -> None:
    pytest.importorskip("cryptography")
    with program(room, "sample", "--tls") as terminal:
        for wanted, *keys in (
            ("Today 3 terms", "enter"),
            ("0 min of 90 min", "ctrl+g"),
            ("Phones", "m"),
            ("With a certificate: nobody overhears", "end", "enter"),
        ):
            terminal.wait_for(wanted)
            terminal.press(*keys)
        text = " ".join(terminal.wait_for("https://127.0.0.1:").split())
        (port,) = re.findall(r"https://127\.0\.0\.1:(\d+)", text)
        pem = ssl.get_server_certificate(("127.0.0.1", int(port)))
        digest = sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest().upper()
        assert digest[:32] in re.sub(r"[^0-9A-F]", "", text.partition("SHA-256")[2])
