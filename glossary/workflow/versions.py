"""Every version of the files of a set, read for one term."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glossary.domain import Partner, UnreadableError
from glossary.domain.ids import is_valid_id
from glossary.locale import gettext as _
from glossary.workflow.moves import Fields, State, fields_of
from glossary.workflow.naming import quote
from glossary.workflow.ports import Past, ReadMember, Revision

PARTNERS, AGREEMENTS, SUFFIX = "partners", "agreements", ".toml"

_Version = tuple[str, str]  # path inside the set, id of its contents


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the set that could not be read as it was, and why, in a sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What the files said of the term at each revision, by its hash.

    A file that could not be read counts as it was before; `unread` has it where it became so.
    `names` holds what each partner was called last, `broken` the files that cannot be read as the
    newest revision has them.
    """

    states: Mapping[str, State]
    unread: Mapping[str, tuple[Unread, ...]]
    names: Mapping[str, str]
    broken: frozenset[str] = frozenset()


def read_versions(
    revisions: Sequence[Revision], past: Past, read: ReadMember, term: str
) -> Versions:
    """Read what changed; each version of a file once. `revisions` are newest first."""
    found = _Read()
    for own_id, data in past.contents(found.expect(revisions)):
        for path in found.paths[own_id]:
            found.take(path, own_id, data, read, term)
    states: dict[str, State] = {}
    unread: dict[str, tuple[Unread, ...]] = {}
    for revision in reversed(revisions):
        states[revision.commit.id] = _state(revision, states, found.fields)
    files = {revision.commit.id: revision.files for revision in revisions}
    for revision in revisions:
        before = [files.get(parent, {}) for parent in revision.parents]
        broken = [
            Unread(path, found.reason(path, own_id))
            for path, own_id in sorted(revision.files.items())
            if _is_member(path) and (path, own_id) not in found.fields
            and all(old.get(path) != own_id for old in before)
        ]  # fmt: skip
        if broken:
            unread[revision.commit.id] = tuple(broken)
    newest = revisions[0].files if revisions else {}
    still = (path for path, own_id in newest.items() if (path, own_id) not in found.fields)
    return Versions(states, unread, found.names, frozenset(filter(_is_member, still)))


@dataclass(slots=True)
class _Read:
    paths: dict[str, list[str]] = field(default_factory=dict)
    fields: dict[_Version, Fields] = field(default_factory=dict)
    faults: dict[_Version, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def expect(self, revisions: Sequence[Revision]) -> Sequence[str]:
        """Ids of all contents, newest first, each once."""
        seen: set[_Version] = set()
        for revision in revisions:
            for version in revision.files.items():
                if version not in seen and _is_member(version[0]):
                    seen.add(version)
                    self.paths.setdefault(version[1], []).append(version[0])
        return tuple(self.paths)

    def take(self, path: str, own_id: str, data: bytes, read: ReadMember, term: str) -> None:
        """Read one version of one file, and keep what it says of the term."""
        try:
            member = read(Path(path), data)
        except UnreadableError as error:
            self.faults[path, own_id] = str(error)
            return
        self.fields[path, own_id] = fields_of(member, term)
        if isinstance(member, Partner):
            self.names.setdefault(member.id, member.name)

    def reason(self, path: str, own_id: str) -> str:
        """Why this version could not be read."""
        known = self.faults.get((path, own_id))
        return known or _("{file} is not in this clone.").format(file=quote(path))


def _state(
    revision: Revision, states: Mapping[str, State], fields: Mapping[_Version, Fields]
) -> State:
    state: dict[str, Fields] = {}
    for path, own_id in revision.files.items():
        if not _is_member(path):
            continue
        known = fields.get((path, own_id))
        if known is None:
            older = (states.get(parent, {}).get(path) for parent in revision.parents)
            known = next((one for one in older if one is not None), {})
        state[path] = known
    return state


def _is_member(path: str) -> bool:
    name = path.partition("/")[2]
    return name.endswith(SUFFIX) and is_valid_id(name.removesuffix(SUFFIX))
