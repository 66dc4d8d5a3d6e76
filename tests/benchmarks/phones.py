"""What the screen of the laptop takes while sixty phones answer."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.stopwatch import Stopwatch
from tests.benchmarks.table import Measured
from tests.faults.crowd import FIRST_SEATS, crowd, partners_of
from tests.join.paper import room
from tests.workflow.session.seated import SET

_MODULE = "tests.benchmarks."
_WINDOW = 10.0  # seconds in which every phone answers
# A frame that comes so many milliseconds later belongs to something else, such as the clock.
_LATER = 250.0


def redraws(place: Path, runs: int) -> list[Measured]:
    """From the moment that the program reads changed files to the frame that shows them.

    With the list of phones on the screen, and with what is projected while partners write.
    """
    keys = {"list of phones": (), "collect": ("esc",)}
    found = []
    for name, back in keys.items():
        times: list[float] = []
        for number in range(runs):
            times += _session(place / f"{name}-{number}", back)
        found.append(Measured(f"60 phones answer: {name}", times))
    return found


def _session(place: Path, keys: Sequence[str]) -> list[float]:
    folder, notes = place / "sets", place / "notes"
    folder.mkdir(parents=True)
    room(folder, crowd(FIRST_SEATS, said=False))
    each = len(FIRST_SEATS) // len(partners_of(FIRST_SEATS))
    argv = [sys.executable, "-m", f"{_MODULE}watched", str(notes), str(each)]
    with Stopwatch([*argv, "session", SET, "--dir", str(folder)], columns=120, rows=40) as terminal:
        terminal.first_paint("Organisatie 0")
        for pressed in (("ctrl+g", "m"), ("end", "enter")):
            terminal.settle()
            terminal.press(*pressed)
        _until(terminal, lambda: [*_noted(notes, "open")])
        (opened,) = _noted(notes, "open")
        terminal.settle()
        terminal.press(*keys)
        phones = [sys.executable, "-m", f"{_MODULE}answering", *opened.split(), str(_WINDOW)]
        with subprocess.Popen(phones) as answering:
            _until(terminal, lambda: answering.poll() is not None)
        terminal.settle()
        return list(_first_frames(map(float, _noted(notes, "read")), terminal.frames))


def _noted(notes: Path, word: str) -> Iterator[str]:
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return (line.removeprefix(f"{word} ") for line in lines if line.startswith(word))


def _until(terminal: Stopwatch, is_there: Callable[[], object]) -> None:
    while not is_there():
        terminal.settle(0.05)


def _first_frames(starts: Iterator[float], frames: Sequence[float]) -> Iterator[float]:
    """In milliseconds; what changed nothing on the screen has none."""
    for start in starts:
        taken = (1000 * (frame - start) for frame in frames if frame > start)
        first = next(taken, _LATER)
        if first < _LATER:
            yield first
