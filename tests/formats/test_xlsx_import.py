"""Workbooks that come back: forms, tables, those of other tools, and those that mean harm."""

import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from glossary.domain import CaseAnswer, UnreadableError
from glossary.formats.whole_file import MAX_PARTS
from glossary.formats.xlsx_guard import MOST_UNPACKED
from glossary.workflow.import_rows import plan_import
from tests.faults import IS_FULL
from tests.formats.sample import SAMPLE
from tests.formats.workbooks import form, read, with_part, workbook

_DATA = Path(__file__).parents[3] / "shared" / "data"
_TABLE = [["Begrip", "Betekenis", "Organisatie"], ["regie", "Wij.", "Noord"]]
# Of the form of Gemeente Noord: the words begin on row 4, and the cases below them.
_REGIE, _TRUST = 6, 8
_CASE = f"C{4 + len(SAMPLE.terms) + 4}"


def test_a_form_that_nobody_filled_in_changes_nothing(tmp_path: Path) -> None:
    plan = plan_import(SAMPLE, read(form(tmp_path / "f.xlsx", SAMPLE, {})))
    assert (plan.new_terms, plan.new_partners, plan.filled_terms) == ({}, {}, {})
    assert (plan.new_definitions, plan.conflicts, plan.completed, plan.left_out) == ((),) * 4
    assert (plan.new_answers, plan.other_answers) == ((), ())


def test_what_was_filled_in_is_new_completed_or_reported(tmp_path: Path) -> None:
    typed = {f"D{_TRUST}": "Dat ja ja is.", f"E{_REGIE}": "Een besluit.", "D4": "Iets anders."}
    typed |= {"A12": "lef", "D12": "Nee zeggen."}
    file = form(tmp_path / "f.xlsx", SAMPLE, {**typed, _CASE: "Ja"}, "noord")
    plan = plan_import(SAMPLE, read(file))
    new, missed = plan.new_definitions
    assert (missed.term, missed.definition.meaning) == ("lef", "Nee zeggen.")
    assert (new.term, new.partner) == ("vertrouwen", "gemeente-noord")
    assert new.definition.meaning == "Dat ja ja is."
    assert [one.definition.example for one in plan.completed] == ["Een besluit."]
    assert [one.term for one in plan.conflicts] == ["kwaliteit"]
    assert [(one.case, one.answer) for one in plan.other_answers] == [("te-laat", CaseAnswer.YES)]
    assert plan.left_out == ()


def test_whose_form_it_is_stands_above_it_or_on_its_tab(tmp_path: Path) -> None:
    header = ["Woord", "Waarom", "Betekenis"]
    rows = [["Organisatie", "De Brug: «a/b» met een lange naam"], header, ["regie", "", "Wij."]]
    file = workbook(tmp_path / "f.xlsx", {"De Brug": rows, "Noord": [header, ["regie", "", "Ik."]]})
    assert [(one.partner, one.definition.meaning) for one in read(file).rows] == [
        ("De Brug: «a/b» met een lange naam", "Wij."),
        ("Noord", "Ik."),
    ]


def test_all_that_is_not_read_of_a_form_is_told(tmp_path: Path) -> None:
    typed = {f"D{_TRUST}": "Ja.", f"M{_TRUST}": "Bel mij.", _CASE: "misschien", "E7": "Los."}
    file = form(tmp_path / "f.xlsx", SAMPLE, typed, "noord")
    plan = plan_import(SAMPLE, read(file))
    assert [one.definition.meaning for one in plan.new_definitions] == ["Ja."]
    reasons = [(one.place.words, one.reason) for one in plan.left_out]
    assert [words.rpartition(", ")[2] for words, _reason in reasons] == ["row 7", "row 8", "row 16"]
    assert reasons[0][1] == "“Definition” is empty."
    assert "beside the columns" in reasons[1][1]
    assert "“misschien” is no answer" in reasons[2][1]


def test_the_organisation_of_a_whole_file_can_be_told(tmp_path: Path) -> None:
    file = workbook(tmp_path / "f.xlsx", {"x": [["Begrip", "Definitie"], ["regie", "Wij."]]})
    with pytest.raises(UnreadableError, match="--of"):
        read(file)
    assert [one.partner for one in read(file, of_partner="PARC").rows] == ["PARC"]


def test_hidden_sheets_and_sheets_without_words_are_passed_over_with_a_remark(
    tmp_path: Path,
) -> None:
    book = Workbook()
    for title, state in (("Woorden", "visible"), ("Geheim", "hidden"), ("Los", "visible")):
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in _TABLE if title != "Los" else [["Suggestie"], ["Meer."]]:
            sheet.append(row)
    book.save(tmp_path / "f.xlsx")
    told = read(tmp_path / "f.xlsx")
    assert [one.place.words for one in told.rows] == ["Woorden, row 2"]
    assert [remark.split("”")[0] for remark in told.remarks] == [
        "The sheet “Geheim",
        "The sheet “Los",
    ]


