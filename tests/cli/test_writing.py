"""`new`, `define` and `position`: the files hold what was said, and nothing else changed."""

import io
from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from glossary.domain import Stand, TermSet, fingerprint
from tests.cli.conftest import Cli


def stored(name: str = "keten") -> TermSet:
    return new_store(None).load(name).termset


def editor(folder: Path, script: str) -> str:
    """An editor: a shell script that gets the file as $1, in a folder with a space."""
    place = folder / "my editor"
    place.mkdir(exist_ok=True)
    file = place / "edit.sh"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return f"'{file}' --wait"


def test_a_set_from_a_starter(cli: Cli, here: Path) -> None:
    result = cli(
        *("new", "zorg", "--from", "samenwerken", "--title", "Zorg", "--partner", "Huis A"),
        *("--partner", "Huis B"),
    )
    assert (result.code, result.err) == (0, "")
    assert "Open it with: glossary termsets/zorg" in result.out
    assert "Lead a session with: glossary session zorg" in result.out
    termset = stored("zorg")
    assert [partner.name for partner in termset.partners.values()] == ["Huis A", "Huis B"]
    assert "kwaliteit" in termset.terms
    assert (termset.title, termset.language) == ("Zorg", "nl")
    assert termset.vocabulary.about == ""
    assert sorted(path.name for path in here.iterdir()) == ["termsets"]


def test_an_unknown_starter_names_them_all_and_makes_nothing(cli: Cli, here: Path) -> None:
    result = cli("new", "zorg", "--from", "bogus")
    assert result.code == 2
    assert "collaboration" in result.err
    assert "samenwerken" in result.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["../x", "Zorg", "a/b", "con", "", "a\0b"])
def test_a_set_that_no_folder_can_be_called_is_refused(cli: Cli, here: Path, name: str) -> None:
    assert cli("new", name).code == 2
    assert list(here.iterdir()) == []


def test_a_set_is_never_made_twice(cli: Cli, keten: Path) -> None:
    before = (keten / "termset.toml").read_bytes()
    assert cli("new", "keten").code == 2
    assert (keten / "termset.toml").read_bytes() == before


def test_define_writes_one_field_of_one_partner(cli: Cli, keten: Path) -> None:
    other = (keten / "partners" / "gemeente-noord.toml").read_bytes()
    result = cli("define", "REGIE", "--partner", "Delta", "--meaning", "Wij bellen.\nSamen.")
    assert (result.code, result.err) == (0, "")
    assert stored().partners["stichting-delta"].meaning_of("regie") == "Wij bellen.\nSamen."
    assert (keten / "partners" / "gemeente-noord.toml").read_bytes() == other
    cli("define", "regie", "--partner", "Delta", "--field", "example", "--text", "Een belletje.")
    assert stored().partners["stichting-delta"].definitions["regie"].example == "Een belletje."


def test_define_says_what_was_saved_and_what_it_replaced(cli: Cli, keten: Path) -> None:
    cli("define", "regie", "--partner", "Delta", "--meaning", "Wij bellen.\nSamen.")
    out = cli("define", "regie", "--partner", "Delta", "--meaning", "Wanneer wij bellen.").out
    assert "\nNow: Wanneer wij bellen.\n" in out
    assert "\nBefore, line 1 of 2: Wij bellen.\nBefore, line 2 of 2: Samen.\n" in out
    assert "Note: The meaning of “regie” says when, not what." in out


@pytest.mark.parametrize("env", [{"TERM": "dumb", "EDITOR": "false"}, {"EDITOR": ""}])
@pytest.mark.parametrize("words", [[], ["--meaning", "-"], ["--field", "meaning", "--text", "-"]])
def test_a_meaning_comes_from_standard_input(
    cli: Cli, keten: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], env: dict[str, str]
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdin", io.StringIO("Wij bellen.\n"))
    assert cli("define", "regie", "--partner", "Delta", *words).code == 0
    assert stored().partners["stichting-delta"].meaning_of("regie") == "Wij bellen."
    monkeypatch.setattr("sys.stdin", io.StringIO(" \n"))
    empty = cli("define", "regie", "--partner", "Delta", *words)
    assert (empty.code, "nothing is changed" in empty.err) == (2, True)
    assert stored().partners["stichting-delta"].meaning_of("regie") == "Wij bellen."


@pytest.mark.parametrize(
    ("typed", "told"), [("reegie", "Did you mean “regie”?"), ("fiets", "Its terms are “kwaliteit”")]
)
def test_of_an_unknown_word_it_is_said_how_one_joins_the_set(
    cli: Cli, keten: Path, typed: str, told: str
) -> None:
    result = cli("define", typed, "--partner", "Delta", "--meaning", "Wij bellen.")
    assert result.code == 2
    assert told in result.err
    assert "A word joins the set with n on the list of “glossary”, or in" in result.err
    assert f"{Path(*keten.parts[-2:]) / 'termset.toml'}" in result.err


def test_an_unknown_partner_may_join(cli: Cli, keten: Path) -> None:
    words = ("define", "regie", "--partner", "Lakeside Housing", "--meaning", "Wij bouwen.")
    result = cli(*words)
    assert result.code == 2
    assert "Its partners are “Gemeente Noord”" in result.err
    assert "add --new-partner" in result.err
    assert "lakeside-housing" not in stored().partners
    result = cli(*words, "--new-partner")
    assert result.out.startswith("Lakeside Housing joins the set.\nSaved for Lakeside Housing")
    assert stored().partners["lakeside-housing"].meaning_of("regie") == "Wij bouwen."


