"""What spreadsheets show of a set: to whom, in which columns, and to choose from what."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from glossary.domain import NotFoundError, Partner, RefusedError, TermSet
from glossary.formats.contract import Request
from glossary.formats.headers import HEADERS, Columns, names, places
from glossary.formats.registry import EXPORTERS
from glossary.formats.tables import heading
from glossary.formats.xlsx_export import sheet_names
from glossary.locale import LANGUAGES, language, use
from tests.formats.exporting import exported, exported_bytes, readable
from tests.formats.sample import SAMPLE, TODAY


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    use("en")
    yield
    use(before)


def _form(name: str, partner: str, termset: TermSet = SAMPLE) -> str:
    data = exported_bytes(name, termset, TODAY, "form", partner)
    return data.decode() if name == "csv" else readable(data)


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_form_holds_the_words_of_its_partner_and_of_nobody_else(name: str) -> None:
    text = _form(name, "delta")
    assert "Dat een bewoner merkt dat we de tijd nemen." in text
    assert "Waaraan merk je morgen dat de kwaliteit goed was?" in text
    assert "Het dossier klopt, maar kwam twee weken te laat." in text
    north = SAMPLE.partners["gemeente-noord"]
    others = [one.meaning for one in north.definitions.values()]
    for told in (*others, north.name, "Kwaliteitskader", "Een belletje vooraf.", "Geheim"):
        assert told not in text


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("style", ["long", "form", "nl-sbb"])
def test_nothing_of_a_blind_term_is_in_a_spreadsheet(name: str, style: str) -> None:
    data = exported_bytes(name, SAMPLE, TODAY, style, "noord")
    text = data.decode() if name == "csv" else readable(data)
    assert "bereik" in text
    assert "Geheim" not in text


def test_who_names_a_partner_gets_its_form() -> None:
    assert exported_bytes("xlsx", SAMPLE, TODAY, "", "Delta") == exported_bytes(
        "xlsx", SAMPLE, TODAY, "form", "stichting-delta"
    )
    with pytest.raises(NotFoundError, match="Deltaa"):
        exported_bytes("xlsx", SAMPLE, TODAY, "", "Deltaa")
    with pytest.raises(RefusedError, match="--partner"):
        exported_bytes("csv", SAMPLE, TODAY, "form")


def test_an_answer_is_chosen_from_a_list_in_the_language_that_is_spoken() -> None:
    assert 'choose from "yes,no,depends"' in _form("xlsx", "delta")
    use("nl")
    text = _form("xlsx", "delta")
    assert 'choose from "ja,nee,hangt ervan af"' in text
    assert "Waarom dit woord geladen is" in text


def test_a_form_has_a_sheet_for_each_partner_whose_header_stays_in_view() -> None:
    book = load_workbook(io.BytesIO(exported_bytes("xlsx", SAMPLE, TODAY, "form")))
    assert book.sheetnames == ["Gemeente Noord", "Stichting Delta"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B4"
        assert all(sheet.cell(4, at).alignment.wrap_text for at in range(1, 11))
        assert min(column.width for column in sheet.column_dimensions.values()) > 15


def test_forms_for_hundreds_of_partners_are_asked_one_at_a_time() -> None:
    many = {f"p{n}": Partner(f"p{n}", f"Partner {n}") for n in range(3000)}
    with pytest.raises(RefusedError, match="--partner"):
        exported_bytes("xlsx", replace(SAMPLE, partners=many), TODAY, "form")
    assert exported_bytes("xlsx", replace(SAMPLE, partners=many), TODAY, "form", "p7")
    with pytest.raises(RefusedError, match="no partners"):
        exported_bytes("xlsx", replace(SAMPLE, partners={}), TODAY, "form")


@given(st.lists(st.text(max_size=40) | st.sampled_from(["a" * 40, "History", "'", "[x]"])))
def test_sheets_have_names_that_a_spreadsheet_takes(called: list[str]) -> None:
    made = list(sheet_names(called))
    assert len({name.casefold() for name in made}) == len(called)
    for name in made:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.casefold() != "history"
        assert not name.startswith("'")


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_column_is_known_again_whatever_language_is_spoken(spoken: str) -> None:
    use(spoken)
    header = [heading(role) for role in HEADERS if role != "source"] + [heading("source")]
    assert all(names(role, heading(role)) for role in HEADERS)
    assert set(places(header, Columns(), "x")) == set(HEADERS)


@pytest.mark.parametrize(("spoken", "usual"), [("nl", ";"), ("en", ",")])
def test_csv_is_as_the_spreadsheet_of_the_reader_expects(spoken: str, usual: str) -> None:
    use(spoken)
    for asked, delimiter in (("", usual), ("\t", "\t")):
        data = EXPORTERS["csv"].export(SAMPLE, Request(TODAY, delimiter=asked))
        assert data.startswith(b"\xef\xbb\xbf")
        text = data.decode("utf-8-sig")
        assert text.splitlines(keepends=True)[0].endswith("\r\n")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        assert {len(row) for row in rows} == {16}


def test_the_same_set_gives_the_same_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    first = exported_bytes("xlsx", SAMPLE, TODAY, "form")
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 2, 3, 4, 5, 3, 2, 0))
    assert exported_bytes("xlsx", SAMPLE, TODAY, "form") == first


def test_the_template_of_nl_sbb_has_who_said_what_and_which_objections_stand() -> None:
    text = exported("xlsx", SAMPLE, TODAY, "nl-sbb")
    assert "== Begrippenkaders" in text
    assert "C1 s 'voorkeursterm'" in text
    assert "s 'Gemeente Noord'" in text
    assert "s 'Stichting Delta *: Het papier wint toch.'" in text
    assert "eigenaarschap" in text
    # A wording on which nothing is agreed is nobody's definition.
    assert text.count("Wie iets begint, maakt het af.") == 1
