"""Which files hold what the program wrote last: only those are its own to write over.

What somebody changed by hand since is theirs. Where the memory was lost nothing is the program's
own, so a hand-made change is never lost with it.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import NamedTuple

from glossary.workflow.keeping import Memory

# Who exports to more places than this has the oldest of them taken for somebody else's.
_MOST = 100


class Exports(NamedTuple):
    """The exports of one set that are remembered."""

    memory: Memory
    set_id: str

    def may_write(self, path: Path, text: bytes) -> bool:
        """Whether nothing of somebody else's is lost when this text is written there.

        Raises OSError when what stands there cannot be read.
        """
        try:
            there = path.read_bytes()
        except FileNotFoundError:
            return True
        return there == text or self._known().get(_name(path)) == _digest(there)

    def free(self, path: Path, text: bytes) -> Path:
        """The path itself, or the first of "name 2", "name 3", … to which this may be written."""
        return next(each for each in _names(path) if self.may_write(each, text))

    def remember(self, path: Path, text: bytes) -> None:
        """The program wrote this there."""
        self.memory.add(self._key, {_name(path): _digest(text)})
        self.memory.forget(self._key, [*self._known()][-_MOST:])

    @property
    def _key(self) -> str:
        # No set has this id: ids have no dots.
        return f"{self.set_id}.exports"

    def _known(self) -> Mapping[str, str]:
        return self.memory.recall(self._key)


def _names(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_stem(f"{path.stem} {n}") for n in count(2))


def _name(path: Path) -> str:
    return str(path.resolve())


def _digest(text: bytes) -> str:
    return blake2b(text, digest_size=16).hexdigest()
