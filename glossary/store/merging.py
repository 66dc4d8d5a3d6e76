"""The bytes of a merged file, checked by reading them; or those with the conflicts marked."""

import copy
from pathlib import Path
from typing import Any, NamedTuple

from glossary.domain import Severity
from glossary.domain.merge_plans import FILES
from glossary.domain.merging import ABSENT, Conflict, Merged, Place, equal, merge
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.store.changes import same
from glossary.store.document import edited
from glossary.store.dressing import comments, dressed, is_in_order, reordered
from glossary.store.files import (
    AGREEMENT_FILE,
    PARTNER_FILE,
    SESSION_FILE,
    VOCABULARY_FILE,
    WHOLE_SET,
    FileKind,
    read_as,
)
from glossary.store.keypath import KeyPath
from glossary.store.layout import AGREEMENTS, PARTNERS
from glossary.store.marking import marked
from glossary.store.merge_changes import merge_changes
from glossary.store.places import Layout, shown
from glossary.store.report import Problem
from glossary.store.source import BrokenFileError, Source, decoded, parsed_text, source_of
from glossary.store.statement import CannotEditError
from glossary.workflow.merging import EntryMerge, Three

_BASE = mark("The version that both sides come from: {reason}")
_OURS = mark("Our version: {reason}")
_THEIRS = mark("Their version: {reason}")
# Keys that tell an agreement, and a set, from a partner where no path does.
_AGREEMENT_KEYS = frozenset({"phase", "draft", "outcome", "differences", "objections"})


def merged_file(path: Path, three: Three, by_lines: bytes | None = None) -> EntryMerge:
    """Merge a file of a set entry by entry; `path` tells which, and nothing is looked up there.

    `by_lines` is what a merge of lines makes of it without a conflict. Where it says what is
    meant it is taken: the comments of both sides are in their places. Everything else is our
    file with their changes in it.
    """
    try:
        versions = [
            _Version.read(path, data, version)
            for data, version in zip(three, (_BASE, _OURS, _THEIRS), strict=True)
        ]
        return _Work(path, *versions).result(by_lines)
    except (_CannotMergeError, BrokenFileError) as error:
        return EntryMerge(None, (str(error),))


class _CannotMergeError(Exception):
    """A sentence for whoever has to merge by hand."""


class _Version(NamedTuple):
    """One version of the file: its source, its layout, and its errors by code and place."""

    source: Source
    layout: Layout
    errors: frozenset[tuple[str, Place]]

    @classmethod
    def read(cls, path: Path, data: bytes, version: str) -> "_Version":
        try:
            source = source_of(path, data)
            layout = Layout(source.text, source.plain)
            errors = _errors(path, source, layout)
        except BrokenFileError as error:
            raise _CannotMergeError(_(version).format(reason=error)) from error
        return cls(source, layout, frozenset(errors))


