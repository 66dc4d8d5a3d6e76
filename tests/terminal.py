"""A real pseudo-terminal with an emulated screen: press keys, wait for what a user would see."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

KEYS = {
    "enter": b"\r",
    "esc": b"\x1b",
    "tab": b"\t",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "end": b"\x1b[F",
    "pagedown": b"\x1b[6~",
    "backspace": b"\x7f",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
}


class Terminal:
    """A command in a terminal of `columns` x `rows`; use it as a context manager.

    `raw` keeps every byte that the command wrote.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.rows = columns, rows
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.status: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            self._become(argv, cwd, dict(env or {}))
        os.set_blocking(self._fd, False)

    def _become(self, argv: Sequence[str], cwd: Path | None, env: dict[str, str]) -> None:
        size = struct.pack("HHHH", self.rows, self.columns, 0, 0)
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        if cwd:
            os.chdir(cwd)
        kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR")}
        kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        os.execvpe(argv[0], list(argv), kept | env)  # the child of a fork

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What the screen shows now, line by line, trailing spaces removed."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Press named keys (see KEYS), "ctrl+x" combinations, or type any other text."""
        for key in keys:
            if key in KEYS:
                data = KEYS[key]
            elif key.startswith("ctrl+"):
                data = bytes([ord(key[5]) & 0x1F])
            else:
                data = key.encode()
            os.write(self._fd, data)

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size."""
        self.columns, self.rows = columns, rows
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def wait_for(self, seen: str | Callable[[str], bool], timeout: float = 30.0) -> str:
        """Wait until `seen` is on the screen (or holds of its text); the screen's text."""
        ok = (lambda text: seen in text) if isinstance(seen, str) else seen
        end = time.monotonic() + timeout
        while self._is_painting or not ok(self.text):
            if time.monotonic() > end or not self._pump(end - time.monotonic()):
                message = f"never saw {seen!r} on:\n{self.text}"
                raise AssertionError(message)
        return self.text

    def wait_exit(self, timeout: float = 30.0) -> int:
        """Wait until the command has closed the terminal and ended; its exit code."""
        end = time.monotonic() + timeout
        while self._pump(end - time.monotonic()):
            pass
        if time.monotonic() > end:
            message = f"still running:\n{self.text}"
            raise AssertionError(message)
        _, status = os.waitpid(self.pid, 0)
        self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def signal(self, number: int) -> None:
        """Send a signal to the command."""
        os.kill(self.pid, number)

    def _pump(self, timeout: float) -> bool:
        """Read what came in; False when the command closed the terminal or time is up."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, timeout))
        if not ready:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        if b"\x1b[?2026$p" in data:
            os.write(self._fd, b"\x1b[?2026;2$y")
        self.raw += data
        self.show(data)
        return bool(data)

    @property
    def _is_painting(self) -> bool:
        """Half a frame has come in: a real terminal shows it once it is whole."""
        return self.raw.rfind(b"\x1b[?2026h") > self.raw.rfind(b"\x1b[?2026l")

    def show(self, data: bytes) -> None:
        """Draw what came in; who counts frames rather than reading them may do without."""
        self._stream.feed(data)
