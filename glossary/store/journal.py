"""What people typed and could not be saved, in a folder of the user's own, outside the sets."""

import contextlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeGuard

from glossary.domain import UnreadableError
from glossary.domain.ids import is_valid_id
from glossary.store.source import MAX_BYTES, read_bytes
from glossary.workflow.keeping import Unsaved

_FORMAT = 1
# More than people leave undecided; so many are read at a start, whatever lies there.
_MOST = 200
_ID = r"[0-9a-f]{12}"


class FileJournal:
    """Implements `glossary.workflow.keeping.Journal` with a file of JSON for each text.

    Only the user may read them. A file that is damaged, or that is not about this set, is left
    alone. Every form that is opened has an id of its own, so that programs and earlier starts
    never write over each other's texts.
    """

    def __init__(self, place: Path, folder: Path) -> None:
        self._place = place
        self._folder = folder

    def waiting(self, set_id: str) -> tuple[Unsaved, ...]:
        """The texts of a set; what a killed program left half written is removed."""
        with contextlib.suppress(OSError, ValueError):
            return tuple(self._read(self._whole(set_id)))
        return ()

    def keep(self, set_id: str, text: Unsaved) -> bool:
        """Keep a text, whole or not at all."""
        # Loads what saving needs, and most commands only read.
        from glossary.store.atomic import put_private

        # A text that no file can hold, with half a character in it, is written as an escape.
        data = json.dumps(
            {"format": _FORMAT, "set": str(self._whole(set_id)), **text._asdict()},
            ensure_ascii=False,
            indent=1,
        ).encode("utf-8", "backslashreplace")
        if len(data) > MAX_BYTES:
            return False
        try:
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            put_private(self.file(set_id, text.id), data)
        except (OSError, ValueError):
            return False
        return True

    def drop(self, set_id: str, text_id: str) -> None:
        """Forget a text."""
        with contextlib.suppress(OSError):
            self.file(set_id, text_id).unlink(missing_ok=True)

    def file(self, set_id: str, text_id: str) -> Path:
        """The file of a text."""
        return self._place / f"{_digest(self._whole(set_id))}-{text_id}.json"

    def _whole(self, set_id: str) -> Path:
        return self._folder.resolve() / set_id

    def _read(self, whole: Path) -> Iterator[Unsaved]:
        named = re.compile(rf"(\.)?{_digest(whole)}-({_ID})\.json(?(1)\.{_ID}\.tmp)")
        found = [(path, match) for path in self._files() if (match := named.fullmatch(path.name))]
        whole_files = [(path, match[2]) for path, match in found if not match[1]]
        for path in {path for path, _match in found} - {path for path, _id in whole_files}:
            path.unlink(missing_ok=True)
        for path, text_id in whole_files[:_MOST]:
            text = _text(path, text_id, str(whole))
            if text is not None:
                yield text

    def _files(self) -> list[Path]:
        return sorted(self._place.iterdir(), key=_moment)


def _moment(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.lstat().st_mtime_ns
    return 0  # another program has just dropped it


def _digest(whole: Path) -> str:
    # It loads a library of the system, which a first frame need not wait for.
    from hashlib import blake2b

    return blake2b(os.fsencode(whole), digest_size=16).hexdigest()


def _text(path: Path, text_id: str, whole: str) -> Unsaved | None:
    """The text in a file; None when it is damaged, or about another set."""
    try:
        plain = json.loads(read_bytes(path))
    except (OSError, UnreadableError, ValueError, RecursionError):
        return None
    if not isinstance(plain, dict) or (plain.get("format"), plain.get("set")) != (_FORMAT, whole):
        return None
    form, term, partner, typed, known = (plain.get(key) for key in Unsaved._fields[1:])
    if not (isinstance(form, str) and _is_id(term) and (partner == "" or _is_id(partner))):
        return None
    if not (_are_texts(typed) and _are_texts(known)):
        return None
    return Unsaved(text_id, form, term, partner, typed, known)


def _is_id(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and is_valid_id(value)


def _are_texts(value: Any) -> TypeGuard[dict[str, str]]:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
