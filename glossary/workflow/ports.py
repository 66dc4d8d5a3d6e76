"""What the use cases need from the outside world; adapters are wired in `glossary.bootstrap`."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from glossary.domain import Finding, Severity, TermSet, Vocabulary
from glossary.workflow.keeping import Journal, Memory

if TYPE_CHECKING:
    from glossary.domain import Agreement, Partner
    from glossary.domain.cards import Card
    from glossary.domain.sessions import Session


class Loaded(NamedTuple):
    """A set as far as its files could be read, and what is wrong with the others.

    `version` equals that of `Store.version` as long as no file has changed since.
    """

    termset: TermSet
    findings: tuple[Finding, ...] = ()
    version: object = None

    @property
    def unread(self) -> dict[str, Finding]:
        """The ids of partners of whom nothing could be read, each with the reason."""
        found: dict[str, Finding] = {}
        for one in self.findings:
            partner = one.path.stem
            if (
                one.severity is Severity.ERROR
                and one.path.parent.name == "partners"
                and partner not in self.termset.partners
            ):
                found.setdefault(partner, one)
        return found

    @property
    def left_out(self) -> tuple[Finding, ...]:
        """The files and folders of which nothing could be read, each with the first reason."""
        rooms = {"partners": self.termset.partners, "agreements": self.termset.agreements}
        found: dict[Path, Finding] = {}
        for one in self.findings:
            if one.severity is not Severity.ERROR:
                continue
            members = rooms.get(one.path.parent.name)
            if members is not None:
                is_lost = one.path.stem not in members
            elif one.path.name == "session.toml":
                is_lost = self.termset.session is None
            else:
                is_lost = one.path.name in rooms
            if is_lost:
                found.setdefault(one.path, one)
        return tuple(found.values())


class CardBox(NamedTuple):
    """Conversation cards by id, in their order, and what is wrong with the file of the set."""

    cards: "Mapping[str, Card]"
    findings: tuple[Finding, ...] = ()


# What else there is to say about a set that was read from this folder. A key is that of the
# value in the set ("restatements[0].text"); the store puts in the line.
Judge = Callable[[TermSet, Path], Iterable[Finding]]


class Store(Protocol):
    """Term sets in a folder.

    Changes are functions from the value as it now stands in the file to the intended one, so
    that a change made elsewhere in the meantime is kept. Every method raises `GlossaryError`
    with a sentence for the reader; after an error nothing on disk has changed.
    """

    @property
    def folder(self) -> Path:
        """The folder that holds the sets."""

    @property
    def memory(self) -> Memory:
        """What was worked out about its sets before."""

    @property
    def journal(self) -> Journal:
        """What was typed for its sets and could not be saved."""

    def sets(self) -> tuple[str, ...]:
        """Ids of the sets, sorted; empty when the folder has none."""

    def load(self, set_id: str) -> Loaded:
        """Read a set; a broken file becomes findings and never hides the others.

        A wrong value is left out, with a finding. An id that names what is not there (a partner
        that left, a term that was removed) stays in the set, with a finding as well.

        Raises NotFoundError when there is no such set, UnreadableError when its termset.toml
        cannot be read at all.
        """

    def outline(self, set_id: str) -> TermSet:
        """What a set's termset.toml says, at once: as if no partner had said anything yet.

        Raises as `load` does.
        """

    def create(self, termset: TermSet) -> None:
        """Write a new set with its partners and agreements; refuses an existing folder."""

    def add_partner(self, set_id: str, partner: "Partner") -> None:
        """Write a new partner's file; refuses an existing one."""

    def update_partner(
        self, set_id: str, partner_id: str, change: "Callable[[Partner], Partner]"
    ) -> "Partner":
        """Change one partner's file, keeping comments, order, line endings and unknown keys.

        Nothing is written when `change` gives an equal value. `change` is called again when the
        file was changed elsewhere meanwhile. Raises NotFoundError and RefusedError.
        """

    def update_agreement(
        self, set_id: str, term_id: str, change: "Callable[[Agreement], Agreement]"
    ) -> "Agreement":
        """Change the agreement on a term; its file is made when there is none yet."""

    def update_vocabulary(
        self, set_id: str, change: Callable[[Vocabulary], Vocabulary]
    ) -> Vocabulary:
        """Change termset.toml."""

    def update_session(self, set_id: str, change: "Callable[[Session], Session]") -> "Session":
        """Change the agenda of the session; its file is made when there is none yet.

        `undo` leaves this change alone: it is about where the group is, not what it said.
        """

    def require_writable(self, set_id: str) -> None:
        """Raise RefusedError where nothing could be saved, before anybody types there."""

    def version(self, set_id: str) -> object:
        """What is equal as long as no file of the set changes on disk; without reading them.

        Raises NotFoundError for what cannot be a set.
        """

    def undo(self) -> Path | None:
        """Take back the last change of a file that was made here, and give that file.

        None when there is none left. What was changed elsewhere in that file since stays; where
        that is the same as what would be taken back, nothing happens: raises RefusedError.
        """

    def redo(self) -> Path | None:
        """Make the change again that was taken back last; otherwise as `undo`."""

    def cards(self, set_id: str, language: str) -> CardBox:
        """The conversation cards for a set: its own first, then the program's in a language.

        Raises NotFoundError when there is no such set.
        """

    def sweep(self, set_id: str) -> None:
        """Remove what a program that was killed during a save left behind, if anything."""

    def check(self, paths: Sequence[Path], judge: Judge | None = None) -> tuple[Finding, ...]:
        """Findings on these files or folders (the whole folder when empty), by path and line.

        `judge` finds more in every set of which termset.toml could be read.
        """

    def files(self, paths: Sequence[Path]) -> Iterator[Path]:
        """The files of sets at these paths, or in the whole folder, each once."""

    def tidy(self, path: Path, *, is_trial: bool) -> bool:
        """Whether a file is not in its canonical form; it then gets it, unless on trial."""