def test_a_formula_counts_as_its_result_or_is_told(tmp_path: Path) -> None:
    rows = [*_TABLE, ["zorg", '=CONCATENATE("a","b")', "Noord"], ["tijd", "=1/0", "Noord"]]
    file = workbook(tmp_path / "f.xlsx", {"x": rows})
    told = read(file)
    assert [one.reason[:28] for one in told.left_out] == [
        "The cell B3 holds a formula ",
        "The cell B4 holds a formula ",
    ]
    with ZipFile(file) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    sheet = re.sub(rb"</f><v ?/>|</f><v></v>", b"</f><v>12</v>", sheet)
    known = read(with_part(file, "xl/worksheets/sheet1.xml", sheet))
    assert [one.definition.meaning for one in known.rows][1:] == ["12", "12"]
    assert known.left_out == ()


def _bomb(path: Path, part: str, size: int) -> Path:
    workbook(path, {"x": _TABLE})
    return with_part(path, part, b"<x>" + b" " * size + b"</x>")


def _entities(path: Path) -> Path:
    lines = "".join(
        f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" for _ in range(10))}">' for n in range(1, 10)
    )
    text = f'<!DOCTYPE x [<!ENTITY l0 "ha">{lines}]><x>&l9;</x>'
    return with_part(workbook(path, {"x": _TABLE}), "xl/workbook.xml", text.encode("utf-16"))


def _entities_elsewhere(path: Path) -> Path:
    """A sheet whose name does not say that it is one."""
    workbook(path, {"x": _TABLE})
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b"regie", b"&x;")
        names = archive.read("xl/_rels/workbook.xml.rels").replace(b"sheet1.xml", b"sheet1.bin")
    with_part(path, "xl/_rels/workbook.xml.rels", names)
    part = b'<!DOCTYPE x [<!ENTITY x "ha">]>' + sheet
    return with_part(path, "xl/worksheets/sheet1.bin", part)


def _rows(path: Path, often: int) -> Path:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = "".join(f'<row r="{n}"/>' for n in range(1, often + 1))
    text = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    workbook(path, {"x": _TABLE})
    return with_part(path, "xl/worksheets/sheet1.xml", text.encode())


def _far(path: Path) -> Path:
    """A cell in the last row and column of a sheet, many times over."""
    row = '<row r="{0}"><c r="XFD{0}" t="inlineStr"><is><t>x</t></is></c></row>'
    rows = "".join(row.format(n) for n in (1, 2, 1_048_576, 9_999_999_999))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    workbook(path, {"x": _TABLE})
    return with_part(path, "xl/worksheets/sheet1.xml", text.encode())


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _no_workbook(path: Path) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", "<x/>")
    return path


HARM: Mapping[str, Callable[[Path], Path]] = {
    "packed": lambda path: _bomb(path, "xl/media/x.xml", 60_000_000),
    "100 MB": lambda path: _written(path, b"PK\x03\x04" + bytes(100_000_000)),
    "large": lambda path: _bomb(path, "xl/sharedStrings.xml", MOST_UNPACKED + 1),
    "entities": _entities,
    "entities elsewhere": _entities_elsewhere,
    "rows": lambda path: _rows(path, MAX_PARTS + 1),
    "far": _far,
    "text": lambda path: _written(path, b"term;definition\n"),
    "cut": lambda path: _written(path, workbook(path, {"x": _TABLE}).read_bytes()[:2000]),
    "old": lambda path: _written(path, b"\xd0\xcf\x11\xe0" + bytes(600)),
    "other": _no_workbook,
    "xml": lambda path: with_part(workbook(path, {"x": _TABLE}), "xl/workbook.xml", b"<a><b>"),
    "empty": lambda path: workbook(path, {"x": [["Begrip", "Definitie", "Organisatie"]]}),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_is_no_workbook_or_means_harm_is_refused_at_once(harm: str, tmp_path: Path) -> None:
    file = HARM[harm](tmp_path / "f.xlsx")
    begun = time.process_time()
    with pytest.raises(UnreadableError, match=r"f\.xlsx"):
        read(file)
    assert not IS_FULL or time.process_time() - begun < 1  # second


def test_a_text_with_escapes_of_excel_is_what_it_was_meant_to_be(tmp_path: Path) -> None:
    rows = [*_TABLE, ["zorg", "een_x000D_\ntwee_x005F_x000A_", "Noord"]]
    told = read(workbook(tmp_path / "f.xlsx", {"x": rows}))
    assert told.rows[1].definition.meaning == "een\ntwee_x000A_"


@pytest.mark.parametrize(
    ("file", "rows"), [("beslag_xlsx/begrippenkader_beslag.xlsx", 114), ("geonovum_nlsbb/*", 0)]
)
def test_workbooks_of_nl_sbb_are_read_or_refused(file: str, rows: int) -> None:
    found = sorted((_DATA / "skos").glob(file))
    path = next((one for one in found if one.suffix == ".xlsx"), None)
    if path is None:
        pytest.skip(f"LOUD: ../shared/data/skos/{file} is absent")
    if not rows:
        with pytest.raises(UnreadableError, match="no rows below its headers"):
            read(path)
        return
    told = read(path)
    plan = plan_import(None, told)
    assert (len(told.rows), plan.left_out) == (rows, ())
    assert [one.name for one in plan.new_partners.values()] == ["Beslag"]
    assert next(one.label for one in plan.new_terms.values()) == "Aantonen wederrechtelijk voordeel"
    assert not any("@nl" in one.definition.meaning for one in told.rows)
    assert sum("Redactieoverzicht" in one or "Suggesties" in one for one in told.remarks) == 2
