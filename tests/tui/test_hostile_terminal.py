"""Whatever people put into files, in a real terminal: every byte there is the program's own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.domain import TermSet, has_unseen
from glossary.store.folder import FolderStore
from tests.hostile import in_a_file, texts
from tests.terminal import Terminal
from tests.tui.test_hostile import hostile_set
from tests.tui.test_real_terminal import LEAVE_ALTERNATE_SCREEN, program

pytestmark = pytest.mark.faults

# What a terminal acts on: sequences that begin with an escape, of any kind.
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|.)", re.S)
# Where a cursor goes, and in which colour, differs with every text.
_DRAWING = re.compile(rb"\x1b\[[\d;]*[mHC]")
# An escape and what follows it at once would be one key.
_WALK: tuple[tuple[str, str | Callable[[str], bool]], ...] = (
    ("/", "Find:"),
    ("z", "Find: z"),
    ("esc", "q Stop"),
    ("enter", "■"),
    ("m", "n Next"),
    ("w", lambda text: "n Next" not in text),
    ("esc", "n Next"),
    ("f1", "A conversation card"),
    ("esc", "n Next"),
    ("esc", "Find:"),
    ("o", "esc Back"),
    ("esc", "Find:"),
    ("x", "Write the set"),
    ("esc", "Find:"),
    ("e", "Whose definition"),
    ("enter", "Save"),
    ("esc", "Find:"),
    ("a", "Save"),
    ("f5", "consent"),
    ("f6", "Nothing is recorded"),
    ("esc", "Find:"),
    ("ctrl+p", "Find a command"),
    ("esc", "Find:"),
)


def _walked(folder: Path, termset: TermSet) -> bytes:
    """All bytes of a walk along the screens, until the program leaves them."""
    folder.mkdir()
    FolderStore(folder).create(termset)
    with program(folder, columns=120, rows=30) as terminal:
        terminal.wait_for("q Stop")
        _walk(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        return terminal.raw[: terminal.raw.rindex(LEAVE_ALTERNATE_SCREEN)]


def _walk(terminal: Terminal) -> None:
    for key, seen in _WALK:
        terminal.press(key)
        terminal.wait_for(seen)


def _acted_on(raw: bytes) -> set[bytes]:
    return {found for found in _SEQUENCE.findall(raw) if not _DRAWING.fullmatch(found)}


def test_no_byte_of_theirs_reaches_the_terminal(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    own = _acted_on(_walked(tmp_path / "plain", hostile_set("word")))
    for number, text in enumerate(map(in_a_file, texts())):
        raw = _walked(tmp_path / f"{number}", hostile_set(text))
        assert _acted_on(raw) <= own, text
        shown = _SEQUENCE.sub(b"", raw).decode()
        assert not has_unseen(shown.replace("\r", "")), text
        assert text.encode() not in raw or not has_unseen(text)
    figure(f"markup: {len(texts())} texts x {len(_WALK)} steps in a real terminal: 0 raw bytes")
