"""The merge that HEAD is, or that is going on: each file in all its versions."""

from collections.abc import Iterator
from os import fsdecode
from pathlib import Path

from glossary.domain import UnreadableError, one_line
from glossary.git.command import answered, told
from glossary.git.objects import Objects
from glossary.locale import gettext as _
from glossary.workflow.ports import MergedFile

_REGULAR = (b"100644", b"100755")
_Files = dict[bytes, str]


class GitMerge:
    """Implements `glossary.workflow.ports.Merge` for the files below a folder.

    Of each file the first `limit` bytes are read.
    """

    def __init__(self, folder: Path, result: str | None, parents: tuple[str, ...], limit: int):
        self._folder, self._limit = folder, limit
        self._result, self.parents = result, parents

    def files(self) -> Iterator[MergedFile]:
        """The files that are not the same in all versions. Raises UnreadableError."""
        bases = [_files(self._folder, commit) for commit in self._bases()]
        parents = [_files(self._folder, commit) for commit in self.parents]
        result = None if self._result is None else _files(self._folder, self._result)
        names = dict.fromkeys(name for files in (*parents, result or {}) for name in files)
        with Objects(self._folder, limit=self._limit) as objects:
            for name in sorted(names):
                path = self._folder / fsdecode(name)
                own_ids = [files.get(name) for files in (*bases, *parents)]
                if result is None:
                    merged = _on_disk(path, self._limit)
                elif len({*own_ids, result.get(name)}) == 1:
                    continue
                else:
                    merged = _read(objects, result.get(name))
                data = [_read(objects, own_id) for own_id in own_ids]
                size = len(bases)
                yield MergedFile(path, tuple(data[:size]), tuple(data[size:]), merged)

    def _bases(self) -> list[str]:
        """The nearest common ancestors that this clone knows of."""
        words = ("merge-base", "--octopus", "--all", "--end-of-options", *self.parents)
        found = answered(self._folder, *words)
        return [] if found is None else found.decode().split()


def merge_at(folder: Path, limit: int) -> GitMerge | None:
    """The merge that goes on in the repository of a folder, else the one that HEAD is.

    None when there is neither. Raises UnreadableError without a repository, and when a version
    that was merged is not in this clone.
    """
    head = _commit(folder, "HEAD")
    if head is None:
        return None
    other = _commit(folder, "MERGE_HEAD")
    if other is not None:
        return GitMerge(folder, None, (head, other), limit)
    with Objects(folder) as objects:
        # What the commit itself says: a clone without its parents would say that it has none.
        found = objects.get(head.encode())
        lines = found.data.partition(b"\n\n")[0].split(b"\n") if found else []
        parents = [line[7:] for line in lines if line.startswith(b"parent ")]
        if len(parents) < 2:
            return None
        if any(objects.get(parent) is None for parent in parents):
            message = _(
                "The versions that were merged are not in the clone at {folder}. Fetch them: in "
                "GitHub Actions with fetch-depth: 0, elsewhere with git fetch --unshallow."
            )
            raise UnreadableError(message.format(folder=f"“{one_line(str(folder))}”"))
    return GitMerge(folder, head, tuple(parent.decode() for parent in parents), limit)


def _commit(folder: Path, name: str) -> str | None:
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
    found = answered(folder, *words)
    return None if found is None else found.decode().strip()


def _files(folder: Path, commit: str) -> _Files:
    """The regular files below a folder at a commit, by their name seen from it."""
    files: _Files = {}
    for line in told(folder, "ls-tree", "-r", "-z", commit).split(b"\0"):
        about, _tab, name = line.partition(b"\t")
        if about.split(b" ")[0] in _REGULAR:
            files[name] = about.split(b" ")[2].decode()
    return files


def _read(objects: Objects, own_id: str | None) -> bytes | None:
    found = None if own_id is None else objects.get(own_id.encode())
    return None if found is None else found.data


def _on_disk(path: Path, limit: int) -> bytes | None:
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(limit)
    except OSError:
        return None
