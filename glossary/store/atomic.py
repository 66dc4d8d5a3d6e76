"""Put bytes on disk so that a file is always the old one or the new one, whole."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from glossary.domain import RefusedError
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence
from glossary.store.source import BrokenFileError, read_bytes

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_NEW |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# Network file systems that cannot sync a folder say so; their saves are as safe as they get.
_CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS)


def replace(path: Path, old: bytes, new: bytes) -> bool:
    """Replace the file when it still holds `old`; whether it did.

    Mode and, where the system allows it, owner stay as they are. Raises RefusedError when the
    file cannot be replaced; it is then as it was, and nothing is left beside it.
    """
    with _refusals(path):
        if not _holds(path, old):
            return False
        _refuse_read_only(path)
        status = path.lstat()
        with _temporary(path, new, like=status) as temporary:
            if not _holds(path, old):
                return False
            temporary.replace(path)
        try:
            sync_folder(path.parent)
        except OSError:
            with _temporary(path, old, like=status, durable=False) as temporary:
                temporary.replace(path)
            raise
        return True


def create(path: Path, new: bytes) -> bool:
    """Write a new file; False, and nothing done, when there is one already.

    Raises RefusedError when it cannot be written; nothing is left then.
    """
    with _refusals(path):
        if os.path.lexists(path):
            return False
        with _temporary(path, new) as temporary:
            try:
                _link(temporary, path)
            except FileExistsError:
                return False
        try:
            sync_folder(path.parent)
        except OSError:
            path.unlink()
            raise
        return True


def put_private(path: Path, new: bytes) -> None:
    """Write a file that only the user may read, whatever stood there. Raises OSError."""
    with _temporary(path, new, mode=0o600) as temporary:
        temporary.replace(path)
    sync_folder(path.parent)


def have_private(path: Path) -> None:
    """Have a file there, empty if it is new, that only the user may read. Raises OSError.

    What stands there already is not opened: to close a file gives up the locks that this process
    has on it (POSIX), such as those of SQLite.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if not path.exists():
        made = _temporary(path, b"", mode=0o600, durable=False)
        with made as temporary, contextlib.suppress(FileExistsError):
            _link(temporary, path)


def remove(path: Path, old: bytes) -> bool:
    """Remove the file when it still holds `old`; whether it did. Raises RefusedError."""
    with _refusals(path):
        if not _holds(path, old):
            return False
        _refuse_read_only(path)
        temporary = _temporary_path(path)
        path.rename(temporary)
        try:
            sync_folder(path.parent)
        except OSError:
            temporary.rename(path)
            raise
        # Where this fails it is swept at the next start.
        with contextlib.suppress(OSError):
            temporary.unlink()
        return True


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk as well, where the system can. Raises OSError."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(number)


def refused(path: Path, error: OSError | ValueError) -> RefusedError:
    """The refusal for a path that the system does not let us write."""
    message = _("{path} was not saved and is as it was. {reason}")
    return RefusedError(message.format(path=one_line(str(path)), reason=os_sentence(error)))


@contextlib.contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise refused(path, error) from error


def _holds(path: Path, old: bytes) -> bool:
    try:
        return read_bytes(path) == old
    except FileNotFoundError:
        return False
    except BrokenFileError as error:
        raise RefusedError(str(error)) from error


def _refuse_read_only(path: Path) -> None:
    """Who made a file read-only meant it, though a folder lets it be replaced."""
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


@contextlib.contextmanager
def _temporary(
    path: Path,
    data: bytes,
    *,
    like: os.stat_result | None = None,
    mode: int = 0o666,
    durable: bool = True,
) -> Iterator[Path]:
    """A file with `data` beside `path`; gone afterwards unless it was moved away.

    It gets the mode and owner of `like`, or else `mode` as far as new files get it.
    """
    temporary = _temporary_path(path)
    number = os.open(temporary, _NEW, mode if like is None else 0o600)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            if like is not None:
                _copy_access(file.fileno(), like)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _temporary_path(path: Path) -> Path:
    return path.parent / f".{path.name}.{secrets.token_hex(6)}.tmp"


def _copy_access(number: int, status: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        # Only root may give files away; without that the file becomes ours, which is no harm.
        with contextlib.suppress(OSError):
            os.fchown(number, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(number, stat.S_IMODE(status.st_mode))


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no hard links; then a look just before has to do.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temporary.rename(path)
