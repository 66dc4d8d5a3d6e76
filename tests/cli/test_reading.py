"""`status`, `compare`, `check` and `export`: what they print, for people and for programs."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from glossary.bootstrap import new_store
from glossary.domain import TermSet, Vocabulary
from tests.cli.conftest import Cli


def test_status_in_a_pipe_is_a_line_per_term(cli: Cli, keten: Path) -> None:
    result = cli("status")
    assert (result.code, result.err) == (0, "")
    rows = {line.split("\t")[1]: line.split("\t") for line in result.out.splitlines()}
    assert rows["kwaliteit"][:4] == ["keten", "kwaliteit", "agreed", "2/2"]
    assert rows["vertrouwen"] == ["keten", "vertrouwen", "parked", "0/2", "0.00", ""]
    assert {len(row) for row in rows.values()} == {6}


def test_status_as_json(cli: Cli, keten: Path) -> None:
    one: dict[str, Any] = json.loads(cli("status", "keten", "--json").out)
    assert list(one) == ["format", "set", "language", "unread", "terms"]
    assert (one["format"], one["set"], one["language"]) == (1, "keten", "nl")
    fields = ["id", "label", "status", "defined", "partners", "attention", "signals"]
    assert all(list(term) == fields for term in one["terms"])
    terms = {term["id"]: term for term in one["terms"]}
    assert terms["eigenaarschap"]["status"] == "objected"
    assert any("moet" in sentence for sentence in terms["regie"]["signals"])
    attention = [term["attention"] for term in one["terms"]]
    assert attention == sorted(attention, reverse=True)
    every: dict[str, Any] = json.loads(cli("status", "--json").out)
    assert every == {
        "format": 1,
        "sets": [{key: value for key, value in one.items() if key != "format"}],
    }


def test_status_of_a_named_folder_is_that_of_one_set(cli: Cli, keten: Path) -> None:
    assert json.loads(cli("status", "--json", "--dir", str(keten)).out)["set"] == "keten"


def test_one_broken_set_never_hides_another(cli: Cli, keten: Path) -> None:
    (keten.parent / "stuk").mkdir()
    (keten.parent / "stuk" / "termset.toml").write_text("[[[")
    result = cli("status")
    assert result.code == 2
    assert "keten\tkwaliteit" in result.out
    assert "stuk" in result.err


def test_checking_files_by_name_never_speaks_of_the_demo(
    cli: Cli, keten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(keten)
    (keten / "partners" / "gemeente-noord.toml").write_text("[[[")
    for path in (".", "partners/gemeente-noord.toml"):
        result = cli("check", path)
        assert result.code == 1
        assert "partners/gemeente-noord.toml:1:" in result.out
        assert "demo" not in result.err


def test_named_files_are_looked_at_as_well_wherever_one_stands(
    cli: Cli, keten: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cli("define", "kwaliteit", "--partner", "gemeente-noord", "--meaning", "Kwaliteit.")
    monkeypatch.chdir(tmp_path)
    partner = keten / "partners" / "gemeente-noord.toml"
    for path in (keten.parent, keten, keten / "partners", partner, partner.relative_to(tmp_path)):
        result = cli("check", str(path))
        assert "here/termsets/keten/partners/gemeente-noord.toml:" in result.out
        assert "says only “kwaliteit”" in result.out


def test_the_folder_of_a_project_stands_for_its_sets(cli: Cli, keten: Path) -> None:
    (keten / "partners" / "gemeente-noord.toml").write_text("[[[")
    result = cli("check", ".")
    assert result.code == 1
    assert result.out == cli("check").out


def test_a_loop_of_links_is_told(cli: Cli, here: Path) -> None:
    (here / "loop").symlink_to("loop")
    result = cli("check", "loop")
    assert result.code == 1
    assert "loop: error: This is a symbolic link" in result.out


def test_one_broken_partner_never_hides_the_others(cli: Cli, keten: Path) -> None:
    (keten / "partners" / "gemeente-noord.toml").write_text("[[[")
    result = cli("status")
    assert result.code == 2
    assert "keten\tkwaliteit" in result.out
    assert "1 error in the files of keten" in result.err
    assert "“gemeente-noord” is left out until that file is repaired." in result.err


def test_compare_lays_columns_side_by_side(
    cli: Cli, keten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    lines = cli("compare", "regie").out.splitlines()
    assert any("1 Gemeente Noord" in line and "│ 2 Stichting Delta" in line for line in lines)
    assert any("≠ moet" in line and "≠ mag" in line for line in lines)
    assert all(len(line) <= 70 for line in lines)
    assert "- Noord says “moet”, Delta says “mag”" in lines
    monkeypatch.setenv("COLUMNS", "30")
    narrow = cli("compare", "regie").out
    assert "│" not in narrow
    assert all(len(line) <= 30 for line in narrow.splitlines())


def test_compare_tells_what_people_named_and_how_cases_split(cli: Cli, keten: Path) -> None:
    lines = cli("compare", "kwaliteit").out.splitlines()
    talk = lines[lines.index("What to talk about:") + 1 :]
    assert talk[0] == "- Noord ↔ Delta (measure): De een telt, de ander vraagt."
    told = " ".join(" ".join(talk).split())
    assert "kwam twee weken te laat. – no: Noord · depends: Delta" in told


def test_plain_compare_has_marks_in_words(cli: Cli, keten: Path) -> None:
    lines = cli("compare", "regie", "--plain").out.splitlines()
    at = lines.index("Gemeente Noord: De gemeente moet beslissen.")
    assert lines[at + 1] == "Marked words:"
    assert lines[at + 2].startswith("Clash: “De gemeente moet beslissen”; Stichting Delta")
    assert lines[at + 2].endswith("says “De huisarts mag beslissen”.")
    assert not any(glyph in line for line in lines for glyph in "≠│■+")


def test_compare_as_json_has_the_fields_of_the_comparison(cli: Cli, keten: Path) -> None:
    found: dict[str, Any] = json.loads(cli("compare", "regie", "--json").out)
    assert found["format"] == 1
    text = found["texts"]["gemeente-noord"]
    assert "".join(text["text"][span["start"] : span["end"]] for span in text["spans"]) == (
        "De gemeente moet beslissen."
    )
    (pair,) = found["pairs"]
    assert pair["between"] == ["gemeente-noord", "stichting-delta"]
    assert set(pair) == {"between", "wording_apart", "links", "contrasts", "relation"}
    contrast = pair["contrasts"][0]
    assert (contrast["kind"], contrast["a"]["words"], contrast["b"]["words"]) == (
        "obligation",
        "moet",
        "mag",
    )
    assert found["signals"][0]["sentence"] == "Noord says “moet”, Delta says “mag”"
    assert set(found["cases"]) == {"alpha", "split"}


@pytest.mark.parametrize(
    ("speaking", "sentence"),
    [
        ("en", "Delta writes in English; the set is in Dutch"),
        ("nl", "Delta schrijft in het Engels; de set is in het Nederlands"),
    ],
)
def test_who_writes_in_another_language_than_the_set_is_told(
    cli: Cli, keten: Path, speaking: str, sentence: str
) -> None:
    meaning = "Somebody decides what they all do and nobody asks the others about it."
    cli("define", "regie", "--partner", "stichting-delta", "--meaning", meaning)
    speak = ("--language", speaking)
    assert f"- {sentence}" in cli(*speak, "compare", "regie").out.splitlines()
    found = json.loads(cli(*speak, "compare", "regie", "--json").out)
    (signal,) = (each for each in found["signals"] if each["kind"] == "language")
    assert (signal["sentence"], signal["partners"]) == (sentence, ["stichting-delta"])
    (row,) = (
        each
        for each in json.loads(cli(*speak, "status", "keten", "--json").out)["terms"]
        if each["id"] == "regie"
    )
    assert sentence in row["signals"]


@pytest.mark.parametrize("layout", [[], ["--plain"], ["--json"]])
def test_a_word_that_nobody_defined_can_be_compared(
    cli: Cli, keten: Path, layout: list[str]
) -> None:
    result = cli("compare", "vertrouwen", *layout)
    assert (result.code, result.err) == (0, "")


def test_a_sound_set_has_no_errors(cli: Cli, keten: Path) -> None:
    found = json.loads(cli("check", "--format", "json").out)
    assert found["format"] == 1
    assert [one for one in found["findings"] if one["severity"] == "error"] == []


def test_check_names_file_line_and_remedy(cli: Cli, keten: Path) -> None:
    file = keten / "partners" / "stichting-delta.toml"
    file.write_text(file.read_text("utf-8") + '\n[definitions.nergens]\nmeaning = "x"\n', "utf-8")
    line = file.read_text("utf-8").splitlines().index("[definitions.nergens]") + 1
    place = f"termsets/keten/partners/stichting-delta.toml:{line}"
    text = cli("check")
    assert text.code == 1
    assert any(one.startswith(place) and "nergens" in one for one in text.out.splitlines())
    github = cli("check", "--format", "github", str(file))
    assert github.code == 1
    assert "file=termsets/keten/partners/stichting-delta.toml" in github.out
    assert f"line={line}" in github.out
    assert all(one.startswith(("::error ", "::warning ")) for one in github.out.splitlines())


def test_what_people_typed_cannot_be_a_command_of_github(cli: Cli, keten: Path) -> None:
    file = keten / "partners" / "stichting-delta.toml"
    file.write_text(file.read_text("utf-8") + '\n["a\\n::error::b,c"]\nx = 1\n', "utf-8")
    result = cli("check", "--format", "github")
    assert result.code == 1
    assert not any(one.startswith("::error::b") for one in result.out.splitlines())


def test_export_to_a_file_is_the_same_as_to_a_pipe(cli: Cli, here: Path, keten: Path) -> None:
    printed = cli("export", "markdown", "keten").out
    assert printed.startswith("# Kwaliteit in de keten\n")
    result = cli("export", "markdown", "-o", "out.md")
    assert (result.code, result.out) == (0, "")
    assert (here / "out.md").read_text("utf-8") == printed
    assert json.loads(cli("export", "json").out)["set"] == "keten"


def test_an_earlier_export_is_replaced_and_keeps_its_mode(
    cli: Cli, here: Path, keten: Path
) -> None:
    file = here / "out.md"
    assert cli("export", "markdown", "-o", "out.md").code == 0
    file.chmod(0o640)
    cli("define", "regie", "--partner", "stichting-delta", "--meaning", "Wie het weet.")
    assert cli("export", "markdown", "-o", "out.md").code == 0
    assert "Wie het weet." in file.read_text("utf-8")
    assert file.read_text("utf-8").startswith("# ")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in here.iterdir()) == ["out.md", "termsets"]


def test_a_file_that_somebody_else_wrote_or_changed_is_not_replaced_unasked(
    cli: Cli, here: Path, keten: Path
) -> None:
    file = here / "out.md"
    file.write_text("my own notes")
    result = cli("export", "markdown", "-o", "out.md")
    assert (result.code, file.read_text("utf-8")) == (2, "my own notes")
    assert "out.md holds what the program did not write" in result.err
    assert "--force" in result.err
    assert cli("export", "markdown", "-o", "out.md", "--force").code == 0
    assert cli("export", "markdown", "-o", "out.md").code == 0
    edited = file.read_text("utf-8").replace("# Kwaliteit", "# Onze kwaliteit")
    file.write_text(edited, "utf-8")
    assert cli("export", "markdown", "-o", "out.md").code == 2
    assert file.read_text("utf-8") == edited


def test_an_export_writes_over_files_only(cli: Cli, here: Path, keten: Path) -> None:
    (here / "link.md").symlink_to(keten / "termset.toml")
    before = (keten / "termset.toml").read_bytes()
    for target in ("link.md", "termsets", "/dev/null", "nowhere/out.md"):
        result = cli("export", "markdown", "-o", target)
        assert result.code == 2, target
        assert result.err.count("\n") == 1
    assert (keten / "termset.toml").read_bytes() == before


def test_with_several_sets_one_has_to_be_named(cli: Cli, keten: Path) -> None:
    new_store(None).create(TermSet("wijk", Vocabulary("", "nl")))
    for words, how in (
        (("export", "markdown"), "add keten."),
        (("compare", "regie"), "add --set keten."),
    ):
        result = cli(*words)
        assert result.code == 2
        assert "“keten”, “wijk”" in result.err
        assert result.err.endswith(f"{how}\n")


def test_of_the_demo_the_set_in_the_language_of_the_program_is_taken(cli: Cli) -> None:
    assert cli("show", "quality").out.startswith("Word: quality. Set: Living well in Waterside.")
    assert cli("--language", "nl", "show", "kwaliteit").out.startswith("Woord: kwaliteit. Set: ")


def test_a_set_in_the_wrong_place_is_told_where_it_goes(cli: Cli) -> None:
    assert "A term set goes after --set." in cli("compare", "quality", "demo-en").err
    assert "without it" in cli("status", "--set", "demo-en").err


def test_where_the_demo_is_is_told_once(cli: Cli, here: Path) -> None:
    assert str(here.parent / "demo") in cli("status", "demo-en").err
    assert cli("status", "demo-en").err == "glossary: This is the demo.\n"
