"""Tables of all kinds become rows with their lines, or a sentence that says what is missing."""

import codecs
import csv
import os
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import UnreadableError
from glossary.formats.csv_format import Csv, detect_encoding
from glossary.formats.headers import Columns, MissingColumnsError
from glossary.formats.table import parse_table, sniff_delimiter
from glossary.workflow.incoming import Incoming, Place
from tests.workflow.rows import row

PLAIN = "term,definition,organisation\nkwaliteit,Geen fouten,Noord\n"
ROW = row(2, "kwaliteit", "Geen fouten", "Noord")


def parse(text: str, columns: Columns | None = None) -> Incoming:
    return parse_table(text, columns or Columns(), "rows.csv")


@pytest.mark.parametrize("delimiter", list("\t;,|"))
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = PLAIN.replace(",", delimiter)
    assert sniff_delimiter(text) == delimiter
    assert parse(text).rows == (ROW,)


@pytest.mark.parametrize("before", ["sep=;\r\n", '"sep=;"\n', "SEP=;;;\n", "\r\n"])
def test_a_line_before_the_header_is_passed_over(before: str) -> None:
    assert parse(before + PLAIN.replace(",", ";")).rows == (replace(ROW, place=Place(3, "line 3")),)


@pytest.mark.parametrize(
    "header",
    [
        "Begrip;Betekenis;Organisatie;Bron",
        "TERM;Definitie;Partner;source_ref",
        "Woord;Omschrijving;organisation_or_glossary;Reference",
        "extra;term;definition;Organization",
        "Begrip:;Def.;Org.",
        "Term*;Omschr.;Organisatie(s)",
        " Term ; Definition ;ORGANISATION-NAME",
    ],
)
def test_headers_are_recognised_in_both_languages(header: str) -> None:
    names = [name.strip() for name in header.split(";")]
    assert len(parse(f"{header}\n" + ";".join(names) + "\n").rows) == 1


def test_columns_can_be_named() -> None:
    text = "naam van het woord,a,b,definition\nw,betekent,wie,niet dit\n"
    columns = Columns(term="Naam van het woord", definition="A", partner="b")
    assert parse(text, columns).rows == (row(2, "w", "betekent", "wie"),)


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    with pytest.raises(UnreadableError, match=r"organisation.*“term”, “definition”.*Add what"):
        parse("term,definition\na,b\n")


def test_all_missing_columns_are_named_at_once_with_which_they_may_be() -> None:
    with pytest.raises(MissingColumnsError, match="the definition, the organisation") as caught:
        parse("Begrip;Uitleg;Wie;Datum\na;b;c;d\n")
    assert caught.value.guesses == {"definition": "Uitleg", "partner": "Wie"}


@pytest.mark.parametrize(
    "title", ["Lijst van 2026;;;\n", "Lijst, van, ons, allen, in 2026\n\nStand: mei\n"]
)
def test_titles_above_the_header_are_passed_over_and_named(title: str) -> None:
    table = parse(title + "Begrip;Definitie (NL);Org.;Datum\nkwaliteit;Goed.;Noord;mei\n")
    assert [(row.term, row.definition.meaning, row.partner) for row in table.rows] == [
        ("kwaliteit", "Goed.", "Noord")
    ]
    assert [remark.split(":")[1][2:7] for remark in table.remarks] == ["Lijst", "Datum"]


def test_a_title_is_not_taken_for_the_header_of_a_table_that_names_nothing() -> None:
    with pytest.raises(MissingColumnsError, match="“Woordje”, “Uitleg”, “Wie”"):
        parse("Onze lijst\nWoordje;Uitleg;Wie\na;b;c\n")


def test_a_named_column_that_is_not_there_is_told() -> None:
    with pytest.raises(UnreadableError, match="no column “herkomst”"):
        parse(PLAIN, Columns(source="herkomst"))


def test_a_short_row_with_what_is_needed_is_read() -> None:
    text = "term,definition,organisation,source,date\na,b,c\nd,e\n"
    table = parse(text)
    assert table.rows == (row(2, "a", "b", "c"),)
    assert [(problem.place.order, problem.cells) for problem in table.left_out] == [(3, ("d", "e"))]