class Commit(NamedTuple):
    """Who recorded something and when: full and short hash, author, moment, first line.

    `date` is None where the commit has none that a calendar knows. Clocks are shown, and never
    ordered by.
    """

    id: str
    short: str
    author: str
    date: dt.datetime | None
    subject: str


class Revision(NamedTuple):
    """The files of a set as they were at a commit.

    `parents` are the nearest earlier revisions, by hash; `files` gives for a path inside the set
    ("partners/noord.toml") the id of its contents. `cut` says that there were earlier ones, but
    not in this clone.
    """

    commit: Commit
    parents: tuple[str, ...] = ()
    files: Mapping[str, str] = {}
    cut: bool = False


class Past(Protocol):
    """What version control remembers of one set. Paths are files or folders inside the set.

    Every method raises UnreadableError with a sentence for the reader where there is no version
    control, or where it cannot be read.
    """

    def revisions(self, paths: Sequence[str]) -> tuple[Revision, ...]:
        """The commits that touched these paths and those in which branches met.

        Newest first: each before its parents, whatever the clocks said.
        """

    def contents(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What the ids of `Revision.files` stand for, as far as it is here, in their order."""

    def commit(self, name: str) -> Commit:
        """The commit that somebody named. Raises NotFoundError."""

    def reachable(self, commit: str, paths: Sequence[str]) -> frozenset[str]:
        """Hashes of the revisions up to and including this commit; call `revisions` first."""


class MergedFile(NamedTuple):
    """A file as common ancestors, parents and result of a merge have it; None for "not at all"."""

    path: Path
    bases: tuple[bytes | None, ...]
    parents: tuple[bytes | None, ...]
    result: bytes | None


class Merge(Protocol):
    """A merge of versions. Without bases nobody knows what the versions come from."""

    @property
    def parents(self) -> tuple[str, ...]:
        """Hashes of what was merged, in the order of `MergedFile.parents`."""

    def files(self) -> Iterable[MergedFile]:
        """The files that are not the same in all versions. Raises UnreadableError."""


ReadMember = Callable[[Path, bytes], "Partner | Agreement"]
"""Reads a partner or an agreement from bytes. The path tells which, and is named in errors:
raises UnreadableError."""
