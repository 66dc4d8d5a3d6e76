"""Give files their canonical form, each on its own."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from glossary.domain import NotFoundError, RefusedError
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store import atomic
from glossary.store.checking import is_set, set_around
from glossary.store.files import AGREEMENT_FILE, PARTNER_FILE, WHOLE_SET, read_file
from glossary.store.formatting import formatted
from glossary.store.layout import (
    AGREEMENTS,
    CARDS,
    PARTNERS,
    SESSION,
    TERMSET,
    list_files,
    list_sets,
    refuse_symlink,
    whole,
)
from glossary.store.locking import locked
from glossary.store.source import BrokenFileError

_ATTEMPTS = 5
_KINDS = {PARTNERS: PARTNER_FILE, AGREEMENTS: AGREEMENT_FILE}


def tidied(path: Path, *, is_trial: bool) -> bool:
    """Whether a file is not in its canonical form; it then gets it, unless this is a trial.

    Raises UnreadableError and RefusedError; the file is then as it was.
    """
    room = whole(path).parent
    kind = WHOLE_SET.get(path.name) or _KINDS[room.name]
    with nullcontext() if is_trial else locked(path):
        for _attempt in range(_ATTEMPTS):
            refuse_symlink(room)
            try:
                source = read_file(path, kind, path.stem).source
            except FileNotFoundError as error:
                raise BrokenFileError.of(path, error) from error
            data = formatted(source, kind.record)
            if data == source.data:
                return False
            if is_trial or atomic.replace(path, source.data, data):
                return True
    message = _("{path} was not saved: another program keeps changing it. Try again.")
    raise RefusedError(message.format(path=one_line(str(path))))


def files_at(path: Path) -> Iterator[Path]:
    """The files of sets at `path`: a folder of sets, a set, a folder in it, or one of its files.

    Raises NotFoundError when there is nothing, RefusedError when it is no part of a set, and
    UnreadableError when it cannot be looked into.
    """
    try:
        if not path.is_symlink() and not path.exists():
            message = _("There is no file or folder {path}. Check the spelling.")
            raise NotFoundError(message.format(path=one_line(str(path))))
        refuse_symlink(path)
        if is_set(path):
            yield from _files_of(path)
        elif (folder := set_around(whole(path))) is not None:
            refuse_symlink(folder)
            yield from list_files(path).files.values() if path.is_dir() else (path,)
        elif path.is_dir():
            for set_id in list_sets(path):
                yield from _files_of(path / set_id)
        else:
            message = _("{path} is not part of a term set, so it was not changed.")
            raise RefusedError(message.format(path=one_line(str(path))))
    except (OSError, ValueError) as error:
        raise BrokenFileError.of(path, error) from error


def _files_of(folder: Path) -> Iterator[Path]:
    yield folder / TERMSET
    for name in (SESSION, CARDS):
        if os.path.lexists(folder / name):
            yield folder / name
    for room in _KINDS:
        yield from list_files(folder / room).files.values()
