"""Contents out of a repository: one `git cat-file --batch` that answers question after question."""

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self, cast

from glossary.git.command import argv, environment, stopped

_REGULAR = (b"100644", b"100755")
_AT_ONCE = 1 << 20
# A pipe takes so many bytes of questions before anybody reads them, on every system.
_HANDFUL = 4000


class Found(NamedTuple):
    """An object: its id, what it is ("blob", "tree", "commit"), and its first `limit` bytes."""

    id: str
    kind: str
    data: bytes


class Objects:
    """A running `git cat-file --batch` in a folder; use it as a context manager.

    Of an object the first `limit` bytes are kept, of any object when None.
    """

    def __init__(self, folder: Path, *, limit: int | None = None) -> None:
        self._folder, self._limit = folder, limit
        self._process = subprocess.Popen(
            argv("cat-file", "--batch"),
            cwd=folder,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._questions = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        # A question that git never read may stand in the buffer still.
        with suppress(BrokenPipeError):
            self._questions.close()
        self._answers.close()
        self._process.wait()

    def get(self, name: bytes) -> Found | None:
        """The object that git knows by this name; see `each`."""
        return next(self.each([name]))

    def each(self, names: Iterable[bytes]) -> Iterator[Found | None]:
        """The objects that git knows by these names ("<id>", "<id>:<path>"); None for none.

        Names hold no line end. Raises UnreadableError when git ended.
        """
        for some in _handfuls(names):
            self._ask(some)
            for _name in some:
                yield self._answer()

    def _ask(self, names: Sequence[bytes]) -> None:
        try:
            self._questions.write(b"".join(name + b"\n" for name in names))
            self._questions.flush()
        except BrokenPipeError:
            raise stopped(self._folder) from None

    def _answer(self) -> Found | None:
        head = self._answers.readline()
        if not head:
            raise stopped(self._folder)
        words = head.split()
        if len(words) != 3 or not words[2].isdigit():
            return None
        return Found(words[0].decode(), words[1].decode(), self._read(int(words[2])))

    def _read(self, size: int) -> bytes:
        kept = size if self._limit is None else min(size, self._limit)
        data = self._answers.read(kept)
        left = size - kept + 1  # and the line end behind it
        while left and (passed := self._answers.read(min(left, _AT_ONCE))):
            left -= len(passed)
        if left:
            raise stopped(self._folder)
        return data


def _handfuls(names: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The names in lists that a pipe takes in one go."""
    some: list[bytes] = []
    size = 0
    for name in names:
        if some and size + len(name) + 1 > _HANDFUL:
            yield some
            some, size = [], 0
        some.append(name)
        size += len(name) + 1
    if some:
        yield some


def files_in(tree: bytes, id_bytes: int) -> dict[str, str]:
    """The regular files of a tree object, name to id; `id_bytes` is 20, or 32 for SHA-256.

    Links, folders, and names that are not UTF-8 are left out.
    """
    files: dict[str, str] = {}
    at = 0
    while at < len(tree):
        space, end = tree.index(b" ", at), tree.index(b"\0", at)
        mode, name = tree[at:space], tree[space + 1 : end]
        at = end + 1 + id_bytes
        if mode in _REGULAR:
            try:
                files[name.decode()] = tree[end + 1 : at].hex()
            except UnicodeDecodeError:
                continue
    return files
