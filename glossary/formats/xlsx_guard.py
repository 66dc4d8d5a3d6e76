"""What a workbook may be before anything of it is read: no bomb, no DTD, no other kind of file."""

import io
import re
from itertools import islice
from zipfile import BadZipFile, ZipFile, ZipInfo

from glossary.domain import UnreadableError
from glossary.formats.whole_file import BYTES_PER_MB, MAX_PARTS, too_many_rows
from glossary.locale import gettext as _

MOST_UNPACKED = 100_000_000
_MOST_PARTS = 5_000
# Sheets of equal rows pack well; what packs better than this is no sheet.
_MOST_RATIO = 200
_SMALL = 1_000_000

_OLD = b"\xd0\xcf\x11\xe0"
# In the encodings that a reader of XML takes up by itself.
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_PICTURES = "xl/media/"


def checked(data: bytes, name: str) -> bool:
    """Whether a workbook holds formulas; `name` is what sentences call the file.

    Raises UnreadableError where it is no workbook, or one that is not read.
    """
    if data.startswith(_OLD):
        raise UnreadableError(
            _(
                "{file} is an old workbook, or one with a password: save it as .xlsx without one."
            ).format(file=name)
        )
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _parts(archive, name)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise _no_workbook(name) from error


def _parts(archive: ZipFile, name: str) -> bool:
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise _no_workbook(name)
    whole = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or whole > MOST_UNPACKED or any(map(_is_bomb, parts)):
        raise UnreadableError(
            _(
                "{file} grows to more than {most} MB when it is unpacked, or to {ratio} times its "
                "size: import it in parts."
            ).format(file=name, most=MOST_UNPACKED // BYTES_PER_MB, ratio=_MOST_RATIO)
        )
    has_formulas = False
    rows = 0
    for part in parts:
        # Any other part may be a sheet: a workbook says which ones are.
        if part.filename.startswith(_PICTURES):
            continue
        text = archive.read(part)
        if any(mark in text for mark in _DOCTYPES):
            raise UnreadableError(
                _("{file}: {part} has a document type, which no workbook needs.").format(
                    file=name, part=part.filename
                )
            )
        has_formulas = has_formulas or bool(_FORMULA.search(text))
        rows += sum(1 for _row in islice(_ROW.finditer(text), MAX_PARTS + 1))
    if rows > MAX_PARTS:
        raise too_many_rows(name)
    return has_formulas


def _is_bomb(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL, part.compress_size * _MOST_RATIO)


def _no_workbook(name: str) -> UnreadableError:
    return UnreadableError(
        _("{file} is no workbook (.xlsx), or it is damaged: open it and save it anew.").format(
            file=name
        )
    )
