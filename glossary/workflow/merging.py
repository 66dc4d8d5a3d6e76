"""Merge a file for git, so that whatever happens, what was not merged is seen."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Files(NamedTuple):
    """A file as it was and as each side has it, in files of their own as git hands them over."""

    base: Path
    ours: Path
    theirs: Path


class Three(NamedTuple):
    """The bytes of a file as it was, and as each side has it now."""

    base: bytes
    ours: bytes
    theirs: bytes


class LineMerge(NamedTuple):
    """What a merge of lines makes of two versions.

    `marked` has marks around what differs, also where the lines merge; `clean` is the result
    without a conflict, None when there is one.
    """

    marked: bytes
    clean: bytes | None


class EntryMerge(NamedTuple):
    """What a merge of entries makes of them; it is clean when there are no complaints.

    With complaints `data` has the conflicts marked around single entries, and is None where
    that cannot be done. A complaint is a sentence for whoever has to decide.
    """

    data: bytes | None
    complaints: tuple[str, ...] = ()


MergeLines = Callable[[Files], LineMerge]
MergeEntries = Callable[[Path, Three, bytes | None], EntryMerge]


def merge_files(
    files: Files, path: Path, merge_lines: MergeLines, merge_entries: MergeEntries
) -> tuple[str, ...]:
    """Put the merge in the place of our version; gives the complaints, none when it is clean.

    `path` is where the file is in the repository: a name, nothing is looked up there. Before
    entries are merged our version gets marks around all that differs, and whatever replaces it
    comes in one step: whoever stops this finds our version as it was, marks, or the result.
    Raises OSError.
    """
    three = Three(*(file.read_bytes() for file in files))
    lines = merge_lines(files)
    _put(files.ours, lines.marked)
    merged = merge_entries(path, three, lines.clean)
    if merged.data is not None:
        _put(files.ours, merged.data)
    return merged.complaints


def _put(path: Path, data: bytes) -> None:
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(data)
        shutil.copymode(path, new)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        error.filename, error.filename2 = str(path), None  # nobody knows the new one by its name
        raise
