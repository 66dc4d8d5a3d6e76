"""A set as CSV for spreadsheets: UTF-8 with its mark, CRLF, and nothing that they calculate."""

import csv
import io
from collections.abc import Mapping

from glossary.domain import RefusedError, TermSet
from glossary.formats.contract import Exporter, Request
from glossary.formats.formulas import neutralised
from glossary.formats.parts import Part
from glossary.formats.sbb_table import concepts
from glossary.formats.tables import Table, flat_form, long_table
from glossary.locale import gettext as _
from glossary.locale import language, mark
from glossary.workflow.lookup import partner_of

# What one long table has no columns for.
LEFT_OUT = (
    *(Part.ABOUT, Part.LENSES, Part.SHORT_NAMES, Part.CHOSEN_LENSES, Part.TYPED, Part.RATINGS),
    *(Part.RESTATEMENTS, Part.DIFFERENCES, Part.POSITIONS, Part.OUTCOME, Part.COURSE),
    Part.SESSION,
)
STYLES: Mapping[str, str] = {
    "long": mark("one table with a row for each definition, answer and shared wording"),
    "form": mark(
        "for a partner to fill in and return: words, why, questions and cases, with its own "
        "words only (--partner NAME)"
    ),
    "nl-sbb": mark("the headers of the NL-SBB template: a row for each definition"),
}


class CsvTable(Exporter):
    """Writes one table."""

    name = "csv"
    suffix = ".csv"
    description = mark("a table for spreadsheets and other programs")
    styles = STYLES
    leaves_out = LEFT_OUT
    wishes = ("delimiter", "partner")

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The table of a style; a form where a partner is named without one.

        Raises RefusedError for a form of nobody, NotFoundError for an unknown partner.
        """
        delimiter = request.delimiter or (";" if language() == "nl" else ",")
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        made = _table(termset, request)
        writer.writerow(made.header)
        writer.writerows([neutralised(cell) for cell in row] for row in made.rows)
        # Without its mark spreadsheets take UTF-8 for something else.
        return text.getvalue().encode("utf-8-sig")


def style_of(request: Request) -> str:
    """The style that is wanted; who names a partner and no style wants its form."""
    return request.style or ("form" if request.partner else "long")


def only(termset: TermSet, partner: str) -> TermSet:
    """The set with this partner alone; all of them where none is named."""
    if not partner:
        return termset
    one = partner_of(termset, partner)
    return TermSet(
        termset.id, termset.vocabulary, {one.id: one}, termset.agreements, termset.session
    )


def _table(termset: TermSet, request: Request) -> Table:
    style = style_of(request)
    if style == "form":
        if not request.partner:
            raise RefusedError(_("A form in CSV is for one partner: say which with --partner."))
        return flat_form(termset, partner_of(termset, request.partner))
    return (concepts if style == "nl-sbb" else long_table)(only(termset, request.partner))
