"""Write a file for somebody outside the set: whole or not at all."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from glossary.domain import RefusedError
from glossary.locale import gettext as _


def save_text(path: Path, text: str) -> None:
    """Write UTF-8 to a new file or over an older one, in one step; raises as `save_bytes`."""
    save_bytes(path, text.encode(errors="replace"))


def save_bytes(path: Path, data: bytes) -> None:
    """Write a new file or over an older one, in one step.

    Raises RefusedError for anything that is not a regular file, OSError when the system refuses.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise RefusedError(
            _("{file} is not an ordinary file: give another name with -o.").format(file=path)
        )
    try:
        _replace(path, data)
    except ValueError as error:
        raise RefusedError(
            _("{file} is not an ordinary file: give another name with -o.").format(file=path)
        ) from error
    except OSError as error:
        # nobody knows the temporary file by its name
        error.filename, error.filename2 = str(path), None
        raise


def _replace(path: Path, data: bytes) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    number, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file as it is, or that of a new one."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
