"""Files as they were last read, so that only what changed is parsed again."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from glossary.store.files import FileKind, ReadFile, read_as
from glossary.store.source import read_bytes, source_of

# A file that changes again within the tick of its file system may carry the same stamp: FAT counts
# in twos. Git calls such a file racily clean.
_TICK_NS = 2_100_000_000

_Stamp = tuple[int, int, int, int]


class _Known(NamedTuple):
    """A file, and what tells that it is the same: its stamp, or where that may lie its bytes."""

    file: ReadFile
    stamp: _Stamp | None
    digest: bytes


class RecentFiles:
    """Reads files, and parses those that changed or may have; `now` is in ns."""

    def __init__(self, now: Callable[[], int] = time.time_ns) -> None:
        self._now = now
        self._known: dict[Path, _Known] = {}

    def read(self, path: Path, kind: FileKind, own_id: str) -> ReadFile:
        """One file, without its text. Raises FileNotFoundError and BrokenFileError."""
        stamp = _stamp_of(path)
        known = self._known.pop(path, None)
        if known is None or stamp is None or known.stamp != stamp:
            known = self._read(path, kind, own_id, stamp, known)
        self._known[path] = known
        return known.file

    def _read(
        self, path: Path, kind: FileKind, own_id: str, stamp: _Stamp | None, known: _Known | None
    ) -> _Known:
        data = read_bytes(path)
        is_settled = stamp is not None and self._now() - max(stamp[:2]) > _TICK_NS
        # A room that answers at once keeps all its files in motion: those are parsed once each.
        digest = b"" if is_settled and known is None else _digest(data)
        if known is not None and known.digest == digest:
            file = known.file
        else:
            file = read_as(source_of(path, data), kind, own_id).lean
        return _Known(file, stamp if is_settled else None, digest)


def _digest(data: bytes) -> bytes:
    from hashlib import blake2b

    return blake2b(data, digest_size=16).digest()


def _stamp_of(path: Path) -> _Stamp | None:
    """What changes with a file: when it was written and its entry changed (ns), size, inode.

    None where that cannot be told; reading says why.
    """
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
