"""CSV and TSV files: how their bytes become a table."""

import codecs
from pathlib import Path

from glossary.domain import UnreadableError, one_line
from glossary.formats.contract import Importer
from glossary.formats.headers import Columns
from glossary.formats.table import parse_table
from glossary.formats.whole_file import bytes_of
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# How .xlsx and .ods, and .xls, begin.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Csv(Importer):
    """Reads a table of terms, definitions and organisations."""

    name = "csv"
    description = mark("a table (CSV, TSV) with a term, a definition and an organisation per row")
    knows = ("term", "definition", "partner", "source", "delimiter", "encoding", "of_partner")

    def read(self, path: Path, columns: Columns) -> Incoming:
        """The rows of a file. Raises UnreadableError."""
        name = one_line(str(path))
        data = bytes_of(path)
        if data.startswith(_WORKBOOKS):
            raise UnreadableError(
                _(
                    "{file} is a workbook: read it with “glossary import xlsx”, or save its sheet "
                    "as CSV."
                ).format(file=name)
            )
        encoding = columns.encoding or detect_encoding(data)
        try:
            text = data.decode(encoding)
        except LookupError as error:
            raise UnreadableError(
                _("There is no encoding “{encoding}”: try utf-8, utf-16 or cp1252.").format(
                    encoding=one_line(encoding)
                )
            ) from error
        except UnicodeError as error:
            raise UnreadableError(
                _("{file} is not written in {encoding}: say in which with --encoding.").format(
                    file=name, encoding=encoding
                )
            ) from error
        return parse_table(text, columns, name)


def detect_encoding(data: bytes) -> str:
    """What the mark at the start says; UTF-16 where every other byte is zero; UTF-8 where the
    bytes allow it; Windows-1252 otherwise, as older spreadsheets save.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    for zeros, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(data) >= 4 and not any(data[zeros:16:2]) and any(data[1 - zeros : 16 : 2]):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
