"""Bytes in the place of a file of a set: what the program does with them, and what it may do."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli

from glossary.domain import Definition, Draft, Finding, GlossaryError, UnreadableError
from glossary.store.folder import FolderStore
from glossary.workflow.checking import check
from tests.store import TERMSET, lay_set

CARDS = 'format = 1\n\n[cards.buur]\ntitle = "Vraag de buren"\nlines = ["Wat zien zij?"]\n'
NEW = "Nieuw\nen “meer”"
# Nothing stands in the file that could be pointed at.
_ABSENT = {"format-missing", "missing-key", "missing-file"}
# Of what cannot be read at all; a file that is too large or newer has no one place.
_PLACED = {"syntax-error", "not-utf-8", "too-deep", "number-too-long"}


@dataclass(frozen=True, slots=True)
class Put:
    """What became of it: seconds in the program, whether it was used, and whether changed."""

    seconds: float
    is_read: bool
    is_edited: bool


class Place:
    """One file of a set of six, `folder`/keten; the others are fine."""

    names = (
        "partners/noord.toml",
        "agreements/regie.toml",
        "termset.toml",
        "session.toml",
        "cards.toml",
    )

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._path = folder / "keten" / name
        self._was = self._path.read_bytes()

    def put(self, data: bytes) -> Put:
        """Load, check, change and read again; fails on anything but values and sentences."""
        self._path.write_bytes(data)
        start = time.perf_counter()
        store = FolderStore(self._folder)
        is_read = self._loaded(store)
        self._judged(check(store))
        is_edited = self._edited(store, data)
        seconds = time.perf_counter() - start
        self._path.write_bytes(self._was)
        return Put(seconds, is_read, is_edited)

    def _loaded(self, store: FolderStore) -> bool:
        try:
            loaded = store.load("keten")
        except UnreadableError as error:
            return self._said_so(error, is_possible=self._name == "termset.toml")
        assert "delta" in loaded.termset.partners
        cards = store.cards("keten", "nl")
        assert cards.cards
        if self._name == "cards.toml":
            return not cards.findings
        if self._name == "session.toml":
            return loaded.termset.session is not None
        return {"noord", "regie"} <= {*loaded.termset.partners, *loaded.termset.agreements}

    def _said_so(self, error: GlossaryError, *, is_possible: bool) -> bool:
        assert str(self._path) in str(error)
        assert is_possible
        return False

    def _judged(self, findings: tuple[Finding, ...]) -> None:
        for found in findings:
            assert found.message
            assert found.remedy
            if found.path == self._path:
                assert found.line or found.code in _ABSENT
                assert found.column or found.code not in _PLACED

    def _edited(self, store: FolderStore, data: bytes) -> bool:
        if self._name == "cards.toml":  # which the program never writes
            return False
        try:
            value = self._changed(store)
        except GlossaryError as error:
            return self._said_so(error, is_possible=self._path.read_bytes() == data)
        now = self._path.read_bytes()
        assert _within(_rest(data), tomli.loads(_text(now)))
        again = store.load("keten").termset
        files = (*again.partners.values(), *again.agreements.values())
        assert value in (again.vocabulary, again.session, *files)
        return True

    def _changed(self, store: FolderStore) -> object:
        changes: dict[str, Callable[[], object]] = {
            "partners/noord.toml": lambda: store.update_partner(
                "keten",
                "noord",
                lambda now: replace(
                    now, name=NEW, definitions={**now.definitions, "regie": Definition(NEW)}
                ),
            ),
            "agreements/regie.toml": lambda: store.update_agreement(
                "keten", "regie", lambda now: replace(now, draft=Draft(NEW, NEW))
            ),
            "termset.toml": lambda: store.update_vocabulary(
                "keten", lambda now: replace(now, title=NEW)
            ),
            "session.toml": lambda: store.update_session(
                "keten", lambda now: replace(now, minutes=25)
            ),
        }
        return changes[self._name]()


def lay_places(folder: Path) -> list[Place]:
    """A set in a folder, and the places in it that may be spoiled."""
    lay_set(folder, termset=TERMSET)
    agreement = folder / "keten" / "agreements" / "regie.toml"
    agreement.parent.mkdir()
    agreement.write_text('format = 1\nphase = "draft"\n')
    (folder / "keten" / "session.toml").write_text('format = 1\nterms = ["regie"]\n')
    (folder / "keten" / "cards.toml").write_text(CARDS)
    return [Place(folder, name) for name in Place.names]


def _rest(data: bytes) -> dict[str, Any]:
    """All that was not meant to change."""
    plain = tomli.loads(_text(data))
    for key in ("name", "title", "draft", "minutes"):
        plain.pop(key, None)
    if isinstance(plain.get("definitions"), dict):
        plain["definitions"].pop("regie", None)
    return plain


def _within(before: object, after: object) -> bool:
    """Whether every value is still there; a key that was missed may have come."""
    if isinstance(before, dict) and isinstance(after, dict):
        return all(key in after and _within(value, after[key]) for key, value in before.items())
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return all(map(_within, before, after))
    return repr(before) == repr(after)  # nan is not nan


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig")
