"""Take back the last saves of this program, one after another.

A file that nobody else changed since becomes byte for byte what it was. In one that others
changed just that one change is taken back, as a merge of both: what they wrote stays.
"""

import time
from collections import deque
from collections.abc import MutableSequence
from pathlib import Path
from typing import NamedTuple

from glossary.domain import RefusedError
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store import atomic
from glossary.store.layout import refuse_symlink
from glossary.store.locking import locked
from glossary.store.source import BrokenFileError, read_bytes

_MOST = 50
_ATTEMPTS = 5
# Seconds. Who types is saved more often than this, and means one change.
_PAUSE = 3.0


class _Save(NamedTuple):
    path: Path
    before: bytes | None
    after: bytes
    at: float
    is_typed: bool


class Saves:
    """The last saves, and those of them that were taken back.

    `before` is None for a file that was new.
    """

    def __init__(self) -> None:
        self._saves: deque[_Save] = deque(maxlen=_MOST)
        self._undone: list[_Save] = []

    def add(
        self, path: Path, before: bytes | None, after: bytes, *, is_typed: bool = False
    ) -> None:
        """Remember a save; what is typed soon after other typing in the same file belongs to it.

        Everything else that somebody does, however quickly, is a change of its own.
        """
        now = time.monotonic()
        last = self._saves[-1] if self._saves else None
        if last is not None and is_typed and last.is_typed and now - last.at < _PAUSE:
            is_same = last.path == path and last.after == before
            before = self._saves.pop().before if is_same else before
        self._saves.append(_Save(path, before, after, now, is_typed))
        self._undone.clear()

    def undo(self) -> Path | None:
        """Take back the last save, and give the path of its file; None when there is none.

        Raises RefusedError, and the file stays as it is: for good where others changed the same
        since, until the next time where the system refuses.
        """
        return _moved(self._saves, self._undone, is_back=True)

    def redo(self) -> Path | None:
        """Make the save again that was taken back last; otherwise as `undo`."""
        return _moved(self._undone, self._saves, is_back=False)


class _ClashError(RefusedError):
    """Others changed the same since."""


def _moved(
    source: MutableSequence[_Save], target: MutableSequence[_Save], *, is_back: bool
) -> Path | None:
    """Take back the last save of `source`, or make it again, and put it in `target`."""
    if not source:
        return None
    save = source[-1]
    old, new = (save.after, save.before) if is_back else (save.before, save.after)
    try:
        _swap(save.path, old, new)
    except _ClashError:
        source.pop()
        raise
    target.append(source.pop())
    return save.path


def _swap(path: Path, old: bytes | None, new: bytes | None) -> None:
    """Change a file as `old` became `new`, each None for no file. Raises RefusedError."""
    with locked(path):
        for _attempt in range(_ATTEMPTS):
            if _is_swapped(path, old, new):
                return
    raise _clash(path)


def _is_swapped(path: Path, old: bytes | None, new: bytes | None) -> bool:
    """Whether that was done; if not, the file changed underneath."""
    now = _present(path)
    if now != old:
        new = _merged(path, old, now, new)
    if now is None:
        return new is not None and atomic.create(path, new)
    if new is None:
        return atomic.remove(path, now)
    return atomic.replace(path, now, new)


def _present(path: Path) -> bytes | None:
    try:
        refuse_symlink(path.parent)
        return read_bytes(path)
    except FileNotFoundError:
        return None
    except BrokenFileError as error:
        raise RefusedError(str(error)) from error


def _merged(path: Path, old: bytes | None, now: bytes | None, new: bytes | None) -> bytes:
    """What others made of `old`, with the change in it. Raises RefusedError for a conflict."""
    if old is None or now is None or new is None:
        raise _clash(path)
    # Seldom needed, and every command that saves would load it.
    from glossary.store.merging import merged_file
    from glossary.workflow.merging import Three

    merge = merged_file(path, Three(old, now, new))
    if merge.data is None or merge.complaints:
        raise _clash(path)
    return merge.data


def _clash(path: Path) -> RefusedError:
    message = _("{path} was changed since, and stays as it is.")
    return _ClashError(message.format(path=one_line(str(path))))
