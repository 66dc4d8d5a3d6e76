"""`import csv`: everything is placed or reported, nothing is overwritten silently."""

import json
import re
import shlex
from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from glossary.domain import TermSet
from tests.cli.conftest import Cli

ROWS = """Begrip;Betekenis;Organisatie;Bron
kwaliteit;Geen fouten.;Gemeente Noord;Nota p. 1
kwaliteit;Aandacht.;Stichting Delta;
regie;"Wie beslist;
en wie niet.";Gemeente Noord;
"""
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "multi_org"


def stored(name: str) -> TermSet:
    return new_store(None).load(name).termset


@pytest.fixture
def rows(here: Path) -> Path:
    file = here / "rows.csv"
    file.write_text(ROWS, encoding="cp1252")
    return file


def test_a_first_import_makes_the_set(cli: Cli, rows: Path) -> None:
    result = cli("import", "csv", "rows.csv", "--set", "nieuw", "--language", "nl")
    assert (result.code, result.err) == (0, "")
    assert "2 new words" in result.out
    assert "2 new partners" in result.out
    assert "3 new definitions" in result.out
    termset = stored("nieuw")
    assert termset.language == "nl"
    assert list(termset.terms) == ["kwaliteit", "regie"]
    north = termset.partners["gemeente-noord"]
    assert north.meaning_of("regie") == "Wie beslist;\nen wie niet."
    assert north.definitions["kwaliteit"].source == "Nota p. 1"


def test_the_same_import_again_changes_nothing(cli: Cli, here: Path, rows: Path) -> None:
    cli("import", "csv", "rows.csv", "--set", "nieuw")
    before = {path: path.read_bytes() for path in (here / "termsets").rglob("*.toml")}
    result = cli("import", "csv", "rows.csv", "--set", "nieuw")
    assert result.code == 0
    assert "3 the same as before" in result.out
    assert {path: path.read_bytes() for path in (here / "termsets").rglob("*.toml")} == before


def test_other_words_are_kept_and_reported_unless_overwriting(cli: Cli, rows: Path) -> None:
    cli("import", "csv", "rows.csv", "--set", "nieuw")
    rows.write_text(ROWS.replace("Aandacht.", "Tijd."), encoding="utf-8")
    result = cli("import", "csv", "rows.csv", "--set", "nieuw")
    assert result.code == 1
    assert "line 3: stichting-delta has other words for kwaliteit" in result.out
    assert "Here: “Aandacht.” In the file: “Tijd.”" in result.out
    assert stored("nieuw").partners["stichting-delta"].meaning_of("kwaliteit") == "Aandacht."
    assert cli("import", "csv", "rows.csv", "--set", "nieuw", "--overwrite").code == 0
    assert stored("nieuw").partners["stichting-delta"].meaning_of("kwaliteit") == "Tijd."


def test_what_is_new_is_named_with_what_it_may_be_a_slip_for(cli: Cli, rows: Path) -> None:
    first = cli("import", "csv", "rows.csv", "--set", "nieuw")
    assert "The set “nieuw” is new." in first.out
    slips = (
        "begrip;betekenis;organisatie\nkwalitiet;Fouten.;Gemeenté Noord\nveerkracht;Terug.;Delta\n"
    )
    rows.write_text(slips, encoding="utf-8")
    second = cli("import", "csv", "rows.csv", "--set", "nieuw")
    assert second.out.splitlines()[-5:] == [
        "New words: “kwalitiet”, “veerkracht”.",
        "New partners: “Gemeenté Noord”, “Delta”.",
        "“kwalitiet” is new here; the set also has “kwaliteit”.",
        "“Gemeenté Noord” is new here; the set also has “Gemeente Noord”.",
        "“Delta” is new here; the set also has “Stichting Delta”.",
    ]
    third = cli("import", "csv", "rows.csv", "--set", "nieuww")
    assert "The set “nieuww” is new; there is also “nieuw”." in third.out


def test_a_rehearsal_writes_nothing(cli: Cli, here: Path, rows: Path) -> None:
    result = cli("import", "csv", "rows.csv", "--set", "nieuw", "--dry-run")
    assert result.code == 0
    assert "3 new definitions" in result.out
    assert [path.name for path in here.iterdir()] == ["rows.csv"]


def test_rows_without_a_place_are_reported_all_in_a_file(cli: Cli, here: Path) -> None:
    bad = "".join(f"kwaliteit{n};;Noord\n" for n in range(30))
    (here / "rows.csv").write_text("term;definition;partner\n" + bad + "goed;Ja.;Noord\nkort\n")
    result = cli("import", "csv", "rows.csv", "--set", "nieuw", "--report", "left.txt")
    assert result.code == 1
    assert "31 rows were left out" in result.out
    assert "… and 11 more" in result.out
    lines = (here / "left.txt").read_text("utf-8").splitlines()
    assert len(lines) == 31
    assert lines[0].startswith("line 2: ")
    assert lines[0].endswith("The row: “kwaliteit0”, “”, “Noord”")
    assert lines[-1].startswith("line 33: ")
    assert list(stored("nieuw").terms) == ["goed"]