def test_rows_that_do_not_fit_are_reported_with_their_line() -> None:
    table = parse(PLAIN + "kort,rij\n\n\nlang,a,b,c\nvol,a,b,,\n")
    assert [problem.place.order for problem in table.left_out] == [3, 6]
    assert [row.place.order for row in table.rows] == [2, 7]


def test_a_row_is_known_by_the_line_on_which_it_begins() -> None:
    table = parse('term,definition,organisation\na,"een\ntwee\ndrie",x\nb,c,x\n')
    assert [row.place.order for row in table.rows] == [2, 5]
    assert table.rows[0].definition.meaning == "een\ntwee\ndrie"


def test_quotation_marks_in_a_table_with_tabs_are_just_that() -> None:
    table = parse('term\tdefinition\tpartner\na\t"x" is\tp\nb\t"open\tp\nc\td\tp\n')
    assert [row.definition.meaning for row in table.rows] == ['"x" is', '"open', "d"]


def test_quotation_in_a_table_with_tabs_is_undone_where_it_is_meant() -> None:
    table = parse('term\tdefinition\tpartner\na\t"een ""b"" c"\tp\n')
    assert table.rows[0].definition.meaning == 'een "b" c'


def test_an_open_quotation_mark_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableError, match="line 3"):
        parse(PLAIN + 'a,"open,p\nb,c,d\n')


def test_a_huge_field_is_read() -> None:
    long = "woord " * 100_000
    assert parse(f"term,definition,partner\na,{long},p\n").rows[0].definition.meaning == long


@pytest.mark.parametrize("text", ["", "\n\n", "   \n"])
def test_an_empty_file_is_told(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"rows\.csv"):
        parse(text)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + b"term", "utf-8-sig"),
        ("térm,definition".encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + "term".encode("utf-16-be"), "utf-16"),
        ("term,definition".encode("utf-16-le"), "utf-16-le"),
        ("term,definition".encode("utf-16-be"), "utf-16-be"),
        ("cliënt".encode(), "utf-8"),
        ("cliënt".encode("cp1252"), "cp1252"),
        (b"", "utf-8"),
        (b"a\x00b", "utf-8"),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    assert detect_encoding(data) == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_file_is_read_in_any_of_them(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "rows.csv"
    file.write_bytes(PLAIN.replace("Geen", "Cliënt:").replace("\n", "\r\n").encode(encoding))
    assert Csv().read(file, Columns()).rows[0].definition.meaning == "Cliënt: fouten"


def test_a_wrong_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_bytes("cliënt".encode("cp1252"))
    with pytest.raises(UnreadableError, match="--encoding"):
        Csv().read(file, Columns(encoding="utf-8"))
    with pytest.raises(UnreadableError, match="no encoding “nope”"):
        Csv().read(file, Columns(encoding="nope"))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe, tmp_path / "absent", Path("a\0b")):
        with pytest.raises(UnreadableError):
            Csv().read(path, Columns())


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_workbook_is_told_to_be_one(tmp_path: Path, start: bytes) -> None:
    file = tmp_path / "rows.xlsx"
    file.write_bytes(start + b"rest")
    with pytest.raises(UnreadableError, match=r"rows\.xlsx is a workbook"):
        Csv().read(file, Columns())


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    with file.open("wb") as sparse:
        sparse.truncate(100_000_000)
    with pytest.raises(UnreadableError, match="larger than 20 MB: split it into parts"):
        Csv().read(file, Columns())


def test_a_table_without_end_is_refused() -> None:
    with pytest.raises(UnreadableError, match="has more than 100000 rows"):
        parse(PLAIN + "a;b;c\n" * 1_000_000)


def test_the_limit_of_csv_is_that_of_others_afterwards() -> None:
    before = csv.field_size_limit()
    assert parse(PLAIN).rows == (ROW,)
    with pytest.raises(UnreadableError):
        parse("term\nx\n")
    assert csv.field_size_limit() == before
