"""Files as they were last read, so that only what changed is parsed again."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from glossary.store.files import FileKind, ReadFile, read_file

# A file that changes again within the tick of its file system may carry the same stamp: FAT counts
# in twos. Git calls such a file racily clean.
_TICK_NS = 2_100_000_000

_Stamp = tuple[int, int, int, int]


class RecentFiles:
    """Reads files, and remembers those that can no longer change unseen; `now` is in ns."""

    def __init__(self, now: Callable[[], int] = time.time_ns) -> None:
        self._now = now
        self._known: dict[Path, tuple[_Stamp, ReadFile]] = {}

    def read(self, path: Path, kind: FileKind, own_id: str) -> ReadFile:
        """One file, without its text. Raises FileNotFoundError and BrokenFileError."""
        stamp = _stamp_of(path)
        known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        self._known.pop(path, None)
        file = read_file(path, kind, own_id).lean
        if stamp is not None and self._now() - max(stamp[:2]) > _TICK_NS:
            self._known[path] = (stamp, file)
        return file


def _stamp_of(path: Path) -> _Stamp | None:
    """What changes with a file: when it was written and its entry changed (ns), size, inode.

    None where that cannot be told; reading says why.
    """
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