def test_missing_columns_are_told_with_a_command_that_works(cli: Cli, here: Path) -> None:
    (here / "mijn rijen.csv").write_text("Begrip;Onze uitleg;Wie\nregie;Wij.;Noord\n", "utf-8")
    result = cli("import", "csv", "mijn rijen.csv", "--set", "nieuw", "--language", "nl")
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "no column for the definition, the organisation." in result.err
    command = result.err[result.err.index("glossary import") :].strip()
    assert cli(*shlex.split(command)[1:]).code == 0
    assert stored("nieuw").language == "nl"
    assert stored("nieuw").partners["noord"].meaning_of("regie") == "Wij."


def test_what_is_passed_over_in_a_spreadsheet_is_named(cli: Cli, here: Path) -> None:
    (here / "rows.csv").write_text(
        "Begrippen, stand mei;;;\n;;;\nBegrip;Definitie;Org.;Opmerking\nregie;Wij.;Noord\n", "utf-8"
    )
    result = cli("import", "csv", "rows.csv", "--set", "nieuw")
    assert result.code == 0
    assert "Passed over above the header: “Begrippen, stand mei”." in result.out
    assert "Columns that are not used: “Opmerking”." in result.out
    assert stored("nieuw").partners["noord"].meaning_of("regie") == "Wij."


def test_both_texts_are_whole_in_the_report(cli: Cli, here: Path, rows: Path) -> None:
    cli("import", "csv", "rows.csv", "--set", "nieuw")
    long = "lang " * 200 + "einde"
    rows.write_text(ROWS.replace("Aandacht.", long), encoding="utf-8")
    result = cli("import", "csv", "rows.csv", "--set", "nieuw", "--report", "left.txt")
    assert long not in result.out
    assert f"Here: “Aandacht.” In the file: “{long}”" in (here / "left.txt").read_text("utf-8")


def test_hostile_rows_are_shown_not_obeyed(cli: Cli, here: Path) -> None:
    (here / "rows.csv").write_text(
        "term;definition;partner\n\x1b]0;x\x07;a;b\nc;\u202ed;e\n\u202ef;\x1b[31m;g\n", "utf-8"
    )
    result = cli("import", "csv", "rows.csv", "--set", "nieuw")
    assert result.code == 1
    assert "\x1b" not in result.out + result.err
    assert "\u202e" not in result.out + result.err


@pytest.mark.parametrize("name", ["../x", "Con trol", "con", ""])
def test_a_set_that_no_folder_can_be_called_is_refused(cli: Cli, rows: Path, name: str) -> None:
    assert cli("import", "csv", "rows.csv", "--set", name).code == 2
    assert sorted(path.name for path in rows.parent.iterdir()) == ["rows.csv"]


def test_a_broken_set_is_not_added_to(cli: Cli, here: Path, rows: Path) -> None:
    cli("import", "csv", "rows.csv", "--set", "nieuw")
    broken = here / "termsets" / "nieuw" / "partners" / "stichting-delta.toml"
    broken.write_text("[[[")
    result = cli("import", "csv", "rows.csv", "--set", "nieuw")
    assert result.code == 2
    assert "stichting-delta.toml" in result.err
    assert broken.read_text() == "[[["


@pytest.mark.parametrize(
    ("file", "language", "terms", "rows"),
    [("nl_multi_org.tsv", "nl", 400, 1775), ("en_multi_org.tsv", "en", 1438, 5482)],
)
def test_real_tables_of_many_organisations(
    cli: Cli, file: str, language: str, terms: int, rows: int
) -> None:
    if not (SHARED / file).exists():
        pytest.skip(f"LOUD: ../shared/data/multi_org/{file} is absent")
    done = cli(
        *("import", "csv", str(SHARED / file), "--set", "echt", "--language", language),
        *("--report", "left.txt"),
    )
    assert done.code == 1  # organisations that define one word twice
    termset = stored("echt")
    assert len(termset.terms) == terms
    placed = sum(len(partner.definitions) for partner in termset.partners.values())
    same = next(int(line.split()[0]) for line in done.out.splitlines() if "the same" in line)
    assert placed + same + len(Path("left.txt").read_text("utf-8").splitlines()) == rows
    assert len(json.loads(cli("status", "echt", "--json").out)["terms"]) == terms
    assert cli("export", "markdown").out.count("\n### ") >= terms
    widest = max(termset.terms, key=lambda term: len(termset.meanings(term)))
    compared = cli("compare", widest, "--plain").out
    names = [termset.partners[key].name for key in termset.meanings(widest)]
    assert all(re.search(rf"\n{re.escape(name)}(, .+ 1 .+)?: ", compared) for name in names)