class _Work:
    """One merge of a file."""

    def __init__(self, path: Path, base: _Version, ours: _Version, theirs: _Version) -> None:
        self._path, self._base, self._ours, self._theirs = path, base, ours, theirs
        plains = (version.source.plain for version in (base, ours, theirs))
        self._merged: Merged = merge(FILES, *plains)

    def result(self, by_lines: bytes | None) -> EntryMerge:
        conflicts = self._merged.conflicts
        if conflicts:
            return EntryMerge(self._marked(), tuple(self._sentence(one) for one in conflicts))
        text = None if by_lines is None else self._meant(by_lines)
        if text is None:
            text = self._text(self._merged.value)
            self._refuse_losses(text)
        self._refuse_errors(text)
        return EntryMerge(self._bytes(text))

    def _bytes(self, text: str) -> bytes:
        return self._ours.source.bom + text.encode()

    def _meant(self, data: bytes) -> str | None:
        """The text of these bytes when it says what is meant."""
        try:
            text = decoded(self._path, data)
        except BrokenFileError:
            return None
        return text if self._says(text, self._merged.value) else None

    def _says(self, text: str, value: dict[str, Any]) -> bool:
        try:
            plain = parsed_text(self._path, text)
        except BrokenFileError:
            return False
        return same(plain, value) and is_in_order(plain, value)

    def _text(self, value: dict[str, Any]) -> str:
        """Our text with the changes that make it say `value`."""
        source = self._ours.source
        try:
            text = edited(source.text, merge_changes(FILES, source.plain, value))
            text = reordered(text, parsed_text(self._path, text), value)
            layout = Layout(text, parsed_text(self._path, text))
            layouts = (version.layout for version in (self._base, self._ours, self._theirs))
            fine = next(
                (one for one in (dressed(layout, *layouts), text) if self._says(one, value)), None
            )
        except (CannotEditError, BrokenFileError):
            fine = None
        if fine is None:
            message = _(
                "{file} is written in a way in which its entries do not merge by themselves."
            )
            raise _CannotMergeError(self._about(message))
        return fine

    def _marked(self) -> bytes | None:
        try:
            value = _with_both(self._merged)
            text = self._text(value)
            layout = Layout(text, parsed_text(self._path, text))
            text = marked(layout, self._theirs.layout, self._merged.conflicts)
            self._refuse_losses(text)
        except (CannotEditError, _CannotMergeError):
            return None
        return self._bytes(text)

    def _refuse_losses(self, text: str) -> None:
        """Comments are words as well: those that a side added have to be there."""
        base, kept = comments(self._base.source.text), comments(text)
        for side in (self._ours, self._theirs):
            if (comments(side.source.text) - base) - kept:
                message = _("{file} has comments that would get lost if it were merged by itself.")
                raise _CannotMergeError(self._about(message))

    def _refuse_errors(self, text: str) -> None:
        source = source_of(self._path, self._bytes(text))
        errors = _errors(self._path, source, Layout(source.text, source.plain))
        for key in errors.keys() - self._ours.errors - self._theirs.errors:
            message = _("{file} would have an error after the merge: {reason}")
            raise _CannotMergeError(self._about(message, reason=errors[key].message))

    def _sentence(self, conflict: Conflict) -> str:
        if conflict.is_order:
            message = _("{file}: both sides changed the order of {place}, in different ways.")
        elif ABSENT in (conflict.ours, conflict.theirs) and conflict.base is not ABSENT:
            message = _("{file}: one side removed {place}, and the other changed it.")
        elif equal(conflict.ours, conflict.base) or equal(conflict.theirs, conflict.base):
            message = _("{file}: one side changed {place}, and the other what goes with it.")
        else:
            message = _("{file}: both sides changed {place}, in different ways.")
        return self._about(message, place=one_line(shown(conflict.place)))

    def _about(self, message: str, **more: str) -> str:
        return message.format(file=one_line(str(self._path)), **more)


def _errors(
    path: Path, source: Source, layout: Layout
) -> dict[tuple[str, tuple[Any, ...]], Problem]:
    """What is wrong in a version, by code and place. Raises BrokenFileError."""
    report = read_as(source, _kind(path, source.plain), path.stem).report
    return {
        (problem.code, _place(layout, problem.at)): problem
        for problem in report.problems
        if problem.severity is Severity.ERROR
    }


def _place(layout: Layout, at: KeyPath) -> tuple[Any, ...]:
    """The place of a path, or of the nearest thing around it with what leads on from there."""
    for size in range(len(at), 0, -1):
        if at[:size] in layout.places:
            return (*layout.places[at[:size]], *at[size:])
    return at


def _kind(path: Path, plain: dict[str, Any]) -> FileKind:
    if path.name in WHOLE_SET:
        return WHOLE_SET[path.name]
    if path.parent.name in (PARTNERS, AGREEMENTS):
        return PARTNER_FILE if path.parent.name == PARTNERS else AGREEMENT_FILE
    if "terms" in plain:
        return VOCABULARY_FILE if isinstance(plain["terms"], dict) else SESSION_FILE
    return AGREEMENT_FILE if plain.keys() & _AGREEMENT_KEYS else PARTNER_FILE


def _with_both(merged: Merged) -> dict[str, Any]:
    """The merged value with their version of every conflict in which ours has none."""
    value = copy.deepcopy(merged.value)
    for conflict in merged.conflicts:
        if conflict.ours is ABSENT and not conflict.is_order:
            holder: Any = value
            for part in conflict.place[:-1]:
                holder = holder.get(part, {}) if isinstance(holder, dict) else {}
            if isinstance(holder, dict):
                # What is together with ours is not in it yet; entries of lists always are.
                holder.setdefault(str(conflict.place[-1]), conflict.theirs)
    return value
