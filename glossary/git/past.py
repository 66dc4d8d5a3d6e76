"""The past of one set as git remembers it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.domain import NotFoundError
from glossary.git.command import answered, told
from glossary.git.objects import Objects, files_in
from glossary.locale import gettext as _
from glossary.workflow.naming import quote
from glossary.workflow.ports import Commit, Revision

_HERE = b"./"  # git reads "<commit>:./<path>" from the folder in which it runs
_WHOLE = b"termset.toml"  # the set goes where this file goes
_MOST_NAMES = 10
# rev-list is plumbing: settings for `git log` (signatures, external programs) do not reach it.
_FORM = "--format=%H%x00%P%x00%h%x00%ad%x00%an%x00%s"
_WALK = ("--topo-order", "--full-history", "--parents", "--encoding=UTF-8", "--date=raw", _FORM)
_RENAMES = ("-r", "-M", "--diff-filter=R", "--raw", "-z", "--no-commit-id", "--no-ext-diff")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the set stands in its repository: the way up to the root, and down again."""

    up: bytes
    down: bytes
    shallow: bool


class GitPast:
    """Implements `glossary.workflow.ports.Past` for the folder of a set.

    A file of more than `limit` bytes is given as its first `limit` bytes. The folder is followed
    through renames of it, or of a folder that it is in.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder, self._limit = folder, limit
        self._names = [_HERE]

    def revisions(self, paths: Sequence[str]) -> tuple[Revision, ...]:
        """The commits that touched these paths, newest first. Raises UnreadableError."""
        place = self._place()
        head = self._resolved("HEAD")
        if head is None:
            return ()
        found = self._with_files(place, head, paths)
        while len(self._names) < _MOST_NAMES:
            older = self._older_name(place, found)
            if older is None:
                break
            self._names.append(older)
            found = self._with_files(place, head, paths)
        return found

    def contents(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What these ids stand for, in their order, as far as this clone has it."""
        wanted = tuple(ids)
        with Objects(self._folder, limit=self._limit) as objects:
            found = objects.each(own_id.encode() for own_id in wanted)
            for own_id, one in zip(wanted, found, strict=True):
                if one is not None:
                    yield own_id, one.data

    def commit(self, name: str) -> Commit:
        """The commit with this hash, branch or tag. Raises NotFoundError."""
        self._place()
        own_id = self._resolved(name)
        if own_id is None:
            absent = _(
                "There is no commit {name} in this repository. Give its hash, branch or tag."
            )
            raise NotFoundError(absent.format(name=quote(name)))
        return self._listed("--no-walk", *_WALK, "--end-of-options", own_id, "--")[0].commit

    def reachable(self, commit: str, paths: Sequence[str]) -> frozenset[str]:
        """Ids of the commits that touched these paths, up to and including this one."""
        return frozenset(one.commit.id for one in self._walk(self._place(), commit, paths))

    def _place(self) -> _Place:
        words = ("--is-shallow-repository", "--show-cdup", "--show-prefix")
        lines = told(self._folder, "rev-parse", *words).removesuffix(b"\n")
        shallow, up, down = lines.split(b"\n", 2)
        return _Place(up, down, shallow == b"true")

    def _resolved(self, name: str) -> str | None:
        if "\0" in name:
            return None
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
        found = answered(self._folder, *words)
        return None if found is None else found.decode().strip()

    def _walk(self, place: _Place, commit: str, paths: Sequence[str]) -> list[Revision]:
        """The commits that touched the paths under any name of the set, without their files."""
        roots = [b"" if name == _HERE else place.up + name for name in self._names]
        named = [root + path.encode() for root in roots for path in paths]
        return self._listed(*_WALK, "--end-of-options", commit, "--", *named)

    def _listed(self, *words: str | bytes) -> list[Revision]:
        lines = iter(told(self._folder, "rev-list", *words).split(b"\n"))
        # Each commit has a line of its own before the one that was asked for.
        return [_revision(line) for _own, line in zip(lines, lines, strict=False)]

    def _older_name(self, place: _Place, found: Sequence[Revision]) -> bytes | None:
        """What the folder was called before it came to the oldest name that is known of it.

        Only commits before which the set was not there are looked at.
        """
        name = place.down if self._names[-1] == _HERE else self._names[-1]
        files = {revision.commit.id: revision.files for revision in found}
        for revision in found:
            if revision.files and not any(files.get(parent) for parent in revision.parents):
                older = self._moved_from(revision.commit.id, name)
                if older is not None and older not in self._names and b"\n" not in older:
                    return older
        return None

    def _moved_from(self, commit: str, name: bytes) -> bytes | None:
        words = (*_RENAMES, "--end-of-options", commit)
        parts = iter(told(self._folder, "diff-tree", *words).split(b"\0"))
        for _modes, old, new in zip(parts, parts, parts, strict=False):
            if new == name + _WHOLE and (b"/" + old).endswith(b"/" + _WHOLE):
                return old.removesuffix(_WHOLE)
        return None

    def _with_files(self, place: _Place, head: str, paths: Sequence[str]) -> tuple[Revision, ...]:
        """The commits that touched the paths, with the files under the newest name there."""
        listed = self._walk(place, head, paths)
        rooms = sorted({path.partition("/")[0] for path in paths})
        with Objects(self._folder) as objects:
            files = [
                self._files(objects, rooms, [one.commit.id for one in listed], name)
                for name in self._names
            ]
            return tuple(
                one._replace(
                    files=_wanted(next(filter(None, named), {}), paths),
                    cut=place.shallow and not one.parents and _is_cut(objects, one.commit.id),
                )
                for one, *named in zip(listed, *files, strict=True)
            )

    def _files(
        self, objects: Objects, rooms: Sequence[str], commits: Sequence[str], name: bytes
    ) -> list[dict[str, str]]:
        """The files of the set at each commit, under one name of it."""
        found: list[dict[str, str]] = [{} for _commit in commits]
        trees: dict[str, dict[str, str]] = {}
        for room in rooms:
            asked = (f"{commit}:".encode() + name + room.encode() for commit in commits)
            for files, tree in zip(found, objects.each(asked), strict=True):
                if tree is None or tree.kind != "tree":
                    continue
                if tree.id not in trees:
                    trees[tree.id] = files_in(tree.data, len(tree.id) // 2)
                files.update({f"{room}/{key}": own for key, own in trees[tree.id].items()})
        return found


def _wanted(files: Mapping[str, str], paths: Sequence[str]) -> dict[str, str]:
    """The files that are one of these paths, or in one of them."""
    return {
        path: own for path, own in files.items() if path in paths or path.partition("/")[0] in paths
    }


def _is_cut(objects: Objects, commit: str) -> bool:
    """Whether a commit has a parent that this clone does not have."""
    found = objects.get(commit.encode())
    head = found.data.partition(b"\n\n")[0] if found else b""
    parents = [line[7:] for line in head.split(b"\n") if line.startswith(b"parent ")]
    return any(objects.get(parent) is None for parent in parents)


def _revision(line: bytes) -> Revision:
    own_id, parents, short, date, author, subject = (
        part.decode(errors="replace") for part in line.split(b"\0", 5)
    )
    return Revision(Commit(own_id, short, author, _moment(date), subject), tuple(parents.split()))


def _moment(raw: str) -> dt.datetime | None:
    """A moment that git writes as seconds and zone; None for one that no calendar has."""
    seconds, _space, zone = raw.partition(" ")
    try:
        minutes = int(zone[:1] + "1") * (int(zone[1:3]) * 60 + int(zone[3:5]))
        return dt.datetime.fromtimestamp(int(seconds), dt.timezone(dt.timedelta(minutes=minutes)))
    except (ValueError, OverflowError, OSError):
        return None
