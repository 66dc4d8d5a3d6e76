"""Words to standard output and standard error, and what the terminal can do."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from glossary.domain import one_line
from glossary.domain.cells import cell_len

# What stands in where an encoding has no such character.
_NEAREST = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("–—−", "-"),
    "…": "...",
    "→": "->",
    "↔": "<->",
    "←": "<-",
    "·": "-",
    "•": "-",
    "│": "|",
    "\u00a0": " ",
    "€": "EUR",
}
_QUICK = 50  # so many terms are compared before anybody wonders what is happening


def say(text: str = "", *, end: str = "\n") -> None:
    """Print to standard output. What people typed has been made visible by then."""
    _write(sys.stdout, f"{text}{end}")


def say_bytes(data: bytes) -> None:
    """Give standard output bytes that are no text."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def complain(text: str) -> None:
    """Print one sentence to standard error."""
    _write(sys.stderr, f"glossary: {one_line(text)}\n")


def on_terminal() -> bool:
    """Whether somebody reads standard output as it is written."""
    return sys.stdout is not None and sys.stdout.isatty()


def with_colour() -> bool:
    """Whether colours and attributes are welcome (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return on_terminal() and not plain


def few_colours() -> bool:
    """Whether the terminal has sixteen colours, as far as it says."""
    return not os.environ.get("COLORTERM") and "256color" not in os.environ.get("TERM", "")


def width() -> int:
    """Cells per line: the terminal's, COLUMNS, or 80."""
    return shutil.get_terminal_size((80, 24)).columns


def ascii_only() -> bool:
    """Whether standard output cannot carry every character."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return not encoding.lower().replace("_", "-").startswith("utf")


def nearest_written(error: UnicodeError) -> tuple[str, int]:
    """For `codecs`: straight quotes for curly ones, letters without their accents, "?" at last."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_nearest, error.object[error.start : error.end])), error.end


def _nearest(char: str) -> str:
    bare = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return _NEAREST.get(char) or bare or "?"


def say_json(value: object) -> None:
    """Print JSON that any terminal and any encoding can carry."""
    from glossary.formats.json_text import dumps

    say(dumps(value, ascii_only=ascii_only()), end="")


def shown_path(path: Path) -> str:
    """The path as seen from here, where it is below here: what editors and GitHub expect."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """How far something is, on standard error, where somebody may be waiting for it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return

    def step(done: int, total: int) -> None:
        if total > _QUICK and (done % _QUICK == 0 or done == total):
            _write(sys.stderr, f"\r{label} {done}/{total}")
            shown.append(done)

    shown: list[int] = []
    yield step
    if shown:
        _write(sys.stderr, "\r" + " " * (cell_len(label) + 16) + "\r")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        stream.write(text)
        stream.flush()
