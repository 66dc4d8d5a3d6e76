"""Time the frames that a program paints in a real terminal."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from tests.terminal import Terminal

FRAME_END = b"\x1b[?2026l"
# Without a frame for so many seconds the screen has settled; a cursor may blink twice a second.
_QUIET = 0.3


class Stopwatch(Terminal):
    """A terminal that notes when each frame was complete; nothing is drawn."""

    def __init__(self, argv: Sequence[str], *, columns: int = 80, rows: int = 24) -> None:
        self.frames: list[float] = []
        self._end = b""
        self._began = time.perf_counter()
        root = Path(__file__).parents[2]
        env = {"PYTHONPATH": str(root), "LANGUAGE": "en"}
        super().__init__(argv, columns=columns, rows=rows, env=env)

    def show(self, data: bytes) -> None:
        """Note the time when a frame ends in these bytes."""
        if FRAME_END in self._end + data:
            self.frames.append(time.perf_counter())
        self._end = data[-len(FRAME_END) + 1 :]

    def first_paint(self, words: str) -> float:
        """Milliseconds from the start to the first complete frame that shows `words`."""
        wanted = words.encode()
        while FRAME_END not in self.raw[self.raw.find(wanted) :] or wanted not in self.raw:
            if not self._pump(120):
                raise AssertionError(self.raw[-500:])
        return (self.frames[-1] - self._began) * 1000

    def settle(self, least: float = _QUIET) -> None:
        """Wait until nothing has been painted for a while."""
        end = time.perf_counter() + least
        while (rest := end - time.perf_counter()) > 0:
            if self._pump(rest):
                end = time.perf_counter() + least

    def press_timed(self, key: str) -> tuple[float, float]:
        """Milliseconds from a key to the first and to the last frame that it causes."""
        return self._timed(lambda: self.press(key))

    def resize_timed(self, columns: int, rows: int) -> tuple[float, float]:
        """Milliseconds from another size to the first and to the last frame."""
        return self._timed(lambda: self.resize(columns, rows))

    def _timed(self, act: Callable[[], None]) -> tuple[float, float]:
        self.frames.clear()
        start = time.perf_counter()
        act()
        while not self.frames:
            if not self._pump(60):
                raise AssertionError(self.raw[-500:])
        self.settle()
        return (self.frames[0] - start) * 1000, (self.frames[-1] - start) * 1000

    @property
    def peak(self) -> float:
        """The most memory that the program had resident until now, in MB."""
        return peak_memory(self.pid)


def peak_memory(pid: int) -> float:
    """The most memory that a running process had resident, in MB; at present, where not known."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return float(psutil.Process(pid).memory_info().rss) / 1e6


def program(folder: Path) -> list[str]:
    """The command that opens a folder of sets."""
    return [sys.executable, "-m", "glossary", str(folder)]


def bare(*words: str) -> list[str]:
    """The command that opens the bare Textual app."""
    return [sys.executable, str(Path(__file__).with_name("bare.py")), *words]
