"""Files that are meant to take all memory or all time: what a real command makes of them."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults import times
from tests.store import lay_set

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(os.name == "nt", reason="no pipes and devices in the file system"),
]

_HEAD = b'format = 1\nname = "Noord"\n'
_FULL = 4_900_000  # as much as is read
_MEGABYTES = 200
# A small process in between: a child's peak counts from that of the process that started it.
_MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdin=subprocess.DEVNULL, timeout=120)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f"\\n{code} {seconds} {peak // (1000 if sys.platform != 'darwin' else 1_000_000)}")
"""


class Run(NamedTuple):
    """What a command came to, in seconds and megabytes, and what it said on standard error."""

    code: int
    seconds: float
    megabytes: int
    err: str


def _filled(piece: bytes) -> bytes:
    """So many pieces, each with a number of its own where it has a %d, that the file is full."""
    if b"%d" not in piece:
        return piece * (_FULL // len(piece))
    return b"".join(piece % n for n in range(_FULL // (len(piece) + 4)))


BOMBS: dict[str, Callable[[], bytes]] = {
    "nested arrays": lambda: b"x = " + b"[" * 90_000,
    "nested tables": lambda: b"x = " + b"{a=" * 40_000,
    "a number of 5,000 digits": lambda: b"x = " + b"9" * 5_000,
    "a key of 20,000 parts": lambda: b"a." * 20_000 + b"a = 1",
    "a heading of 20,000 parts": lambda: b"[" + b"a." * 20_000 + b"a]",
    "100 MB": lambda: b"x = '" + b"a" * 100_000_000 + b"'",
    "keys": lambda: _filled(b"k%d=1\n"),
    "headings": lambda: _filled(b"[h%d]\n"),
    "definitions": lambda: _filled(b"[definitions.d%d]\nmeaning=''\n"),
    "entries": lambda: _filled(b"[[restatements]]\n"),
    "a wide array": lambda: b"x = [" + _filled(b"'',"),
    "an array of arrays": lambda: b"x = [" + _filled(b"[[]],"),
    "numbers": lambda: b"x = [" + (b"9" * 4_299 + b",") * 1_100 + b"9" * 5_000,
    "quotation marks": lambda: b"x = " + _filled(b'"'),
    "a line": lambda: b"x = '" + b"a" * _FULL,
    "empty lines": lambda: _filled(b"\n"),
    "a compressed file": lambda: b"\x1f\x8b\x08\x00" + os.urandom(1_000_000),
}


def _bytes(name: str) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        path.write_bytes(_HEAD + BOMBS[name]() + b"\n")

    return put


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 10**12)


def _socket(path: Path) -> None:
    # By its whole path its name would be too long.
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as bound:
        bound.bind(path.name)


def _device(path: Path) -> None:
    try:
        os.mknod(path, 0o020666, os.makedev(1, 5))  # /dev/zero
    except (OSError, AttributeError):
        path.symlink_to("/dev/zero")


_THINGS: dict[str, Callable[[Path], None]] = {
    **{name: _bytes(name) for name in BOMBS},
    "a sparse terabyte": _sparse,
    "a pipe": os.mkfifo,
    "a device": _device,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a socket": _socket,
    "a folder": Path.mkdir,
}
_PLACES = ("keten/partners/noord.toml", "keten/agreements/regie.toml", "keten/termset.toml")


def run(*words: str) -> Run:
    """A command in a process of its own."""
    argv = [sys.executable, "-c", _MEASURE, sys.executable, "-m", "glossary", *words]
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    code, seconds, megabytes = done.stdout.splitlines()[-1].split()
    return Run(int(code), float(seconds), int(megabytes), done.stderr)


def _stamp(path: Path) -> tuple[int, int]:
    return path.lstat().st_mtime_ns, path.lstat().st_size


def _thrown(folder: Path, place: str, put: Callable[[Path], None]) -> Iterator[Run]:
    lay_set(folder)
    path = folder / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    put(path)
    before = _stamp(path)
    for verb in _verbs(str(folder), str(path)):
        yield run(*verb)
    assert _stamp(path) == before
    shutil.rmtree(folder)


def test_bombs_are_refused_without_being_swallowed(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    runs = [
        (name, done)
        for name, put in _THINGS.items()
        for number, place in enumerate(_PLACES[: times(1, 3)])
        for done in _thrown(tmp_path / f"{number}", place, put)
    ]
    for name, done in runs:
        assert done.code in (0, 1, 2), (name, done)
        assert done.megabytes < _MEGABYTES, (name, done)
        assert "Traceback" not in done.err, name
        assert "mistake of its own" not in done.err, name
    peak, slowest = max(one.megabytes for _, one in runs), max(one.seconds for _, one in runs)
    figure(
        f"bombs: {len(_THINGS)} in {len(runs)} commands, at most {peak} MB, "
        f"the slowest {slowest:.1f} s with the start of Python"
    )


def _verbs(folder: str, path: str) -> list[tuple[str, ...]]:
    """What is done with the set, first what everybody does."""
    words = ("--partner", "noord", "--dir", folder)
    verbs = [
        ("check", "--dir", folder),
        ("define", "regie", "--meaning", "Nee.", *words),
        ("fmt", "--check", "--dir", folder),
        ("status", "--dir", folder),
        ("position", "regie", "consent", *words),
        ("export", "markdown", "--dir", folder),
        ("check", path),
        ("fmt", path),
        ("import", "csv", path, "--set", "keten", "--dry-run", "--dir", folder),
    ]
    return verbs[: times(1, len(verbs))]
