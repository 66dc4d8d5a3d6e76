"""Which files a set consists of, and whether they changed."""

import contextlib
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.domain import Finding, Severity
from glossary.domain.ids import is_valid_id
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store.kinds import id_remedy
from glossary.store.source import BrokenFileError, symlink

TERMSET = "termset.toml"
SESSION = "session.toml"
CARDS = "cards.toml"
PARTNERS = "partners"
AGREEMENTS = "agreements"
_SUFFIX = ".toml"
_LOOKS_LIKE_TOML = (".toml.txt", ".tml", _SUFFIX)

Stamp = tuple[int, int, int]
Snapshot = dict[str, Stamp]


class Listing(NamedTuple):
    """The usable files of one folder by id, sorted, and what is wrong with the others."""

    files: dict[str, Path]
    findings: tuple[Finding, ...] = ()


def list_files(folder: Path) -> Listing:
    """The TOML files of partners/ or agreements/; a folder that is not there has none."""
    try:
        refuse_symlink(folder)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return Listing({})
    except BrokenFileError as error:
        return Listing({}, (error.finding,))
    except OSError as error:
        return Listing({}, (BrokenFileError.of(folder, error).finding,))
    files: dict[str, Path] = {}
    findings: list[Finding] = []
    for entry in entries:
        finding = _finding_on_name(folder / entry.name)
        if finding is not None:
            findings.append(finding)
        elif entry.name.endswith(_SUFFIX) and not entry.name.startswith("."):
            files[entry.name.removesuffix(_SUFFIX)] = folder / entry.name
    # By id and not by file name, in which "a-b.toml" comes before "a.toml".
    return Listing(dict(sorted(files.items())), tuple(findings))


def list_sets(folder: Path) -> tuple[str, ...]:
    """Ids of the folders with a termset.toml, sorted. Raises OSError."""
    with os.scandir(folder) as entries:
        return tuple(
            sorted(
                entry.name
                for entry in entries
                if is_valid_id(entry.name)
                and entry.is_dir(follow_symlinks=False)
                and os.path.lexists(folder / entry.name / TERMSET)
            )
        )


def refuse_symlink(path: Path) -> None:
    """Raise BrokenFileError when `path` is a symlink."""
    if path.is_symlink():
        raise symlink(path)


def whole(path: Path) -> Path:
    """The path from the root; no link in it is followed, so that it can be refused."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # `absolute` leaves ".." in


def twin_of(path: Path) -> Path | None:
    """An entry of the same folder that differs from `path` in case or Unicode form only."""
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return None
    twins = (name for name in names if name != path.name and _folded(name) == _folded(path.name))
    return next((path.parent / name for name in twins), None)


def snapshot(folder: Path) -> Snapshot:
    """Stamps of all files that make up the set, by their path inside it."""
    return dict(_stamps(folder))


def _stamps(folder: Path) -> Iterator[tuple[str, Stamp]]:
    for name in (TERMSET, SESSION, CARDS):
        with contextlib.suppress(OSError):
            yield name, _stamp_of((folder / name).lstat())
    for name in (PARTNERS, AGREEMENTS):
        try:
            refuse_symlink(folder / name)
            with os.scandir(folder / name) as entries:
                for entry in entries:
                    if entry.name.endswith(_SUFFIX) and not entry.name.startswith("."):
                        stamp = _stamp_of(entry.stat(follow_symlinks=False))
                        yield f"{name}/{entry.name}", stamp
        except (OSError, BrokenFileError):
            continue


def _stamp_of(status: os.stat_result) -> Stamp:
    """What changes when a file is changed: modification time in ns, size, inode."""
    return status.st_mtime_ns, status.st_size, status.st_ino


def _finding_on_name(path: Path) -> Finding | None:
    name = path.name.lower()
    if name.startswith(".") or not name.endswith(_LOOKS_LIKE_TOML):
        return None
    if not path.name.endswith(_SUFFIX):
        message = _("This file is not read: its name does not end in .toml.")
        remedy = _("Rename it.")
        return Finding(path, "stray-file", message, remedy, Severity.WARNING)
    if is_valid_id(path.stem):
        return None
    twin = twin_of(path)
    if twin is not None:
        message = _("This file is not used: its name differs too little from {other}.")
        remedy = _("Put all that it says in one of the two files: some systems see one file.")
        return Finding(path, "twin-file", message.format(other=one_line(twin.name)), remedy)
    message = _("This file is not used: its name cannot be an id.")
    return Finding(path, "bad-id", message, id_remedy(path.stem))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
