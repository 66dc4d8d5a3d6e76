"""The bytes that a file gets for a new value, checked by reading them before they are saved."""

from pathlib import Path
from typing import Any

from glossary.domain import RefusedError
from glossary.domain.text import one_line
from glossary.locale import gettext as _
from glossary.store.changes import Change, Difference, applied, same
from glossary.store.document import edited
from glossary.store.files import FileKind, ReadFile
from glossary.store.render import new_text
from glossary.store.source import BrokenFileError, source_of
from glossary.store.statement import CannotEditError


def new_bytes(path: Path, kind: FileKind, own_id: str, value: object) -> bytes:
    """A new file that reads as `value`. Raises RefusedError when none does."""
    plain = kind.plain(value)
    return _checked(path, kind, own_id, new_text(plain), b"", plain, value)


def changes_to(file: ReadFile, kind: FileKind, after: object) -> list[Change]:
    """What in a file has to change for its value to become `after`."""
    before, full, sparse = (
        kind.record.write(file.value, sparse=False),
        kind.record.write(after, sparse=False),
        kind.record.write(after, sparse=True),
    )
    return Difference(file.report.left_out).changes(before, full, sparse, file.source.plain)


def changed_bytes(
    file: ReadFile, kind: FileKind, own_id: str, after: object, changes: list[Change]
) -> bytes:
    """The file's bytes with these changes, which make its value `after`, and nothing else.

    Raises RefusedError when the file has a shape in which that cannot be done safely.
    """
    source = file.source
    intended = applied(source.plain, changes)
    try:
        text = edited(source.text, changes)
    except CannotEditError as error:
        raise _unsafe(source.path) from error
    return _checked(source.path, kind, own_id, text, source.bom, intended, after)


def _checked(
    path: Path,
    kind: FileKind,
    own_id: str,
    text: str,
    bom: bytes,
    plain: dict[str, Any],
    value: object,
) -> bytes:
    try:
        data = bom + text.encode()
        reread = source_of(path, data).plain
    except UnicodeEncodeError as error:
        message = _("{path} was not saved: the text holds half a character. Type it again.")
        raise RefusedError(message.format(path=one_line(str(path)))) from error
    except BrokenFileError as error:
        if error.finding.code != "too-large":
            raise _unsafe(path) from error
        message = _("{path} was not saved: it would become too large. {reason}")
        reason = error.finding.message
        raise RefusedError(message.format(path=one_line(str(path)), reason=reason)) from error
    if not same(reread, plain) or kind.read(own_id, reread)[0] != value:
        raise _unsafe(path)
    return data


def _unsafe(path: Path) -> RefusedError:
    message = _(
        "{path} was not saved, because it would not read back as what was meant."
        " Make this change in an editor."
    )
    return RefusedError(message.format(path=one_line(str(path))))
