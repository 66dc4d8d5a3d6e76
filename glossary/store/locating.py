"""Lines of keys for whoever has something to say about a file."""

from pathlib import Path

from glossary.store.keypath import KeyPath, parsed
from glossary.store.source import BrokenFileError, Stamp, decoded, read_bytes, stamp_of


class Locator:
    """Remembers the lines of every file as it was, for who asks goes from file to file."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Stamp, dict[KeyPath, int]]] = {}

    def line(self, path: Path, key: str) -> int:
        """Line of a dotted key, or of the nearest table around it; 0 when there is none."""
        from glossary.store.blocks import line_of, lines_of

        try:
            known = self._known.get(path)
            if known is None or known[0] != stamp_of(path.lstat()):
                data, stamp = read_bytes(path)
                known = self._known[path] = (stamp, lines_of(decoded(path, data)))
        except (OSError, ValueError, BrokenFileError):
            return 0
        return line_of(known[1], parsed(key))