def test_the_same_words_again_change_nothing(cli: Cli, keten: Path) -> None:
    file = keten / "partners" / "stichting-delta.toml"
    cli("define", "regie", "--partner", "Delta", "--meaning", "Wij bellen.")
    before = file.stat().st_mtime_ns
    assert (
        "Nothing changed"
        in cli("define", "regie", "--partner", "Delta", "--meaning", " Wij bellen. ").out
    )
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("term", "partner", "told"),
    [("kwalitiet", "Delta", "“kwaliteit”"), ("regie", "Delt", "Did you mean")],
)
def test_a_near_name_is_suggested(
    cli: Cli, keten: Path, term: str, partner: str, told: str
) -> None:
    result = cli("define", term, "--partner", partner, "--meaning", "x")
    assert result.code == 2
    assert told in result.err


def test_the_editor_shows_the_question_and_gets_the_text(
    cli: Cli, here: Path, keten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = here / "seen"
    script = f'cp "$2" "{seen}"; printf "# eerst\\ndan\\n\\n" > "$2.x"; cat "$2" >> "$2.x"'
    monkeypatch.setenv("EDITOR", editor(here, f'{script}; mv "$2.x" "$2"'))
    result = cli("define", "kwaliteit", "--partner", "Delta", "--field", "interest")
    assert (result.code, result.err) == (0, "")
    assert "# Waaraan merk je morgen dat de kwaliteit goed was?" in seen.read_text("utf-8")
    definition = stored().partners["stichting-delta"].definitions["kwaliteit"]
    assert definition.interest == "# eerst\ndan"


@pytest.mark.parametrize("script", ["true", 'cat "$2" > "$2.x"; mv "$2.x" "$2"', ': > "$2"'])
def test_an_editor_that_changes_nothing_changes_nothing(
    cli: Cli, here: Path, keten: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    before = (keten / "partners" / "stichting-delta.toml").read_bytes()
    monkeypatch.setenv("EDITOR", editor(here, script))
    result = cli("define", "kwaliteit", "--partner", "Delta")
    assert result.code == 0
    assert "Nothing changed" in result.out
    assert (keten / "partners" / "stichting-delta.toml").read_bytes() == before


@pytest.mark.parametrize("command", ["false", "no-such-editor", 'vi "'])
def test_an_editor_that_fails_is_told(
    cli: Cli, keten: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("EDITOR", command)
    result = cli("define", "kwaliteit", "--partner", "Delta")
    assert result.code == 2
    assert "The editor failed" in result.err


def test_words_from_the_editor_that_are_refused_are_kept(
    cli: Cli, here: Path, keten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(here))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv("EDITOR", editor(here, 'printf "lang werk\\033[31m" > "$2"'))
    result = cli("define", "kwaliteit", "--partner", "Delta")
    assert result.code == 2
    assert "\x1b" not in result.err
    (kept,) = here.glob("glossary-*.txt")
    assert str(kept) in result.err
    assert kept.read_text("utf-8").startswith("lang werk")


def test_an_editor_does_not_overwrite_what_others_wrote_while_it_was_open(
    cli: Cli, here: Path, keten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = keten / "partners" / "stichting-delta.toml"
    monkeypatch.setattr("tempfile.tempdir", str(here))
    others = f"sed -i 's/^meaning = .*/meaning = \"Van een ander.\"/' '{file}'"
    monkeypatch.setenv("EDITOR", editor(here, f'{others}; printf "Van mij." > "$2"'))
    result = cli("define", "kwaliteit", "--partner", "Delta")
    assert result.code == 2
    assert "It now says: “Van een ander.”" in result.err
    (kept,) = here.glob("glossary-*.txt")
    assert str(kept) in result.err
    assert kept.read_text("utf-8") == "Van mij.\n"
    assert stored().partners["stichting-delta"].definitions["kwaliteit"].meaning == "Van een ander."


def test_a_position_is_on_the_draft_as_it_is(cli: Cli, keten: Path) -> None:
    result = cli("position", "eigenaarschap", "--partner", "Delta", "consent")
    assert (result.code, result.err) == (0, "")
    position = stored().partners["stichting-delta"].positions["eigenaarschap"]
    assert position.position is Stand.CONSENT
    assert position.on == fingerprint("Wie iets begint, maakt het af.")


def test_a_position_is_read_back_and_may_be_withdrawn(cli: Cli, keten: Path) -> None:
    words = ("position", "eigenaarschap", "--partner", "Delta")
    out = cli(*words, "concern", "--reason", "Wie is wie?").out
    assert "Draft: Wie iets begint, maakt het af.\nReason: Wie is wie?\n" in out
    assert "\nBefore: Concern: Wie is wie?\n" in cli(*words, "consent").out
    result = cli(*words, "--withdraw")
    assert result.out.startswith("Taken back for Stichting Delta")
    assert "\nBefore: Consent\n" in result.out
    assert "eigenaarschap" not in stored().partners["stichting-delta"].positions
    again = cli(*words, "--withdraw")
    assert (again.code, "has no position" in again.err) == (2, True)
    assert cli(*words).code == 2
    assert cli(*words, "consent", "--withdraw").code == 2


def test_a_position_on_what_is_agreed_says_so(cli: Cli) -> None:
    words = ("position", "trust", "--partner", "Delta Care Group", "consent")
    assert "This term has an outcome already: agreed." in cli(*words, "--set", "demo-en").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["eigenaarschap", "concern"], "reason"),
        (["eigenaarschap", "objection", "--reason", " "], "reason"),
        (["regie", "consent"], "draft"),
    ],
)
def test_a_position_without_reason_or_draft_is_refused(
    cli: Cli, keten: Path, words: list[str], told: str
) -> None:
    before = (keten / "partners" / "stichting-delta.toml").read_bytes()
    result = cli("position", *words, "--partner", "Delta")
    assert result.code == 2
    assert told in result.err
    assert (keten / "partners" / "stichting-delta.toml").read_bytes() == before
