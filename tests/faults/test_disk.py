"""A disk that is full or broken: files are as they were, and nothing is left over."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from glossary.domain import RefusedError, Vocabulary
from glossary.store.folder import FolderStore
from glossary.workflow.import_rows import apply_import, plan_import
from tests.faults import ROOT, times
from tests.faults.saves import SAVES, Act
from tests.store import files_in, lay_set
from tests.workflow.rows import incoming, row

# What a save asks of the system, in the order in which it asks.
_CALLS = ("open", "write", "fchmod", "fsync", "link", "replace", "rename", "mkdir")
_CODES = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)


class _Disk:
    """From the nth on, every call of one kind fails; a write writes half of it first."""

    def __init__(self, name: str, nth: int, code: int) -> None:
        self.real: Callable[..., Any] = getattr(os, "fdopen" if name == "write" else name)
        self._name, self._left, self._code = name, nth, code

    def call(self, *args: Any, **kwargs: Any) -> Any:
        is_reading = self._name == "open" and not args[1] & os.O_WRONLY
        if not is_reading:
            self._refuse()
        return self.real(*args, **kwargs)

    def fdopen(self, number: int, mode: str, **kwargs: Any) -> Any:
        file = self.real(number, mode, **kwargs)
        if "w" in mode:
            file.write = self._half(file.write)
        return file

    def _half(self, write: Callable[[Any], int]) -> Callable[[Any], int]:
        def half(data: Any) -> int:
            if self._left <= 1:
                write(data[: len(data) // 2])
            self._refuse()
            return write(data)

        return half

    def _refuse(self) -> None:
        self._left -= 1
        if self._left <= 0:
            raise OSError(self._code, os.strerror(self._code))


@contextmanager
def _failing(name: str, nth: int, code: int) -> Iterator[None]:
    disk = _Disk(name, nth, code)
    with pytest.MonkeyPatch.context() as patch:
        if name == "write":
            patch.setattr(os, "fdopen", disk.fdopen)
        else:
            patch.setattr(os, name, disk.call)
        yield


def test_a_fault_at_any_call_changes_nothing(tmp_path: Path, figure: Callable[[str], None]) -> None:
    codes = _CODES[: times(1, 4)]
    counts = {
        what: sum(
            _faults(tmp_path / f"{what} {name} {code}", prepared, name, code)
            for code in codes
            for name in _CALLS
        )
        for what, prepared in SAVES.items()
    }
    assert all(counts.values())
    figure(
        f"disk full, I/O error: {sum(counts.values())} faults injected in {len(counts)} kinds of "
        "saves, 0 changed, 0 left over"
    )


def _faults(folder: Path, prepared: Callable[[FolderStore], Act], name: str, code: int) -> int:
    """How many calls of this kind were made to fail, one after another, before it was done."""
    lay_set(folder)
    act = prepared(FolderStore(folder))
    before = _all(folder)
    for nth in range(1, 30):
        with _failing(name, nth, code):
            told = _refusal(act)
        if told is None:
            # Past all its calls, or by another way around this one.
            assert _all(folder) != before
            return nth - 1
        assert told.startswith(str(folder))
        assert _all(folder) == before, (folder.name, nth)
    pytest.fail(f"{folder.name} never got past its calls")


def test_files_that_follow_a_fault_in_an_import_are_added_by_the_next(tmp_path: Path) -> None:
    """An import into a set that exists goes file by file, each whole."""
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    rows = [row(n, "regie", f"Wie {who}.", who) for n, who in enumerate(("Gemeente Noord", "West"))]

    def imported() -> None:
        plan = plan_import(store.load("keten").termset, incoming(rows))
        apply_import(store, "keten", plan, Vocabulary("Keten", "nl"))

    for nth in range(1, 30):
        with _failing("fsync", nth, errno.ENOSPC):
            told = _refusal(imported)
        loaded = store.load("keten")
        assert not [one for one in loaded.findings if one.code != "unknown-key"]
        assert not list(tmp_path.rglob("*.tmp"))
        if told is None:
            break
    assert nth > 3
    said = {key: one.meaning_of("regie") for key, one in loaded.termset.partners.items()}
    assert said == {"noord": "Wie Gemeente Noord.", "west": "Wie West.", "delta": ""}


# A program of its own, on a disk that has `room` bytes left, or with a limit on what it may write.
_SMALL = """
import os, resource, sys
from pathlib import Path
from glossary.domain import RefusedError
from glossary.store.folder import FolderStore
from tests.faults.saves import SAVES
from tests.faults.test_disk import _all, _refusal
from tests.store import lay_set
from tests.workflow.rows import incoming, row

disk, kind = Path(sys.argv[1]), sys.argv[2]
ballast = disk / "ballast"
page = os.statvfs(disk).f_bsize if kind == "tmpfs" else 512

def fill(room):
    if kind == "limit":
        _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard if room is None else room, hard))
        return
    ballast.unlink(missing_ok=True)
    if room is not None:
        free = os.statvfs(disk).f_bavail * page
        ballast.write_bytes(bytes(max(0, free - room)))

for number, (what, prepared) in enumerate(SAVES.items()):
    folder = disk / f"{number}"
    lay_set(folder)
    act = prepared(FolderStore(folder))
    refused = 0
    for pages in range(60):
        before = _all(folder)
        fill(pages * page)
        told = _refusal(act)
        fill(None)
        if told is None:
            break
        refused += 1
        assert told.startswith(str(folder)), told
        assert _all(folder) == before, (what, pages, told)
    else:
        raise AssertionError(f"{what} never had room enough")
    assert _all(folder) != before, what
    print(f"{what}: {refused}")
"""


@pytest.mark.parametrize("kind", ["tmpfs", "limit"])
def test_a_disk_that_is_really_full_changes_nothing(
    tmp_path: Path, figure: Callable[[str], None], kind: str
) -> None:
    argv = [sys.executable, "-c", _SMALL, str(tmp_path), kind]
    if kind == "tmpfs":
        # Mounted where nobody else sees it, and gone with the last program there.
        mount = 'mount -t tmpfs -o size=400k tmpfs "$1" && shift && exec "$@"'
        own = ["--map-root-user"] if os.geteuid() else []
        small = ["unshare", "--mount", *own, "sh", "-c", mount, "sh", str(tmp_path)]
        if _run([*small, "true"]).returncode:
            pytest.skip("NOT TESTED: no small disk can be mounted here, so none was filled")
        argv = [*small, *argv]
    done = _run(argv)
    assert done.returncode == 0, done.stderr
    told = (line.rpartition(": ") for line in done.stdout.splitlines())
    counts = {what: int(count) for what, _, count in told}
    assert [*counts] == [*SAVES]
    # To remove a file takes no room.
    assert [what for what, count in counts.items() if not count] == ["take back a new file"]
    how = "a full tmpfs" if kind == "tmpfs" else "a limit on the size of files"
    figure(f"disk full: {how}: {sum(counts.values())} saves refused, 0 changed, 0 left over")


def _run(argv: list[str]) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(argv, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def _refusal(act: Act) -> str | None:
    """The one sentence with which it is refused; None when it is done."""
    try:
        act()
    except RefusedError as error:
        told = str(error)
    else:
        return None
    assert "\n" not in told
    return told


def _all(folder: Path) -> tuple[dict[str, bytes], list[Path]]:
    """Every file with its bytes, and every name."""
    return files_in(folder), sorted(folder.rglob("*"))
