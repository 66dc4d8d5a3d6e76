"""Remove what programs that were killed during a save left beside the files."""

import contextlib
import re
from pathlib import Path

from glossary.domain import RefusedError
from glossary.store.layout import AGREEMENTS, PARTNERS

_STRAY = re.compile(r"\.(.+\.toml)\.[0-9a-f]{12}\.tmp")


def sweep(folder: Path) -> None:
    """Remove the temporary files of a set that nobody is writing."""
    for room in (folder, folder / PARTNERS, folder / AGREEMENTS):
        with contextlib.suppress(OSError):
            for path in [] if room.is_symlink() else list(room.iterdir()):
                stray = _STRAY.fullmatch(path.name)
                if stray is not None and path.is_file():
                    _remove(path, path.with_name(stray[1]))


def _remove(stray: Path, target: Path) -> None:
    # Loads what saving needs, and there is seldom anything to remove.
    from glossary.store.locking import locked

    # Whoever is writing the file holds its lock, and needs what is beside it.
    with contextlib.suppress(RefusedError, OSError), locked(target, patience=0):
        stray.unlink(missing_ok=True)
