"""Whatever is wrong with a command line: one sentence, the right exit code, in both languages."""

from pathlib import Path

import pytest

from glossary.cli.verbs import VERBS
from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stats"], "Did you mean “status”?"),
        (["./nowhere"], "neither a command nor a folder"),
        (["status", "--foo"], "There is no option --foo"),
        (["status", "--jsn"], "Did you mean --json?"),
        (["status", "a", "b"], "does not know what to do with “b”"),
        (["compare"], "TERM is missing"),
        (["define", "kwaliteit"], "--partner is missing"),
        (["define", "kwaliteit", "--partner"], "exactly one value"),
        (["define", "x", "--partner", "y", "--field", "z"], "--field has to be one of meaning,"),
        (["define", "x", "--partner", "y", "--meaning", "a", "--text", "b"], "either --meaning"),
        (["position", "x", "maybe", "--partner", "y"], "has to be one of consent, concern"),
        (["export", "pdf"], "FORMAT has to be one of markdown, html, json"),
        (["import", "csv", "rows.csv"], "--set is missing"),
        (["import", "csv", "a.csv", "--set", "a", "--delimiter", "ab"], "one character"),
        (["--language", "xx"], "--language has to be one of nl, en"),
        (["--language"], "exactly one value"),
        ([], "The screens need a terminal"),
        (["status", "--dir", "nowhere"], "no folder “nowhere”"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(cli: Cli, words: list[str], told: str) -> None:
    result = cli(*words)
    assert result.code == 2
    assert result.out == ""
    assert told in result.err
    assert result.err.startswith("glossary: ")
    assert result.err.count("\n") == 1


def test_a_file_is_no_folder(cli: Cli, here: Path) -> None:
    (here / "notes.txt").write_text("x")
    result = cli("notes.txt")
    assert result.code == 2
    assert "“notes.txt” is a file" in result.err


def test_a_hostile_word_is_shown_not_obeyed(cli: Cli) -> None:
    result = cli("\x1b]52;c;AAAA\x07\u202e")
    assert result.code == 2
    assert "\x1b" not in result.err
    assert "\u202e" not in result.err


def test_a_name_that_no_file_can_have_is_one_sentence(cli: Cli) -> None:
    for words in (
        *(["x" * 5_000], ["check", "x" * 5_000], ["check", "a\0b"], ["fmt", "a\0b"]),
        *(
            ["status", "--dir", "a\0b"],
            ["check", "--dir", "\ud800"],
            ["export", "json", "-o", "a\0b"],
        ),
    ):
        result = cli(*words)
        assert result.code == 2, words
        assert "mistake of its own" not in result.err


@pytest.mark.parametrize(
    "words",
    [["new", "wijk", "--language", "\x1b[2J"], ["new", "wijk", "--language", "nederlands taal"]],
)
def test_a_language_is_a_code(cli: Cli, here: Path, words: list[str]) -> None:
    result = cli(*words)
    assert result.code == 2
    assert "is no code of a language" in result.err
    assert not list(here.iterdir())


def test_an_import_takes_no_title_or_language_that_new_would_refuse(cli: Cli, here: Path) -> None:
    (here / "rows.csv").write_text("term,definition,organisation\nwijk,Een buurt,Noord\n")
    for more in (["--language", "../nl"], ["--title", "\x1b[2J"]):
        result = cli("import", "csv", "rows.csv", "--set", "wijk", *more)
        assert result.code == 2, result.out
        assert not (here / "termsets").exists()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(cli: Cli, verb: str) -> None:
    result = cli(verb, "--help")
    assert result.code == 0
    assert result.out.startswith(f"Usage: glossary {verb} ")
    assert ("--dir FOLDER" in result.out) == (verb != "merge-driver")
    assert result.err == ""


def test_help_names_every_verb(cli: Cli) -> None:
    result = cli("--help")
    assert result.code == 0
    assert all(f"\n  {verb} " in result.out for verb in VERBS)


def test_the_language_is_that_of_the_system_unless_it_is_given(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from glossary.locale import language

    cli("--help")
    assert language() == "en"
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    cli("--help")
    assert language() == "nl"
    cli("--help", "--language=en")
    assert language() == "en"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["session", "--language", "nl", "--help"], "Begeleid een groep door een sessie."),
        (["status", "--language=nl", "--help"], "Toon elk woord"),
        (["status", "nope", "--language", "nl"], "Geen set “nope”"),
        (["compare", "--language", "nl"], "ontbreekt"),
        (["define", "x", "--partner", "y", "--language", "nl"], "Geen woord “x”"),
    ],
)
def test_the_language_is_asked_for_behind_a_verb_too(cli: Cli, words: list[str], told: str) -> None:
    result = cli(*words)
    assert told in result.out + result.err


def test_a_new_set_has_a_language_of_its_own(cli: Cli, here: Path) -> None:
    result = cli("new", "wijk", "--language", "nl")
    assert "Made termsets/wijk" in result.out
    assert 'language = "nl"' in (here / "termsets" / "wijk" / "termset.toml").read_text("utf-8")


def test_without_termsets_the_demo_is_used_and_told(cli: Cli, tmp_path: Path) -> None:
    result = cli("status", "demo-en")
    assert result.code == 0
    assert "quality" in result.out
    assert f"this is the demo, in {tmp_path / 'demo'}" in result.err
    assert cli("status", "nope").code == 2
