"""Somebody who types word after word in the real program, and remembers when."""

import signal
import sys
import time
import tomllib
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal import Terminal

TERMSET = """\
format = 1
title = "Keten"
language = "nl"

[terms.kwaliteit]
label = "kwaliteit"
"""
PARTNER = """\
# Beheerd door het team Kwaliteit.
format = 1
name = "Gemeente Noord"
short = "Noord"

[definitions.kwaliteit]
meaning = "Begin."  # eerste zin
example = "voorbeeld 0"

[ratings.kwaliteit]
know_before = 2
"""


def lay(folder: Path) -> Path:
    """A set of one term and one partner; gives the partner's file."""
    file = folder / "termsets" / "keten" / "partners" / "noord.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    (file.parents[1] / "termset.toml").write_text(TERMSET, encoding="utf-8")
    file.write_text(PARTNER, encoding="utf-8")
    return file


def meaning(file: Path) -> str:
    """What the partner means, in its file."""
    found = tomllib.loads(file.read_text(encoding="utf-8"))["definitions"]["kwaliteit"]["meaning"]
    assert isinstance(found, str)
    return found


class Typist:
    """The program on a set, with the form of its partner opened by `open_form`."""

    def __init__(self, file: Path, *, columns: int = 80, rows: int = 24) -> None:
        folder = file.parents[2]
        argv = [sys.executable, "-m", "glossary", "--language", "en", str(folder)]
        self.terminal = Terminal(argv, cwd=folder.parent, columns=columns, rows=rows)
        self.words: list[str] = []
        self._pressed: list[float] = []

    def __enter__(self) -> Self:
        self.terminal.wait_for(" partner")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.terminal.__exit__(kind, error, trace)

    def open_form(self, seen: str = "means by") -> None:
        """Go to the form of the partner; wait for what is expected there."""
        self.terminal.press("e")
        self.terminal.wait_for(seen)

    def type(self, count: int = 1) -> None:
        """Type that many words, each letter as soon as the one before it is on the screen."""
        for _each in range(count):
            word = f"w{len(self.words):04}"
            self.terminal.press(" ")
            self._pressed.append(time.monotonic())
            self.words.append(word)
            for end, letter in enumerate(word, 1):
                self.terminal.press(letter)
                self.terminal.wait_for(word[:end])

    @property
    def text(self) -> str:
        """All that should be in the file."""
        return " ".join(["Begin.", *self.words])

    def kill(self) -> float:
        """Kill the program; the moment."""
        self.terminal.signal(signal.SIGKILL)
        moment = time.monotonic()
        assert self.terminal.wait_exit() == -signal.SIGKILL
        return moment

    def lost(self, kept: str, moment: float) -> tuple[int, float]:
        """How many of the words are not in a text, and the age in seconds of the oldest."""
        assert self.text.startswith(kept)
        pressed = self._pressed[sum(word in kept for word in self.words) :]
        return len(pressed), moment - pressed[0] if pressed else 0.0
