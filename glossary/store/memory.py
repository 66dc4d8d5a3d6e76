"""What was worked out about sets, in a folder of the user's own that may be deleted at any time."""

import contextlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

# Seconds for which another program that writes is waited for.
_PATIENCE = 5.0


class FileMemory:
    """Implements `glossary.workflow.keeping.Memory` with an SQLite file for each set of a folder.

    Only the user may read it: it quotes what partners wrote. What cannot be read or written is
    as if it had been lost.
    """

    def __init__(self, place: Path, folder: Path) -> None:
        self._place = place
        self._folder = folder

    def recall(self, set_id: str) -> Mapping[str, str]:
        """What is kept of a set, looked up one by one; oldest first."""
        return _Kept(self._file(set_id))

    def add(self, set_id: str, found: Mapping[str, str]) -> None:
        """Keep this as well, or in its place."""
        rows = found.items()
        self._change(
            set_id, lambda kept: kept.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        )

    def forget(self, set_id: str, besides: Collection[str]) -> None:
        """Keep only what goes by these names."""

        def change(kept: "Connection") -> None:
            kept.execute("CREATE TEMP TABLE wanted (name TEXT PRIMARY KEY)")
            kept.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((one,) for one in besides))
            kept.execute("DELETE FROM kept WHERE name NOT IN wanted")

        self._change(set_id, change)

    def _change(self, set_id: str, change: "Callable[[Connection], object]") -> None:
        """Keep all of a change, or nothing."""
        import sqlite3

        from glossary.store.atomic import have_private

        file = self._file(set_id)
        with contextlib.suppress(OSError, sqlite3.Error):
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            have_private(file)
            try:
                _changed(file, change)
            except sqlite3.OperationalError:  # full, or somebody else has it
                raise
            except sqlite3.DatabaseError:  # no such file at all, or a spoilt one
                file.unlink()
                have_private(file)
                _changed(file, change)

    def _file(self, set_id: str) -> Path:
        # Like `sqlite3` it loads a library of the system, which a first frame need not wait for.
        from hashlib import blake2b

        whole = os.fsencode(self._folder.resolve() / set_id)
        return self._place / f"{blake2b(whole, digest_size=16).hexdigest()}.sqlite3"


class _Kept(Mapping[str, str]):
    """The file of a set, by the names of what is in it; empty where it cannot be read."""

    def __init__(self, file: Path) -> None:
        import sqlite3

        self._connection: Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            if file.exists() and not file.is_symlink():
                self._connection = _open(file)

    def __getitem__(self, name: str) -> str:
        for (found,) in self._asked("SELECT told FROM kept WHERE name = ?", name):
            return found
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._asked("SELECT name FROM kept ORDER BY rowid"))

    def __len__(self) -> int:
        return len(self._asked("SELECT name FROM kept"))

    def __del__(self) -> None:
        import sqlite3

        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):  # of a thread that is gone
                self._connection.close()

    def _asked(self, question: str, *given: str) -> list[tuple[str]]:
        import sqlite3

        if self._connection is None:
            return []
        with contextlib.suppress(sqlite3.Error):
            found = self._connection.execute(question, given).fetchall()
            return [row for row in found if isinstance(row[0], str)]
        return []


def _changed(file: Path, change: "Callable[[Connection], object]") -> None:
    with contextlib.closing(_open(file)) as kept, kept:
        change(kept)


def _open(file: Path) -> "Connection":
    import sqlite3

    kept = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        kept.execute("PRAGMA temp_store = MEMORY")
        kept.execute("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, told TEXT)")
    except sqlite3.Error:
        kept.close()
        raise
    return kept
