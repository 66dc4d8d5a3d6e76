"""Zipped XML, as word processors save it: what is looked at before a library may open it."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from glossary.domain import UnreadableError
from glossary.locale import gettext as _

_MOST = 100_000_000  # bytes, once unpacked
_MOST_XML = 30_000_000  # bytes of one part with text, of which a library makes many times as much
_MOST_TAGS = 2_000_000  # in all parts; a book of a thousand pages has fewer
_MOST_LISTED = 1_000_000  # bytes of the list of parts
_XML = (".xml", ".rels")
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # what may stand before the first tag
_END, _OTHER_END = b"PK\x05\x06", b"PK\x06\x07"


class _Seen(Exception):  # noqa: N818  # it ends a look at a part and is no error
    """The first element began, so that a document type can follow no more."""


class _Declared(Exception):  # noqa: N818
    """A document type is declared."""


def check(data: bytes, name: str) -> None:
    """Raises UnreadableError for what is no such file, or would take too much to open."""
    with reading(name):
        if _is_listed_too_long(data):
            refuse_large(name)
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            # No more is unpacked than a part says that it holds.
            if sum(one.file_size for one in parts) > _MOST:
                refuse_large(name)
            texts = [one for one in parts if _is_xml(package, one)]
            if any(one.file_size > _MOST_XML for one in texts):
                refuse_large(name)
            tags = 0
            for one in texts:
                part = package.read(one)
                if one.filename.endswith(_XML):
                    _look_at(part, name)
                tags += part.count(b"<")
                if tags > _MOST_TAGS:
                    refuse_large(name)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Says in a sentence that a file is damaged, whatever a library makes of it."""
    try:
        yield
    except UnreadableError:
        raise
    # Libraries fail on damaged files with whatever came in their way.
    except (BadZipFile, zlib.error, expat.ExpatError, Exception) as error:
        raise UnreadableError(
            _(
                "{file} is damaged, or not what its name says: open it in a word processor and "
                "save it anew."
            ).format(file=name)
        ) from error


def _is_xml(package: ZipFile, one: ZipInfo) -> bool:
    """Whether a library may take a part for XML, whatever it is called."""
    if not one.file_size or one.filename.endswith(_XML):
        return bool(one.file_size)
    with package.open(one) as part:
        return part.read(len(_BEFORE)).lstrip(_BEFORE).startswith(b"<")


def _look_at(part: bytes, name: str) -> None:
    """Raises UnreadableError where a part declares a document type, and with it entities."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _declared
    parser.StartElementHandler = _seen
    try:
        parser.Parse(part, True)
    except _Seen:
        return
    except _Declared:
        raise UnreadableError(
            _(
                "{file} declares entities, as no word processor does: open it in one and save "
                "it anew."
            ).format(file=name)
        ) from None


def _declared(*_told: object) -> None:
    raise _Declared


def _seen(*_told: object) -> None:
    raise _Seen


def _is_listed_too_long(data: bytes) -> bool:
    """Whether the list of parts alone would take long to read."""
    end = data.rfind(_END)
    if end < 0:
        return False
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    return size > _MOST_LISTED or data[max(0, end - 20) : end].startswith(_OTHER_END)


def refuse_large(name: str) -> NoReturn:
    """Says what to do with a document that holds more than can be read."""
    raise UnreadableError(
        _(
            "{file} holds more than can be read: take the pictures out, or split it into parts."
        ).format(file=name)
    )
