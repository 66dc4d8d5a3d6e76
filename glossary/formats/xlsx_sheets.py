"""The sheets of a workbook: text that is never a formula, in columns that can be read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from glossary.domain import CaseAnswer, Partner, TermSet, one_line, visible
from glossary.formats.formulas import neutralised
from glossary.formats.tables import CASES, Table, form_cases, form_table, heading
from glossary.formats.xlsx_text import escaped
from glossary.locale import gettext as _
from glossary.workflow.words import answer_word

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST, _NARROWEST = 60, 14
_FORM_WIDTHS = (18, 32, 38, 48, 30, 30, 26, 26, 26, 20)
_GIVEN_COLUMNS = 3
_FREE = 2  # rows for words that the partner misses
_ROOM = 5  # lines to write in
_LINE_HEIGHT, _TALLEST = 15, 409  # points
_HEAD = 3  # rows of a form up to and including its header

_FONT = "Calibri"
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LINE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEADER = PatternFill("solid", fgColor="1F4E5F")
_GIVEN = PatternFill("solid", fgColor="EDEDED")


def add_table(book: "Workbook", title: str, made: Table) -> None:
    """A sheet with a header that stays in view and a filter."""
    sheet = book.create_sheet(title)
    widths = [_width(name, at, made) for at, name in enumerate(made.header)]
    _header(sheet, 1, made.header)
    for number, row in enumerate(made.rows, 2):
        for at, text in enumerate(row, 1):
            if text:
                _put(sheet, number, at, text).alignment = _WRAPPED
        _grow(sheet, number, row, widths)
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(made.header))}{len(made.rows) + 1}"
    _printed(sheet)
    sheet.print_title_rows = "1:1"


def add_form(book: "Workbook", title: str, termset: TermSet, partner: Partner) -> None:
    """A sheet for one partner: what is given is grey, what it fills in is white."""
    sheet = book.create_sheet(title)
    _above(sheet, termset, partner)
    words, cases = form_table(termset, partner), form_cases(termset, partner)
    for at, width in enumerate(_FORM_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    _header(sheet, _HEAD, words.header)
    for number, row in enumerate(words.rows, _HEAD + 1):
        _fill_in(sheet, number, row, _GIVEN_COLUMNS)
        _grow(sheet, number, row, _FORM_WIDTHS, least=_ROOM)
    last = _HEAD + len(words.rows)
    for number in range(last + 1, last + 1 + _FREE):
        _fill_in(sheet, number, ("",) * len(words.header), 0)
    if cases.rows:
        _add_cases(sheet, last + _FREE + 2, cases)
    sheet.freeze_panes = sheet.cell(_HEAD + 1, 2)
    _printed(sheet)
    sheet.page_setup.fitToWidth = 2
    sheet.print_title_cols = "A:A"


def _above(sheet: "Worksheet", termset: TermSet, partner: Partner) -> None:
    sheet.cell(1, 1, heading("partner")).font = Font(name=_FONT, bold=True)
    name = _put(sheet, 1, 2, visible(partner.name))
    name.font = Font(name=_FONT, bold=True, size=14)
    _put(sheet, 1, 4, one_line(termset.title)).font = Font(name=_FONT, bold=True, size=14)
    asked = _(
        "What does your organisation mean by these words? Fill in the white cells, in one or two "
        "sentences and as you would say it at home; only the meaning is needed, and what you leave "
        "empty stays open. Then return the file."
    )
    if any(term.cases for term in termset.terms.values()):
        asked += " " + _("Below the words are situations: choose from the list in the cell.")
    about = one_line(termset.vocabulary.about)
    _put(sheet, 2, 1, f"{about}\n{asked}" if about else asked).alignment = _WRAPPED
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=5)
    _grow(sheet, 2, (f"{about}\n{asked}",), (sum(_FORM_WIDTHS[:5]),))


def _add_cases(sheet: "Worksheet", top: int, cases: Table) -> None:
    """Word, situation and answer, under the columns of word, why and questions."""
    _header(sheet, top, cases.header)
    for number, row in enumerate(cases.rows, top + 1):
        _fill_in(sheet, number, row, len(CASES) - 1)
        _grow(sheet, number, row, _FORM_WIDTHS)
    words = ",".join(answer_word(answer) for answer in CaseAnswer)
    choice = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
    choice.error = _("Choose one of the answers in the list, or leave the cell empty.")
    choice.errorTitle = heading("answer")
    choice.showErrorMessage = True
    sheet.add_data_validation(choice)
    answers = get_column_letter(len(CASES))
    choice.add(f"{answers}{top + 1}:{answers}{top + len(cases.rows)}")


def _fill_in(sheet: "Worksheet", number: int, row: tuple[str, ...], given: int) -> None:
    """A row of which the first cells are given; the others are for the partner."""
    for at, text in enumerate(row, 1):
        cell = sheet.cell(number, at)
        if text:
            _put(sheet, number, at, text)
        else:
            cell.number_format = "@"
        cell.alignment, cell.border = _WRAPPED, _BOX
        if at <= given:
            cell.fill = _GIVEN
        if at == 1:
            cell.font = Font(name=_FONT, bold=True)


def _header(sheet: "Worksheet", number: int, names: tuple[str, ...]) -> None:
    for at, name in enumerate(names, 1):
        cell = _put(sheet, number, at, name)
        cell.font, cell.fill = Font(name=_FONT, bold=True, color="FFFFFF"), _HEADER
        cell.alignment, cell.border = Alignment(wrap_text=True, vertical="center"), _BOX


def _put(sheet: "Worksheet", row: int, column: int, text: str) -> "Cell":
    """Text in a cell, whatever it looks like."""
    cell = cast("Cell", sheet.cell(row, column))
    cell.value = escaped(text)
    cell.data_type = "s"
    # As text also when somebody edits it, or saves the sheet as CSV.
    cell.number_format = "@"
    if neutralised(text) != text:
        cell.quotePrefix = True
    return cell


def _grow(
    sheet: "Worksheet", number: int, row: Sequence[str], widths: Sequence[int], least: int = 1
) -> None:
    """Room for the text of a row: not every spreadsheet makes it by itself."""
    lines = max(
        sum(1 + len(line) // width for line in text.splitlines()) or 1
        for text, width in zip(row, widths, strict=False)
    )
    sheet.row_dimensions[number].height = min(_LINE_HEIGHT * max(lines, least) + 2, _TALLEST)


def _width(name: str, at: int, made: Table) -> int:
    longest = max((len(row[at]) for row in made.rows), default=0)
    return min(max(_NARROWEST, len(name) + 3, longest + 2), _WIDEST)


def _printed(sheet: "Worksheet") -> None:
    """On paper: as wide as the page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
