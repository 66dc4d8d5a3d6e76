"""`import json`: a new set becomes a copy, byte for byte; an existing one takes what is new."""

import json
from dataclasses import replace
from pathlib import Path

from glossary.bootstrap import new_store
from glossary.domain import Partner
from tests.blind import planted
from tests.cli.conftest import Cli
from tests.formats.sample import SAMPLE
from tests.tui.paper import paper

_DRAFT = SAMPLE.agreements["kwaliteit"].draft


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_new_set_becomes_a_copy(here: Path, cli: Cli) -> None:
    new_store(None).create(SAMPLE)
    # Of a blind term the file tells nothing.
    (here / "termsets" / "keten" / "agreements" / "draagvlak.toml").unlink()
    assert cli("export", "json", "keten", "-o", "keten.json").code == 0
    rehearsed = cli("import", "json", "keten.json", "--set", "na", "--dry-run")
    assert "This was a rehearsal: nothing was written." in rehearsed.out
    assert not (here / "termsets" / "na").exists()
    told = cli("import", "json", "keten.json", "--set", "na")
    assert (told.code, told.err) == (0, "")
    assert "A copy of the whole set" in told.out
    assert files(here / "termsets" / "na") == files(here / "termsets" / "keten")
    titled = ("--title", "Een andere keten", "--language", "en")
    assert cli("import", "json", "keten.json", "--set", "anders", *titled).code == 0
    vocabulary = new_store(None).load("anders").termset.vocabulary
    assert (vocabulary.title, vocabulary.language) == ("Een andere keten", "en")


def test_an_existing_set_takes_definitions_and_wordings(here: Path, cli: Cli) -> None:
    store = new_store(None)
    north = SAMPLE.partners["gemeente-noord"]
    other = replace(north.definitions["regie"], meaning="Iets anders.")
    mine = Partner(north.id, north.name, north.short, {"regie": other})
    store.create(replace(SAMPLE, partners={north.id: mine}, agreements={}))
    store.create(replace(SAMPLE, id="bron"))
    assert cli("export", "json", "bron", "-o", "bron.json").code == 0
    told = cli("import", "json", "bron.json", "--set", "keten")
    assert told.code == 1
    assert "1 new partner" in told.out
    assert "gemeente-noord.definitions.regie: gemeente-noord has other words for regie" in told.out
    termset = store.load("keten").termset
    assert termset.partners["gemeente-noord"].meaning_of("regie") == "Iets anders."
    assert termset.partners["stichting-delta"].meaning_of("bereik") == "Wie ons kent."
    agreement = termset.agreements["kwaliteit"]
    assert agreement.draft == _DRAFT
    assert agreement.outcome is None


def test_what_was_not_revealed_does_not_come_in_as_what_somebody_said(here: Path, cli: Cli) -> None:
    planted(here / "termsets")
    assert cli("export", "json", "-o", "blind.json").code == 0
    assert json.loads(Path("blind.json").read_text("utf-8"))["hidden"] == ["kwaliteit"]
    told = cli("import", "json", "blind.json", "--set", "na")
    assert "Not revealed when this file was made" in told.out
    text = "".join(data.decode() for data in files(here / "termsets" / "na").values())
    assert "Not revealed yet" not in text
    assert "[definitions.kwaliteit]" not in text


def test_names_that_are_alike_come_back_as_they_were(here: Path, cli: Cli) -> None:
    keten = paper(here / "termsets")
    for name in ("een", "twee"):
        (keten / "partners" / f"{name}.toml").write_text('format = 1\nname = "Samen"\n', "utf-8")
    assert cli("export", "json", "keten", "-o", "keten.json").code == 0
    cli("import", "json", "keten.json", "--set", "na")
    partners = new_store(None).load("na").termset.partners
    assert [partners[name].name for name in ("een", "twee")] == ["Samen", "Samen"]


def test_a_file_that_is_no_set_is_one_sentence(here: Path, cli: Cli) -> None:
    (here / "x.json").write_text('{"format": 1, "terms": [{"id": "../x", "label": "x"}]}')
    told = cli("import", "json", "x.json", "--set", "na")
    assert (told.code, told.out) == (2, "")
    assert told.err.count("\n") == 1
    assert "x.json: title is missing." in told.err
