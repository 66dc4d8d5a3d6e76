"""Lines of keys for whoever has something to say about a file."""

from pathlib import Path

from glossary.store.blocks import line_of, lines_of
from glossary.store.keypath import KeyPath, parsed
from glossary.store.source import BrokenFileError, Stamp, decoded, read_bytes, stamp_of


class Locator:
    """Remembers the lines of the last file, as questions about one file come together."""

    def __init__(self) -> None:
        self._last: tuple[Path, Stamp] | None = None
        self._lines: dict[KeyPath, int] = {}

    def line(self, path: Path, key: str) -> int:
        """Line of a dotted key, or of the nearest table around it; 0 when there is none."""
        try:
            if self._last != (path, stamp_of(path.lstat())):
                data, stamp = read_bytes(path)
                self._lines = lines_of(decoded(path, data))
                self._last = (path, stamp)
        except (OSError, ValueError, BrokenFileError):
            return 0
        return line_of(self._lines, parsed(key))
