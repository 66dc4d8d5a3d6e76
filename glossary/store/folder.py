"""Term sets in a folder on disk: the store that the use cases talk to."""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary.domain import Finding, NotFoundError, RefusedError, TermSet, Vocabulary
from glossary.domain.ids import is_valid_id
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence
from glossary.store.files import (
    AGREEMENT_FILE,
    PARTNER_FILE,
    SESSION_FILE,
    VOCABULARY_FILE,
    FileKind,
)
from glossary.store.layout import (
    AGREEMENTS,
    PARTNERS,
    SESSION,
    TERMSET,
    Snapshot,
    list_sets,
    snapshot,
)
from glossary.store.reading import place, read_outline, read_set
from glossary.store.recent import RecentFiles
from glossary.store.source import BrokenFileError, symlink
from glossary.workflow.keeping import Forgetful, Journal, Memory, NoJournal
from glossary.workflow.ports import CardBox, Judge, Loaded

if TYPE_CHECKING:
    from glossary.domain import Agreement, Partner
    from glossary.domain.sessions import Session
    from glossary.store.undoing import Saves


class FolderStore:
    """Implements `glossary.workflow.ports.Store` on a folder with a folder for each set.

    What it takes to write is loaded by the first who writes: most commands only read.
    """

    def __init__(
        self, folder: Path, memory: Memory | None = None, journal: Journal | None = None
    ) -> None:
        self._folder = folder
        self._memory = memory or Forgetful()
        self._journal = journal or NoJournal()
        self._recent = RecentFiles()
        self._made: Saves | None = None

    @property
    def folder(self) -> Path:
        """The folder that holds the sets."""
        return self._folder

    @property
    def memory(self) -> Memory:
        """What was worked out about its sets before."""
        return self._memory

    @property
    def journal(self) -> Journal:
        """What was typed for its sets and could not be saved."""
        return self._journal

    def sets(self) -> tuple[str, ...]:
        """Ids of the sets, sorted. Raises UnreadableError when the folder cannot be listed."""
        try:
            return list_sets(self._folder)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            raise BrokenFileError.of(self._folder, error) from error

    def load(self, set_id: str) -> Loaded:
        """Read a set, each file apart. Raises NotFoundError and UnreadableError."""
        folder = self._existing(set_id)
        version = snapshot(folder)
        files = read_set(folder, self._recent)
        return Loaded(files.termset(), files.findings(), version)

    def outline(self, set_id: str) -> TermSet:
        """Read termset.toml alone. Raises NotFoundError and UnreadableError."""
        return read_outline(self._existing(set_id), self._recent)

    def create(self, termset: TermSet) -> None:
        """Write a new set, whole or not at all. Raises RefusedError."""
        from glossary.store.editing import create_folder, exists, new_path
        from glossary.store.saving import new_bytes

        folder = new_path(self._folder, termset.id)
        if folder.is_symlink() or folder.exists():
            raise exists(folder)
        files = {TERMSET: new_bytes(folder / TERMSET, VOCABULARY_FILE, "", termset.vocabulary)}
        members: list[tuple[str, FileKind, Any]] = [
            (PARTNERS, PARTNER_FILE, termset.partners),
            (AGREEMENTS, AGREEMENT_FILE, termset.agreements),
        ]
        for room, kind, values in members:
            for own_id, value in values.items():
                path = new_path(folder / room, own_id, ".toml")
                files[f"{room}/{path.name}"] = new_bytes(path, kind, own_id, value)
        if termset.session is not None:
            files[SESSION] = new_bytes(folder / SESSION, SESSION_FILE, "", termset.session)
        create_folder(folder, files)

    def add_partner(self, set_id: str, partner: "Partner") -> None:
        """Write a new partner's file. Raises NotFoundError and RefusedError."""
        from glossary.store.editing import create_file, new_path
        from glossary.store.saving import new_bytes

        path = new_path(self._writable(set_id) / PARTNERS, partner.id, ".toml")
        create_file(path, new_bytes(path, PARTNER_FILE, partner.id, partner))

    def update_partner(
        self, set_id: str, partner_id: str, change: "Callable[[Partner], Partner]"
    ) -> "Partner":
        """Change one partner's file. Raises NotFoundError and RefusedError."""
        path = self._writable(set_id) / PARTNERS / f"{_checked(partner_id)}.toml"
        partner: Partner = self._update(path, PARTNER_FILE, partner_id, change)
        return partner

    def update_agreement(
        self, set_id: str, term_id: str, change: "Callable[[Agreement], Agreement]"
    ) -> "Agreement":
        """Change the agreement on a term, whose file is made when there is none."""
        from glossary.domain import Agreement

        path = self._writable(set_id) / AGREEMENTS / f"{_checked(term_id)}.toml"
        empty = Agreement(term_id)
        agreement: Agreement = self._update(path, AGREEMENT_FILE, term_id, change, empty)
        return agreement

    def update_vocabulary(
        self, set_id: str, change: Callable[[Vocabulary], Vocabulary]
    ) -> Vocabulary:
        """Change termset.toml. Raises NotFoundError and RefusedError."""
        path = self._writable(set_id) / TERMSET
        vocabulary: Vocabulary = self._update(path, VOCABULARY_FILE, "", change)
        return vocabulary

    def update_session(self, set_id: str, change: "Callable[[Session], Session]") -> "Session":
        """Change session.toml, which is made when there is none. Not part of `undo`."""
        from glossary.domain.sessions import Session

        path = self._writable(set_id) / SESSION
        session: Session = self._update(
            path, SESSION_FILE, path.stem, change, Session(), is_undone=False
        )
        return session

    def require_writable(self, set_id: str) -> None:
        """Raise RefusedError where the user may not write in a folder of the set."""
        folder = self._writable(set_id)
        for room in (folder / PARTNERS, folder / AGREEMENTS):
            place = room if room.is_dir() else folder
            if not os.access(place, os.W_OK | os.X_OK):
                message = _("Nothing can be saved in {path}. {reason}")
                reason = os_sentence(PermissionError(errno.EACCES, ""))
                raise RefusedError(message.format(path=one_line(str(place)), reason=reason))

    def version(self, set_id: str) -> Snapshot:
        """The stamps of the files of a set. Raises NotFoundError."""
        return snapshot(self._folder / _checked(set_id))

    def undo(self) -> Path | None:
        """Take back the last save that was made here. Raises RefusedError."""
        return self._saves().undo()

    def redo(self) -> Path | None:
        """Make the save again that was taken back last. Raises RefusedError."""
        return self._saves().redo()

    def cards(self, set_id: str, language: str) -> CardBox:
        """The conversation cards for a set. Raises NotFoundError."""
        from glossary.store.cards import cards_of

        return cards_of(self._existing(set_id), language)

    def sweep(self, set_id: str) -> None:
        """Remove what a program that was killed during a save left behind."""
        from glossary.store.sweeping import sweep

        sweep(self._folder / _checked(set_id))

    def check(self, paths: Sequence[Path], judge: Judge | None = None) -> tuple[Finding, ...]:
        """Findings on files and folders, sorted. Raises NotFoundError and UnreadableError."""
        from glossary.store.checking import Checker

        checker = Checker(judge)
        found = {one for path in paths or (self._folder,) for one in checker.check(path)}
        return tuple(sorted(found, key=place))

    def files(self, paths: Sequence[Path]) -> Iterator[Path]:
        """The files of sets at these paths, each once. Raises as `tidying.files_at`."""
        from glossary.store.tidying import files_at

        found = (file for path in paths or (self._folder,) for file in files_at(path))
        return iter(dict.fromkeys(found))

    def tidy(self, path: Path, *, is_trial: bool) -> bool:
        """Whether a file is not in its canonical form. Raises UnreadableError, RefusedError."""
        from glossary.store.tidying import tidied

        return tidied(path, is_trial=is_trial)

    def _saves(self) -> "Saves":
        from glossary.store.undoing import Saves

        self._made = self._made or Saves()
        return self._made

    def _existing(self, set_id: str) -> Path:
        folder = self._folder / _checked(set_id)
        if folder.is_symlink() or folder.is_dir():
            return folder
        raise _not_found(set_id)

    def _writable(self, set_id: str) -> Path:
        folder = self._existing(set_id)
        if folder.is_symlink():
            raise RefusedError(str(symlink(folder)))
        return folder

    def _update(
        self,
        path: Path,
        kind: FileKind,
        own_id: str,
        change: Callable[[Any], Any],
        absent: object = None,
        *,
        is_undone: bool = True,
    ) -> Any:
        from glossary.store.editing import update

        updated = update(path, kind, own_id, change, absent)
        if updated.new is not None and is_undone:
            self._saves().add(path, updated.old, updated.new, is_typed=updated.is_typed)
        return updated.value


def _checked(own_id: str) -> str:
    if not is_valid_id(own_id):
        raise _not_found(own_id)
    return own_id


def _not_found(own_id: str) -> NotFoundError:
    message = _("There is no {id} in this place. Check the spelling.")
    return NotFoundError(message.format(id=one_line(own_id)[:80]))
