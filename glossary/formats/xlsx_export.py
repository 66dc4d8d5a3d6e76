"""A set as a workbook (XLSX): forms that partners fill in and return, or one table."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from glossary.domain import Partner, RefusedError, TermSet, one_line
from glossary.formats.contract import Exporter, Request
from glossary.formats.csv_export import LEFT_OUT, STYLES, only, style_of
from glossary.formats.sbb_table import concepts, schemes
from glossary.formats.tables import long_table
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.lookup import partner_of

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_ROWS = 20_000  # of all forms together
_LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# Excel refuses this one.
_TAKEN = ("history",)
_FIXED = re.compile(rb'(<row [^>]*?) customHeight="1"')
_DAY = (1980, 1, 1, 0, 0, 0)


class Xlsx(Exporter):
    """Writes a workbook."""

    name = "xlsx"
    suffix = ".xlsx"
    description = mark("a workbook: one table, or a form with a sheet for each partner")
    extra = "xlsx"
    styles = STYLES
    leaves_out = LEFT_OUT
    is_text = False
    wishes = ("partner",)

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The workbook of a style; a form where a partner is named without one.

        Raises RefusedError, and NotFoundError for an unknown partner.
        """
        from openpyxl import Workbook

        from glossary.formats.xlsx_sheets import add_form, add_table

        book = Workbook()
        book.remove(book.worksheets[0])
        style = style_of(request)
        if style == "form":
            asked = _asked(termset, request.partner)
            for title, partner in zip(sheet_names(one.name for one in asked), asked, strict=True):
                add_form(book, title, termset, partner)
        elif style == "nl-sbb":
            add_table(book, "Begrippenkaders", schemes(only(termset, request.partner)))
            add_table(book, "Begrippen", concepts(only(termset, request.partner)))
        else:
            add_table(book, _("Glossary"), long_table(only(termset, request.partner)))
        return _bytes(book)


def sheet_names(names: Iterable[str]) -> Iterator[str]:
    """Names of partners as sheets may be called: short, without certain signs, all different."""
    taken = set(_TAKEN)
    for name in names:
        bare = " ".join(_NOT_IN_NAMES.sub(" ", one_line(name)).split()).strip("'")
        bare = bare or _("Partner")
        made, number = _cut(bare, ""), 1
        while made.casefold() in taken:
            number += 1
            made = _cut(bare, f" {number}")
        taken.add(made.casefold())
        yield made


def _cut(name: str, end: str) -> str:
    # Sheets are counted in UTF-16 units.
    kept = name
    while len((kept + end).encode("utf-16-le")) // 2 > _LONGEST_NAME:
        kept = kept[:-1]
    return kept.strip("' ") + end


def _asked(termset: TermSet, partner: str) -> list[Partner]:
    if partner:
        return [partner_of(termset, partner)]
    partners = list(termset.partners.values())
    if not partners:
        raise RefusedError(_("The set has no partners yet, so there is nobody to make a form for."))
    asked = len(termset.terms) + sum(len(term.cases) for term in termset.terms.values())
    if len(partners) * asked > _MOST_ROWS:
        raise RefusedError(
            _(
                "Forms for {partners} partners would have {rows} rows: make one at a time with "
                "--partner."
            ).format(partners=len(partners), rows=len(partners) * asked)
        )
    return partners


class _Steady(ZipFile):
    """An archive without a clock, so that the same set gives the same bytes."""

    def writestr(self, name: ZipInfo | str, data: bytes | str, *_: object, **__: object) -> None:  # type: ignore[override]
        """Add a part."""
        filename = name.filename if isinstance(name, ZipInfo) else name
        info = ZipInfo(filename, _DAY)
        info.compress_type = ZIP_DEFLATED
        super().writestr(info, data)

    def write(self, path: str, name: str, *_: object, **__: object) -> None:  # type: ignore[override]
        """Add a part from a file."""
        with open(path, "rb") as file:  # noqa: PTH123  # openpyxl's temporary file
            # Rows whose height is not somebody's wish grow with what is typed in them.
            self.writestr(name, _FIXED.sub(rb"\1", file.read()))


def _bytes(book: "Workbook") -> bytes:
    from openpyxl.writer.excel import ExcelWriter

    book.properties.creator = "glossary"
    book.properties.created = book.properties.modified = dt.datetime(1980, 1, 1)
    buffer = io.BytesIO()
    ExcelWriter(book, _Steady(buffer, "w")).save()
    return buffer.getvalue()
