"""What was worked out about sets, in a folder of the user's own that may be deleted at any time."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path


class FileMemory:
    """Implements `glossary.workflow.ports.Memory` with a file for each set of a folder.

    Only the user may read it: it quotes what partners wrote. What cannot be read or written is
    as if it had been lost.
    """

    def __init__(self, place: Path, folder: Path) -> None:
        self._place = place
        self._folder = folder

    def recall(self, set_id: str) -> Mapping[str, str]:
        """What was kept of a set."""
        try:
            found = json.loads(self._file(set_id).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        whole = isinstance(found, dict) and all(isinstance(one, str) for one in found.values())
        return found if whole else {}

    def keep(self, set_id: str, found: Mapping[str, str]) -> None:
        """Keep this of a set, whole or not at all."""
        import secrets

        with contextlib.suppress(OSError):
            file = self._file(set_id)
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished = file.with_name(f".{file.name}.{secrets.token_hex(6)}.tmp")
            try:
                number = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(number, "w", encoding="utf-8") as out:
                    json.dump(found, out, separators=(",", ":"))
                unfinished.replace(file)
            finally:
                unfinished.unlink(missing_ok=True)

    def _file(self, set_id: str) -> Path:
        # Like `secrets` it loads a library of the system, which a first frame need not wait for.
        from hashlib import blake2b

        whole = os.fsencode(self._folder.resolve() / set_id)
        return self._place / f"{blake2b(whole, digest_size=16).hexdigest()}.json"
