"""Documents in which loaded words are looked for: which kinds there are, and how one is read.

A new kind is a file of its own here and a line in `_READERS`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from glossary.domain import UnreadableError, one_line
from glossary.formats.extras import require
from glossary.formats.whole_file import MAX_MB, bytes_of
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence
from glossary.workflow.documents import Document, Paragraph


class _Reader(NamedTuple):
    """The module with `paragraphs(data, name)`, the extra that it needs, and how large a file may
    be, in MB: those of word processors hold pictures too.
    """

    module: str
    extra: str = ""
    most: int = MAX_MB


_MOST_WITH_PICTURES = 100  # MB

# By the end of a name.
_READERS: Mapping[str, _Reader] = {
    ".md": _Reader("markdown"),
    ".markdown": _Reader("markdown"),
    ".txt": _Reader("text"),
    ".html": _Reader("html"),
    ".htm": _Reader("html"),
    ".docx": _Reader("docx", "documents", _MOST_WITH_PICTURES),
    ".odt": _Reader("odt", "documents", _MOST_WITH_PICTURES),
}

# How older Word files begin, and newer ones with a password.
_OLE = b"\xd0\xcf\x11\xe0"


def documents_in(path: Path) -> Sequence[Path]:
    """The file itself, or the documents in a folder and below it; links and hidden ones are not.

    Raises UnreadableError for a folder without any.
    """
    try:
        if not path.is_dir():
            return (path,)
        found = sorted(_below(path))
    except (OSError, ValueError) as error:
        raise UnreadableError(
            _("The folder {folder} cannot be read. {reason}").format(
                folder=one_line(str(path)), reason=os_sentence(error)
            )
        ) from error
    if not found:
        raise UnreadableError(
            _("{folder} holds no documents. What can be read: {kinds}.").format(
                folder=one_line(str(path)), kinds=", ".join(_READERS)
            )
        )
    return found


def read(path: Path) -> Document:
    """What a document says.

    Raises UnreadableError, and RefusedError where an extra is missing.
    """
    name = one_line(str(path))
    reader = _reader(path, name)
    data = bytes_of(path, reader.most)
    if data.startswith(_OLE):
        raise UnreadableError(
            _(
                "{file} has a password or is of an older kind: save it as .docx, without a "
                "password."
            ).format(file=name)
        )
    require(reader.extra)
    paragraphs: Callable[[bytes, str], Iterator[Paragraph]]
    paragraphs = import_module(f"{__package__}.{reader.module}").paragraphs
    return Document(path, tuple(paragraphs(data, name)))


def _below(folder: Path) -> Iterator[Path]:
    for each in folder.iterdir():
        if each.name.startswith(".") or each.is_symlink():
            continue
        if each.is_dir():
            yield from _below(each)
        elif each.suffix.casefold() in _READERS and each.is_file():
            yield each


def _reader(path: Path, name: str) -> _Reader:
    known = _READERS.get(path.suffix.casefold())
    if known is None:
        raise UnreadableError(
            _("{file} is no document that can be read; these can: {kinds}. Save it as one.").format(
                file=name, kinds=", ".join(_READERS)
            )
        )
    return known
