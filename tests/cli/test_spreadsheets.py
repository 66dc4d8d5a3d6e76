"""A form goes to a partner and comes back; tables come in from elsewhere."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from glossary.bootstrap import new_store
from glossary.domain import CaseAnswer, Partner
from tests.cli.conftest import Cli

_PARC = Path(__file__).resolve().parents[3] / "shared/data/import/import_csv/eu-parc.glossary.csv"


def _delta() -> Partner:
    return new_store(None).load("keten").termset.partners["stichting-delta"]


def _filled(cells: dict[str, str]) -> None:
    book = load_workbook("delta.xlsx")
    for place, text in cells.items():
        book.worksheets[0][place] = text
    book.save("terug.xlsx")


def test_a_form_that_a_partner_filled_in_is_rehearsed_and_then_read(cli: Cli, keten: Path) -> None:
    assert cli("export", "xlsx", "--partner", "Delta", "-o", "delta.xlsx").code == 0
    # The words begin on row 4: kwaliteit, eigenaarschap, regie, maatwerk, vertrouwen, …
    _filled({"D8": "Dat je komt.", "D5": "Wij.", "E4": "Koffie.", "C16": "nee"})
    before = _delta()
    rehearsal = cli("import", "xlsx", "terug.xlsx", "--set", "keten", "--dry-run")
    assert rehearsal.code == 1
    assert "1 new definition\n" in rehearsal.out
    assert "1 definition completed\n" in rehearsal.out
    assert "Here: “Jij bent ervan.” In the file: “Wij.”" in rehearsal.out
    assert "with “depends” here, and that stays" in rehearsal.out
    assert "nothing was written" in rehearsal.out
    assert _delta() == before
    cli("import", "xlsx", "terug.xlsx", "--set", "keten")
    now = _delta()
    assert now.meaning_of("vertrouwen") == "Dat je komt."
    assert now.definitions["kwaliteit"].example == "Koffie."
    assert now.meaning_of("eigenaarschap") == "Jij bent ervan."
    done = cli("import", "xlsx", "terug.xlsx", "--set", "keten", "--overwrite")
    assert done.code == 0
    assert _delta().meaning_of("eigenaarschap") == "Wij."
    assert _delta().cases["kwaliteit"]["te-laat"] is CaseAnswer.NO


def test_a_form_finds_its_partner_among_those_with_the_same_name(cli: Cli, keten: Path) -> None:
    for name in ("een", "twee"):
        (keten / "partners" / f"{name}.toml").write_text('format = 1\nname = "Samen"\n', "utf-8")
    assert cli("export", "xlsx", "--partner", "twee", "-o", "delta.xlsx").code == 0
    _filled({"D4": "Twee."})
    told = cli("import", "xlsx", "terug.xlsx", "--set", "keten")
    assert "0 new partners" in told.out
    partners = new_store(None).load("keten").termset.partners
    assert partners["twee"].meaning_of("kwaliteit") == "Twee."
    assert partners["een"].definitions == {}


def test_a_form_in_csv_comes_back_as_well(cli: Cli, keten: Path) -> None:
    assert cli("export", "csv", "--partner", "Delta", "-o", "delta.csv").code == 0
    text = Path("delta.csv").read_text("utf-8-sig")
    Path("terug.csv").write_text(text.replace("Jij bent ervan.", "'=1+1 is meer."), "utf-8")
    done = cli("import", "csv", "terug.csv", "--set", "keten", "--overwrite")
    assert "1 definition replaced" in done.out
    assert _delta().meaning_of("eigenaarschap") == "=1+1 is meer."


def test_a_form_that_a_spreadsheet_saved_as_csv_comes_back_too(cli: Cli, keten: Path) -> None:
    cli("export", "xlsx", "--partner", "Delta", "-o", "delta.xlsx")
    sheet = load_workbook("delta.xlsx").worksheets[0]
    sheet["D8"] = "Dat je komt."
    with Path("terug.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(sheet.iter_rows(values_only=True))
    done = cli("import", "csv", "terug.csv", "--set", "keten")
    assert (done.code, done.err) == (0, "")
    assert "0 new words\n0 new partners\n1 new definition\n" in done.out
    assert _delta().meaning_of("vertrouwen") == "Dat je komt."


def test_a_wish_that_a_format_does_not_know_is_no_export(cli: Cli, keten: Path) -> None:
    told = cli("export", "markdown", "--partner", "Delta")
    assert (told.code, told.out) == (2, "")
    assert "markdown does nothing with --partner" in told.err
    assert "xlsx does nothing with --delimiter" in cli("export", "xlsx", "--delimiter", ";").err
    assert "csv does nothing with --base" in cli("export", "csv", "--base", "https://x/").err
    assert cli("export", "csv", "--delimiter", "x").code == 2
    assert "\tOrganisation\t" in cli("export", "csv", "--delimiter", "tab").out


def test_a_table_of_one_organisation_says_whose_it_is_on_the_command_line(cli: Cli) -> None:
    if not _PARC.exists():
        pytest.skip("LOUD: ../shared/data/import/import_csv is absent")
    command = ("import", "csv", str(_PARC), "--set", "parc", "--term", "Id")
    assert "name it with --of" in cli(*command).err
    done = cli(*command, "--of", "PARC")
    assert done.code == 0
    assert "38 new words" in done.out
    parc = new_store(None).load("parc").termset.partners["parc"]
    assert (parc.name, len(parc.definitions)) == ("PARC", 38)
    assert parc.definitions["exposure-event"].source.startswith("Adapted from (Heinemeyer")
