"""Take back the last saves of this program, one after another, byte for byte."""

import time
from collections import deque
from pathlib import Path
from typing import NamedTuple

from glossary.domain import RefusedError
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store import atomic
from glossary.store.locking import locked

_MOST = 50
# Seconds. Who types is saved more often than this, and means one change; what somebody does after
# typing, such as recording an outcome, is another.
_PAUSE = 3.0


class _Save(NamedTuple):
    path: Path
    before: bytes | None
    after: bytes
    at: float


class Saves:
    """The last saves, and those of them that were taken back.

    `before` is None for a file that was new.
    """

    def __init__(self) -> None:
        self._saves: deque[_Save] = deque(maxlen=_MOST)
        self._undone: list[_Save] = []

    def add(self, path: Path, before: bytes | None, after: bytes) -> None:
        """Remember a save; one soon after another of the same file belongs to it."""
        now = time.monotonic()
        last = self._saves[-1] if self._saves else None
        if last is not None and last.path == path and last.after == before:
            soon = now - last.at < _PAUSE
            before = self._saves.pop().before if soon else before
        self._saves.append(_Save(path, before, after, now))
        self._undone.clear()

    def undo(self) -> Path | None:
        """Take back the last save, and give the path of its file; None when there is none.

        Raises RefusedError where the file was changed since, which stays as it is.
        """
        if not self._saves:
            return None
        save = self._saves.pop()
        _swap(save.path, save.after, save.before)
        self._undone.append(save)
        return save.path

    def redo(self) -> Path | None:
        """Make the save again that was taken back last; otherwise as `undo`."""
        if not self._undone:
            return None
        save = self._undone.pop()
        _swap(save.path, save.before, save.after)
        self._saves.append(save)
        return save.path


def _swap(path: Path, old: bytes | None, new: bytes | None) -> None:
    """Let a file that holds `old` hold `new`, each None for no file. Raises RefusedError."""
    with locked(path):
        if old is None:
            done = new is not None and atomic.create(path, new) is not None
        elif new is None:
            done = atomic.remove(path, old)
        else:
            done = atomic.replace(path, old, new) is not None
    if not done:
        message = _("{path} was changed since, and stays as it is.")
        raise RefusedError(message.format(path=one_line(str(path))))
