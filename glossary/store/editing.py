"""Change a file by a function from its present value to the intended one; make new ones."""

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glossary.domain import TEXT_FIELDS, NotFoundError, RefusedError
from glossary.domain.ids import is_valid_id
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store import atomic
from glossary.store.changes import Change, Put
from glossary.store.files import FileKind, read_file
from glossary.store.kinds import id_remedy
from glossary.store.layout import refuse_symlink, twin_of
from glossary.store.locking import locked
from glossary.store.saving import changed_bytes, changes_to, new_bytes
from glossary.store.source import BrokenFileError, symlink

_ATTEMPTS = 5
_TYPED = frozenset({*TEXT_FIELDS, "wording"})
_FOLLOWING = frozenset({"updated", "entered_by", "phase"})


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of an update: the value, and the bytes of the file before and after.

    `old` is None for a new file, `new` when nothing had to be written.
    `is_typed` when nothing changed but a text that people type, and what follows from it.
    """

    value: Any
    old: bytes | None = None
    new: bytes | None = None
    is_typed: bool = False


def update(
    path: Path,
    kind: FileKind,
    own_id: str,
    change: Callable[[Any], Any],
    absent: object = None,
) -> Updated:
    """Read the file, apply `change`, save the difference; again when others wrote meanwhile.

    `absent` is the value to start from when there is no file; without it that is a
    NotFoundError. Raises RefusedError for a file that cannot be used or saved.
    """
    with locked(path):
        # Who does not ask for the lock, such as an editor, may still write at any moment.
        for _attempt in range(_ATTEMPTS):
            updated = _try_update(path, kind, own_id, change, absent)
            if updated is not None:
                return updated
    message = _("{path} was not saved: another program keeps changing it. Try again.")
    raise RefusedError(message.format(path=one_line(str(path))))


def create_file(path: Path, data: bytes) -> None:
    """Write a new file, and the folder around it. Raises RefusedError when there is one."""
    if path.parent.is_symlink():
        raise RefusedError(str(symlink(path.parent)))
    with _folder_for(path), locked(path):
        if not atomic.create(path, data):
            raise exists(path)


def create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with files by their relative names, all or nothing."""
    draft = folder.parent / f".{folder.name}.{secrets.token_hex(6)}.tmp"
    with _folder_for(folder):
        try:
            for name, data in files.items():
                create_file(draft / name, data)
            # Renaming replaces an empty folder silently, hence the look.
            if folder.exists():
                raise exists(folder)
            draft.rename(folder)
            try:
                atomic.sync_folder(folder.parent)
            except OSError:
                folder.rename(draft)
                raise
        except RefusedError as error:
            # Nobody knows the draft by its name.
            if isinstance(error.__cause__, OSError):
                raise atomic.refused(folder, error.__cause__) from error
            raise
        except OSError as error:
            raise atomic.refused(folder, error) from error
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def new_path(folder: Path, own_id: str, suffix: str = "") -> Path:
    """Where something new called `own_id` goes. Raises RefusedError when nothing may."""
    if not is_valid_id(own_id):
        message = _("Nothing was made: {id} cannot be an id.").format(id=one_line(own_id)[:80])
        raise RefusedError(f"{message} {id_remedy(own_id)}")
    path = folder / f"{own_id}{suffix}"
    twin = twin_of(path)
    if twin is not None:
        raise exists(twin)
    return path


def exists(path: Path) -> RefusedError:
    """The refusal to write over what is there."""
    message = _("{path} exists already. Choose another name.")
    return RefusedError(message.format(path=one_line(str(path))))


def _try_update(
    path: Path, kind: FileKind, own_id: str, change: Callable[[Any], Any], absent: object
) -> Updated | None:
    try:
        refuse_symlink(path.parent)
        file = read_file(path, kind, own_id)
    except FileNotFoundError:
        return _try_new(path, kind, own_id, change, absent)
    except BrokenFileError as error:
        message = _("Nothing was saved. {reason}").format(reason=error)
        raise RefusedError(message) from error
    value = change(file.value)
    if value == file.value:
        return Updated(value)
    changes = changes_to(file, kind, value)
    data = changed_bytes(file, kind, own_id, value, changes)
    if not atomic.replace(path, file.source.data, data):
        return None
    return Updated(value, file.source.data, data, _is_typed(changes))


def _is_typed(changes: Iterable[Change]) -> bool:
    names: set[str] = set()
    for change in changes:
        if isinstance(change, Put) and isinstance(change.value, dict):
            names |= change.value.keys()
        else:
            names.add(str(change.path[-1]))
    return bool(names & _TYPED) and names <= _TYPED | _FOLLOWING


def _try_new(
    path: Path, kind: FileKind, own_id: str, change: Callable[[Any], Any], absent: object
) -> Updated | None:
    if absent is None:
        message = _("There is no {path}.").format(path=one_line(str(path)))
        raise NotFoundError(message)
    value = change(absent)
    if value == absent:
        return Updated(value)
    new_path(path.parent, own_id, path.suffix)
    data = new_bytes(path, kind, own_id, value)
    with _folder_for(path):
        is_made = atomic.create(path, data)
    return Updated(value, None, data) if is_made else None


@contextlib.contextmanager
def _folder_for(path: Path) -> Iterator[None]:
    """Have a folder for `path`; when what follows fails, a folder made here goes again."""
    folder = path.parent
    try:
        is_new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise atomic.refused(folder, error) from error
    try:
        yield
    except RefusedError:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
