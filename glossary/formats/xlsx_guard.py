"""What a workbook may be before anything of it is read: no bomb, no DTD, no other kind of file."""

import io
import re
from zipfile import BadZipFile, ZipFile, ZipInfo

from glossary.domain import UnreadableError
from glossary.locale import gettext as _

MOST_UNPACKED = 100_000_000
_MOST_PARTS = 5_000
# Sheets of equal rows pack well; what packs better than this is no sheet.
_MOST_RATIO = 200
_SMALL = 1_000_000

_OLD = b"\xd0\xcf\x11\xe0"
# In the encodings that a reader of XML takes up by itself.
_DOCTYPE = re.compile(
    b"|".join(re.escape("<!DOCTYPE".encode(code)) for code in ("utf-8", "utf-16-le", "utf-16-be"))
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


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
            _("{file} is larger than {most} MB when unpacked: split it into parts.").format(
                file=name, most=MOST_UNPACKED // 1_000_000
            )
        )
    has_formulas = False
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        text = archive.read(part)
        if _DOCTYPE.search(text):
            raise UnreadableError(
                _("{file}: {part} has a document type, which no workbook needs.").format(
                    file=name, part=part.filename
                )
            )
        has_formulas |= bool(_SHEET.fullmatch(part.filename) and _FORMULA.search(text))
    return has_formulas


def _is_bomb(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL, part.compress_size * _MOST_RATIO)


def _no_workbook(name: str) -> UnreadableError:
    return UnreadableError(
        _("{file} is no workbook (.xlsx), or it is damaged: open it and save it anew.").format(
            file=name
        )
    )
