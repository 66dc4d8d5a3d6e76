"""What is wrong with files or folders that somebody points at."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from glossary.domain import Finding, NotFoundError
from glossary.domain.ids import is_valid_id
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store.blocks import line_of, lines_of
from glossary.store.keypath import KeyPath, dotted, parsed
from glossary.store.kinds import id_remedy
from glossary.store.layout import AGREEMENTS, CARDS, PARTNERS, SESSION, TERMSET, whole
from glossary.store.reading import SetFiles, read_set
from glossary.store.source import BrokenFileError, symlink
from glossary.workflow.ports import Judge


class Checker:
    """Looks at one path after another, and reads each set once."""

    def __init__(self, judge: Judge | None = None) -> None:
        self._judge = judge
        self._found: dict[Path, tuple[Finding, ...]] = {}

    def check(self, path: Path) -> Iterator[Finding]:
        """Findings on a folder of sets, one set, a folder in a set, or one of its files.

        Raises NotFoundError when there is nothing at `path`, UnreadableError when it cannot be
        looked into.
        """
        try:
            if path.is_symlink() and not path.is_dir():
                yield symlink(path).finding
            elif not path.exists():
                message = _("There is no file or folder {path}. Check the spelling.")
                raise NotFoundError(message.format(path=one_line(str(path))))
            elif is_set(path):
                yield from self._check_set(path)
            elif (folder := set_around(whole(path))) is not None:
                yield from self._check_part(path, folder)
            elif path.is_dir():
                yield from self._check_sets(path)
            else:
                message = _("This file is not part of a term set.")
                remedy = _("Put it in a folder with a termset.toml.")
                yield Finding(path, "stray-file", message, remedy)
        except (OSError, ValueError) as error:
            raise BrokenFileError.of(path, error) from error

    def _check_set(self, folder: Path) -> tuple[Finding, ...]:
        if folder not in self._found:
            files = read_set(folder)
            self._found[folder] = (*files.findings(), *self._judged(files))
        return self._found[folder]

    def _judged(self, files: SetFiles) -> Iterator[Finding]:
        """What the judge finds in the set, with lines; nothing without a termset.toml."""
        if self._judge is None or files.vocabulary is None:
            return
        known = {file.source.path: file for file in files.files()}
        lines: dict[Path, dict[KeyPath, int]] = {}
        for finding in self._judge(files.termset(), files.folder):
            file = known[finding.path]
            if finding.path not in lines:
                lines[finding.path] = lines_of(file.text)
            at = file.report.in_file(parsed(finding.key))
            yield replace(finding, key=dotted(at), line=line_of(lines[finding.path], at))

    def _check_part(self, path: Path, folder: Path) -> Iterator[Finding]:
        """Findings on a part of the set in `folder`, which needs its other files to be judged."""
        here = whole(path)
        for finding in self._check_set(folder):
            if finding.path.is_relative_to(here):
                yield replace(finding, path=path / finding.path.relative_to(here))
            elif here.is_relative_to(finding.path):
                yield finding  # a folder around it that is not read

    def _check_sets(self, folder: Path) -> Iterator[Finding]:
        for inner in sorted(folder.iterdir()):
            if inner.name.startswith("."):
                continue
            if inner.is_symlink():
                if inner.is_dir():
                    yield symlink(inner).finding
            elif is_set(inner):
                if not is_valid_id(inner.name):
                    message = _("This folder is not used: its name cannot be an id.")
                    yield Finding(inner, "bad-id", message, id_remedy(inner.name))
                yield from self._check_set(inner)


def is_set(folder: Path) -> bool:
    """Whether a folder is meant as a term set, however broken its files are."""
    parts = (folder / name for name in (TERMSET, PARTNERS, AGREEMENTS))
    return folder.is_dir() and any(part.is_symlink() or part.exists() for part in parts)


def set_around(path: Path) -> Path | None:
    """The set that an absolute path of a file, or of partners/ or agreements/, is part of."""
    for folder in path.parents[:2]:
        inside = path.relative_to(folder).parts
        is_part = inside in ((TERMSET,), (SESSION,), (CARDS,)) or inside[0] in (
            PARTNERS,
            AGREEMENTS,
        )
        if is_part and is_set(folder):
            return folder
    return None
