"""`scan`: the loaded words of a set in documents, with their places and how far they are."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glossary.bootstrap import new_store
from glossary.domain import Agreement, Outcome, OutcomeKind, Phase, TermSet, fingerprint
from glossary.formats import extras
from tests.cli.conftest import Cli
from tests.formats.documents import made
from tests.formats.sample import SAMPLE
from tests.hostile import PAYLOADS, in_a_file

REVIEW = dt.date(2999, 1, 1)


@pytest.fixture
def agreed(here: Path) -> TermSet:
    """The sample, with its agreement of today."""
    agreement = SAMPLE.agreements["kwaliteit"]
    assert agreement.outcome is not None
    outcome = replace(agreement.outcome, review=REVIEW)
    changed = {"kwaliteit": replace(agreement, outcome=outcome)}
    termset = replace(SAMPLE, agreements={**SAMPLE.agreements, **changed})
    new_store(None).create(termset)
    return termset


def plan(text: str, name: str = "plan.md") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def lines(cli: Cli, name: str, code: int = 1) -> list[str]:
    result = cli("scan", name)
    assert result.code == code
    return result.out.splitlines()


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (
            "Kwaliteiten",
            "Kwaliteiten (kwaliteit): agreed (1 objection stands): Goed werk: de",
        ),
        ("eigenaarschap", "eigenaarschap: objected"),
        ("REGIE", "REGIE (regie): 2 partners, not agreed"),
        ("maatwerk", "maatwerk: renamed: use “wat nodig is”"),
        ("wat nodig is", "wat nodig is: agreed: the name for “maatwerk”"),
        ("vertrouwen", "vertrouwen: parked, not agreed"),
        ("bereik", "bereik: look again: what was recorded is overtaken"),
        ("draagvlak", "draagvlak: blind: being collected"),
    ],
)
def test_a_word_is_told_with_how_far_it_is(cli: Cli, agreed: TermSet, word: str, told: str) -> None:
    code = 1 if "not agreed" in told or "agreed" not in told else 0
    first = lines(cli, plan(f"Plan\n\nWij willen {word}."), code)[0]
    assert first.startswith(f"plan.md:3:12: {told}")


def test_each_its_own(cli: Cli, here: Path) -> None:
    outcome = Outcome(OutcomeKind.DIFFER)
    agreements = {"regie": Agreement("regie", Phase.CLOSED, outcome=outcome)}
    new_store(None).create(replace(SAMPLE, agreements=agreements))
    assert lines(cli, plan("Regie"))[0] == "plan.md:1:1: Regie (regie): differs: each its own name"


def test_a_summary_per_term_and_longer_words(cli: Cli, agreed: TermSet) -> None:
    found = cli("scan", plan("Regie en regie, kwaliteit en kwaliteitszorg.\n"))
    assert found.out.splitlines()[3:] == [
        "",
        "regie: 2 times, 2 partners, not agreed",
        (
            "kwaliteit: 1 time, agreed (1 objection stands): Goed werk: de bewoner merkt aandacht, "
            "en fouten die we konden voorkome…"
        ),
        "“kwaliteit” is also in longer words, which were not counted: “kwaliteitszorg”.",
    ]
    assert "2 places where words are used that are not agreed." in found.err


def test_no_loaded_word_is_fine(cli: Cli, keten: Path) -> None:
    found = cli("scan", plan("Regieassistent, onregie en een regiekamer."))
    assert found.code == 0
    assert "No loaded words found." in found.err


def test_the_longest_name_wins(cli: Cli, here: Path) -> None:
    regie, kwaliteit = SAMPLE.terms["regie"], SAMPLE.terms["kwaliteit"]
    long = replace(regie, label="kwaliteit van leven", variants=())
    vocabulary = replace(SAMPLE.vocabulary, terms={"regie": long, "kwaliteit": kwaliteit})
    new_store(None).create(TermSet("keten", vocabulary))
    text = "Kwaliteit\nvan *leven*, kwaliteit, van leven."
    assert [one.split(":")[2:4] for one in lines(cli, plan(text))[:2]] == [
        ["1", " Kwaliteit van *leven (kwaliteit van leven)"],
        ["14", " kwaliteit"],
    ]


@pytest.mark.parametrize("make", [made.word, made.odt])
def test_word_processors_tell_paragraph_and_heading(cli: Cli, keten: Path, make: Any) -> None:
    name = make(Path("plan.docx" if make is made.word else "plan.odt")).name
    told = lines(cli, name)
    assert told[0].startswith(f"{name}, paragraph 3 (“Samen leren”): kwaliteit: ")
    assert told[1].startswith(f"{name}, paragraph 4 (“Samen leren”): vertrouwen: parked")


def test_as_json(cli: Cli, keten: Path) -> None:
    made.word(Path("plan.docx"))
    found = json.loads(cli("scan", plan("De Regie."), "plan.docx", "--format", "json").out)
    assert found["format"] == 1
    assert found["hits"][0] == {
        "path": "plan.md",
        "line": 1,
        "column": 4,
        "paragraph": 0,
        "heading": "",
        "word": "Regie",
        "set": "keten",
        "term": "regie",
        "label": "regie",
        "status": "comparable",
        "agreed": False,
        "says": "2 partners, not agreed",
    }
    assert (found["hits"][1]["paragraph"], found["hits"][1]["heading"]) == (3, made.TITLE)
    assert {one["term"]: one["count"] for one in found["terms"]}["regie"] == 1


def test_annotations_are_of_what_is_not_agreed(cli: Cli, agreed: TermSet) -> None:
    made.word(Path("plan.docx"))
    told = cli("scan", plan("Kwaliteit en regie"), "plan.docx", "--format", "github").out
    assert told.splitlines()[:2] == [
        "::warning file=plan.md,title=regie,line=1,col=14::“regie”: 2 partners, not agreed",
        (
            "::warning file=plan.docx,title=vertrouwen::“vertrouwen”: parked, not agreed "
            "(paragraph 4 (“Samen leren”))"
        ),
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_document_holds_is_data(cli: Cli, keten: Path, payload: str) -> None:
    name = plan(f"# {in_a_file(payload)}\n\nregie {in_a_file(payload)}\n")
    for layout in ("text", "github", "json"):
        out = cli("scan", name, "--format", layout).out
        assert all(char.isprintable() or char == "\n" for char in out)
        if layout == "github":
            assert all(line.startswith("::warning file=plan.md,") for line in out.splitlines())


def test_all_sets_are_looked_for_unless_one_is_named(cli: Cli, keten: Path) -> None:
    new_store(None).create(replace(SAMPLE, id="regio"))
    told = lines(cli, plan("regie"))
    assert [one.split(": ")[1] for one in told[:2]] == ["regie [keten]", "regie [regio]"]
    assert "[" not in cli("scan", "plan.md", "--set", "regio").out


def test_what_cannot_be_read_hides_nothing(cli: Cli, keten: Path) -> None:
    Path("oud.docx").write_bytes(b"no zip")
    Path("termsets/stuk").mkdir()
    Path("termsets/stuk/termset.toml").write_text("[[[", encoding="utf-8")
    found = cli("scan", "oud.docx", plan("regie"), "nothing.txt")
    assert found.code == 2
    assert "plan.md:1:1: regie" in found.out
    assert all(name in found.err for name in ("oud.docx", "nothing.txt", "stuk"))


def test_of_what_was_not_read_nothing_is_said(cli: Cli, keten: Path) -> None:
    found = cli("scan", "nothing.txt")
    assert (found.code, found.out) == (2, "")
    assert "nothing.txt" in found.err
    assert "No loaded words" not in found.err


def test_a_word_that_may_break_is_told_whole(cli: Cli, keten: Path) -> None:
    assert lines(cli, plan("De re\u00adgie"))[0] == "plan.md:1:4: regie: 2 partners, not agreed"


def test_what_is_not_installed_is_told_with_the_remedy(
    cli: Cli, keten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.word(Path("plan.docx"))
    monkeypatch.setitem(extras.EXTRAS, "documents", ("no_such_module",))
    found = cli("scan", "plan.docx", plan("regie"))
    assert found.code == 2
    assert "plan.md:1:1: regie" in found.out
    assert "pip install 'glossary[documents]'" in found.err


def test_a_stale_agreement_is_no_agreement(cli: Cli, agreed: TermSet) -> None:
    store = new_store(None)
    draft = replace(agreed.agreements["kwaliteit"].draft, wording="Anders.")
    assert fingerprint("Anders.") != agreed.agreements["kwaliteit"].draft.fingerprint
    store.update_agreement("keten", "kwaliteit", lambda one: replace(one, draft=draft))
    assert "look again" in lines(cli, plan("kwaliteit"))[0]
