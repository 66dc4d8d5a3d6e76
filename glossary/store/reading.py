"""A folder with a term set to the set, with every file read apart."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.domain import Finding, Severity, TermSet, UnreadableError, Vocabulary
from glossary.locale import gettext as _
from glossary.store.files import (
    AGREEMENT_FILE,
    CARDS_FILE,
    PARTNER_FILE,
    SESSION_FILE,
    VOCABULARY_FILE,
    FileKind,
    ReadFile,
)
from glossary.store.layout import (
    AGREEMENTS,
    CARDS,
    PARTNERS,
    SESSION,
    TERMSET,
    list_files,
    refuse_symlink,
)
from glossary.store.recent import RecentFiles
from glossary.store.report import Ref, findings
from glossary.store.source import BrokenFileError

if TYPE_CHECKING:
    from glossary.store.references import Known


class SetFiles:
    """The files of a set as far as they could be read."""

    def __init__(self, folder: Path, recent: RecentFiles | None = None) -> None:
        self.folder = folder
        self._recent = recent or RecentFiles()
        self.vocabulary: ReadFile | None = None
        self.partners: dict[str, ReadFile] = {}
        self.agreements: dict[str, ReadFile] = {}
        self.session: ReadFile | None = None
        self.cards: ReadFile | None = None
        self.partner_ids: frozenset[str] = frozenset()
        self.broken: list[Finding] = []

    def read_vocabulary(self) -> bool:
        """Read termset.toml; whether there is more to read, which a symlink has not."""
        try:
            refuse_symlink(self.folder)
        except BrokenFileError as error:
            self.broken.append(error.finding)
            return False
        path = self.folder / TERMSET
        self.vocabulary = self.read(path, VOCABULARY_FILE, self.folder.name)
        return True

    def read_all(self, room: str, kind: FileKind) -> tuple[dict[str, ReadFile], list[str]]:
        """The files of partners/ or agreements/ by id, and the ids of all that are there."""
        listing = list_files(self.folder / room)
        self.broken += listing.findings
        read = {own_id: self.read(path, kind, own_id) for own_id, path in listing.files.items()}
        return {own_id: file for own_id, file in read.items() if file}, list(listing.files)

    def read(self, path: Path, kind: FileKind, own_id: str) -> ReadFile | None:
        """One file; None, with a finding, where it cannot be used."""
        try:
            return self._recent.read(path, kind, own_id)
        except FileNotFoundError:
            message = _("This file is missing.")
            remedy = _("Every set has a termset.toml with its title, language and terms.")
            self.broken.append(Finding(path, "missing-file", message, remedy))
        except BrokenFileError as error:
            self.broken.append(error.finding)
        return None

    def termset(self) -> TermSet:
        """The set. Raises UnreadableError when its termset.toml could not be read."""
        if self.vocabulary is None:
            path = self.folder / TERMSET
            reasons = [finding for finding in self.broken if finding.path in (path, self.folder)]
            raise BrokenFileError(reasons[0]) if reasons else UnreadableError(str(path))
        return TermSet(
            self.folder.name,
            self.vocabulary.value,
            {own_id: file.value for own_id, file in self.partners.items()},
            {own_id: file.value for own_id, file in self.agreements.items()},
            None if self.session is None else self.session.value,
            self._unread(PARTNERS, self.partners),
            self._unread(AGREEMENTS, self.agreements),
        )

    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong with the files, sorted."""
        from glossary.store.references import dangling

        known, found = self._known(), [*self.broken]
        for file in self.files():
            found += file.findings(known.dangling(file.report) if known is not None else ())
        if known is not None:
            for term in self.agreements.keys() - known.terms.keys():
                path = self.agreements[term].source.path
                found += findings(path, "", [dangling(Ref.TERM, term, (), known.terms)])
        return tuple(sorted(found, key=place))

    def files(self) -> Iterator[ReadFile]:
        """All that could be read."""
        if self.vocabulary is not None:
            yield self.vocabulary
        yield from self.partners.values()
        yield from self.agreements.values()
        for file in (self.session, self.cards):
            if file is not None:
                yield file

    def _unread(self, room: str, read: Mapping[str, ReadFile]) -> tuple[str, ...]:
        broken = {
            one.path.stem
            for one in self.broken
            if one.severity is Severity.ERROR and one.path.parent == self.folder / room
        }
        return tuple(sorted(broken - read.keys()))

    def _known(self) -> "Known | None":
        """What ids may name; None without a termset.toml."""
        from glossary.store.references import Known

        if self.vocabulary is None:
            return None
        vocabulary: Vocabulary = self.vocabulary.value
        order = {key for file in self.agreements.values() for key in file.value.order}
        return Known(vocabulary.terms, self.partner_ids, order - self.partner_ids)


def read_set(folder: Path, recent: RecentFiles | None = None) -> SetFiles:
    """Read all files of the set in `folder`; never raises for what is wrong with one of them.

    Those that `recent` knows are not read again.
    """
    files = SetFiles(folder, recent)
    if not files.read_vocabulary():
        return files
    files.partners, names = files.read_all(PARTNERS, PARTNER_FILE)
    files.partner_ids = frozenset(names)
    files.agreements, _names = files.read_all(AGREEMENTS, AGREEMENT_FILE)
    if os.path.lexists(folder / SESSION):
        files.session = files.read(folder / SESSION, SESSION_FILE, "")
    if os.path.lexists(folder / CARDS):
        files.cards = files.read(folder / CARDS, CARDS_FILE, "")
    return files


def read_outline(folder: Path, recent: RecentFiles | None = None) -> TermSet:
    """The set as far as its termset.toml says. Raises UnreadableError."""
    files = SetFiles(folder, recent)
    files.read_vocabulary()
    return files.termset()


def place(finding: Finding) -> tuple[str, int, int, str]:
    """What findings are sorted by."""
    return (str(finding.path), finding.line, finding.column, finding.code)
