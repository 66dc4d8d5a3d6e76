"""What the result of a comparison depends on besides what is asked: the program itself."""

import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SUFFIXES = frozenset({".py", ".toml", ".npz"})
# Libraries whose data or rules decide which words are near.
_LIBRARIES = ("numpy", "rapidfuzz", "simplemma", "snowballstemmer")


@cache
def edition() -> str:
    """A text that changes whenever this program or one of those libraries does.

    It is made of names, sizes and times of files: no file is read.
    """
    files = sorted(path for path in _PACKAGE.rglob("*") if path.suffix in _SUFFIXES)
    return "\n".join([sys.version, *map(_told, [*files, *_origins()])])


def _origins() -> Iterator[Path]:
    for name in _LIBRARIES:
        found = find_spec(name)
        if found is not None and found.origin is not None:
            yield Path(found.origin)


def _told(path: Path) -> str:
    status = path.stat()
    return f"{path} {status.st_size} {status.st_mtime_ns}"
