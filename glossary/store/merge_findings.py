"""What a merge of files lost or invented, as findings with lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from glossary.domain import Finding
from glossary.domain.merge_check import Astray, Versions, astray
from glossary.domain.merge_plans import FILES
from glossary.domain.merging import ABSENT
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store.blocks import line_of, lines_of
from glossary.store.keypath import dotted
from glossary.store.layout import AGREEMENTS, CARDS, PARTNERS, SESSION, TERMSET
from glossary.store.source import BrokenFileError, decoded, source_of
from glossary.workflow.ports import Merge, MergedFile

_HASH = 10  # so many digits of a hash are shown


def merge_findings(merge: Merge) -> Iterator[Finding]:
    """Findings on the files of term sets in a merge. Raises UnreadableError."""
    for file in merge.files():
        if _is_of_a_set(file.path) and not _may_be_renamed(file):
            yield from _of_file(file, merge.parents)


def _is_of_a_set(path: Path) -> bool:
    whole = path.absolute()
    if whole.name == TERMSET:
        return True
    folder = whole.parent
    if whole.name in (SESSION, CARDS):
        return (folder / TERMSET).is_file()
    is_member = folder.name in (PARTNERS, AGREEMENTS) and whole.suffix == ".toml"
    return is_member and (folder.parent / TERMSET).is_file()


def _may_be_renamed(file: MergedFile) -> bool:
    """Whether a file is in one parent alone: under another name it may be in all of them."""
    there = [one for one in file.parents if one is not None]
    return file.result is not None and not any(file.bases) and len(there) < len(file.parents)


def _of_file(file: MergedFile, commits: tuple[str, ...]) -> Iterator[Finding]:
    try:
        bases = tuple(_plain(file.path, one) for one in file.bases)
        parents = tuple(_plain(file.path, one) for one in file.parents)
        result = _plain(file.path, file.result)
    except BrokenFileError:
        return  # of a broken result the check of the file itself tells
    found = astray(FILES, Versions(bases, parents, result))
    if file.result is None:
        # One sentence for the whole file.
        found = [one._replace(at=(), home=()) for one in found[:1]]
        lines = {}
    else:
        lines = lines_of(decoded(file.path, file.result)) if found else {}
    for one in found:
        line = line_of(lines, one.home) if one.home else 0
        yield _finding(file.path, one, commits[one.parent], line)


def _plain(path: Path, data: bytes | None) -> Any:
    return ABSENT if data is None else source_of(path, data).plain


def _finding(path: Path, found: Astray, commit: str, line: int) -> Finding:
    place = {"key": dotted(found.at) or _("This file"), "commit": commit[:_HASH]}
    if found.is_lost:
        code, message = "merge-lost", _("{key}: this merge does not hold what {commit} says here.")
    else:
        code, message = "merge-invented", _("{key}: no version that was merged says this.")
    remedy = _("Compare with: git diff {commit} -- {path}")
    return Finding(
        path,
        code,
        message.format(**place),
        remedy.format(path=one_line(str(path)), **place),
        key=dotted(found.home),
        line=line,
    )
