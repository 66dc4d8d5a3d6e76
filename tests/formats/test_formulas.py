"""Nothing that somebody wrote is calculated by a spreadsheet, and all of it comes back."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from glossary.domain import Case, Partner, Term, TermSet, Vocabulary, visible
from glossary.domain.partners import TEXT_FIELDS, Definition
from glossary.formats.formulas import DELIMITERS, neutralised, restored
from glossary.formats.headers import Columns
from glossary.formats.registry import IMPORTERS
from glossary.workflow.import_rows import plan_import
from tests.faults import times
from tests.formats.exporting import exported_bytes
from tests.formats.sample import TODAY

_HARM = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1+1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")'),
    *("=WEBSERVICE(A1)", "-2+3+cmd|' /C calc'!A0", "=IMPORTXML(A1)", "\uff1d1+1", "\uff0b1"),
    *("\uff0d1", "\uff20SUM(1)", "+A1", "@A1", "-A1", "=A1&B1", "=", "- item", "=1;2"),
)
_WAYS = (*("{}", " {}", "\u00a0{}", "\u3000{}", "'{}", "''{}", '"{}', "a;{}", 'b,"{}', "c\n{}"),)
TEXTS = [way.format(harm) for way, harm in product(_WAYS, _HARM)]
_SIGNS = "=+-@"


def _is_live(cell: str) -> bool:
    """Whether a spreadsheet would calculate what it finds in a cell."""
    begins = unicodedata.normalize("NFKC", cell).lstrip()
    return begins.startswith(tuple(_SIGNS)) or cell.startswith(("\t", "\r"))


def _with(text: str) -> TermSet:
    """A set with `text` wherever somebody types, in a word of its own."""
    fields: dict[str, Any] = dict.fromkeys(TEXT_FIELDS, text)
    said = Definition(**fields)
    term = Term("w", f"w {text}", (text.strip(),), text, text, (text,), (), (Case("c", text),))
    partner = Partner("p", text, "p", {"w": said})
    return TermSet("keten", Vocabulary(text, "nl", text, {"w": term}), {"p": partner})


@given(st.text(st.sampled_from("=+-@'\" \t\n;,|a\uff1d\u200b") | st.characters(), max_size=12))
def test_what_was_neutralised_comes_back(text: str) -> None:
    assert restored(neutralised(text)) == text
    assert not _is_live(neutralised(text)) or neutralised(text)[:1] in "\t\r"


def test_plain_text_stays_as_it_is() -> None:
    for text in ("", "Wie beslist.", "'s Avonds", "a - b = c", "jan@voorbeeld.nl", "2 + 2", "x'"):
        assert neutralised(text) == restored(text) == text


@pytest.mark.faults
def test_no_text_is_a_formula_in_csv(figure: Callable[[str], None]) -> None:
    assert len(set(TEXTS)) == 200
    live = []
    for text in TEXTS:
        for style, partner in (("long", ""), ("form", "p"), ("nl-sbb", "")):
            data = exported_bytes("csv", _with(text), TODAY, style, partner).decode("utf-8-sig")
            live += [cell for cell in _cells(data) if _is_live(cell)]
    assert live == []
    figure(f"CSV: {len(TEXTS)} texts in 3 styles, read with any delimiter: 0 live formulas")


def _cells(data: str) -> Iterator[str]:
    """As spreadsheets cut it: each may have another delimiter than the file was made with."""
    for delimiter in DELIMITERS:
        for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter):
            yield from row


@pytest.mark.faults
def test_no_text_is_a_formula_in_a_workbook(figure: Callable[[str], None]) -> None:
    texts = TEXTS[:: times(9, 1)]
    for text in texts:
        for style in ("long", "form", "nl-sbb"):
            data = exported_bytes("xlsx", _with(text), TODAY, style)
            with ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    if name.startswith("xl/worksheets/"):
                        assert b"<f>" not in archive.read(name), text
            for sheet in load_workbook(io.BytesIO(data)).worksheets:
                for row in sheet.iter_rows():
                    for cell in row:
                        assert cell.data_type in "sn", text
                        if isinstance(cell.value, str) and _is_live(cell.value):
                            assert cell.quotePrefix, text
    figure(f"XLSX: {len(texts)} texts in 3 styles: 0 formulas, all typed as text")


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_texts_that_look_like_formulas_come_back_exactly(name: str, tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS[:: times(9, 1)]):
        file = tmp_path / f"{number}.{name}"
        file.write_bytes(exported_bytes(name, _with(text), TODAY))
        plan = plan_import(None, IMPORTERS[name].read(file, Columns()))
        (placed,) = plan.new_definitions
        assert placed.definition.meaning == visible(text).strip()
        assert placed.definition.source == visible(text).strip()
