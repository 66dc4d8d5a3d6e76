"""What the screens show, as lines that a screen reader can follow: no columns, bars or glyphs."""

import re
from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from glossary.domain import Draft, Phase
from glossary.workflow.drafting import write_draft
from tests.cli.conftest import Cli
from tests.tui.meeting import TERM, meeting
from tests.tui.past import remember
from tests.tui.rounds import STANDS, WORDING, round_set
from tests.tui.sample import crowd

# Lines, blocks, arrows, shapes, check marks and the signs of marks; and the dot between parts.
GLYPHS = re.compile("[\u2190-\u21ff\u2200-\u22ff\u2500-\u27bf·|+]|  |\t")
VERBS = (
    ("status", "demo", "--plain"),
    ("compare", "kwaliteit", "--set", "demo", "--plain"),
    ("show", "kwaliteit", "--set", "demo"),
    ("show", "eigenaarschap", "--set", "demo"),
    ("show", "vertrouwen", "--set", "demo"),
    ("session", "demo", "--plain"),
)


@pytest.mark.parametrize("speaking", ["en", "nl"])
@pytest.mark.parametrize("words", VERBS, ids=" ".join)
def test_everything_is_said_in_words(cli: Cli, words: tuple[str, ...], speaking: str) -> None:
    result = cli("--language", speaking, *words)
    assert result.code == 0
    assert [line for line in result.out.splitlines() if GLYPHS.search(line)] == []


def test_status_says_of_each_word_where_it_is(cli: Cli) -> None:
    paragraph = cli("status", "demo", "--plain").out.split("\n\n")[1].splitlines()
    assert paragraph[0] == "Word: kwaliteit"
    assert paragraph[1].startswith("Where it is: to compare (all have said what they mean; ")
    assert paragraph[2:3] == [
        "Said what it means: 3 of 3",
    ]
    assert paragraph[3] == "Deserves the group's time: a lot"
    assert paragraph[4].startswith("Reason: Difference (measure) between Gemeente Waterrijk, ")


def test_compare_says_lenses_and_cases(cli: Cli) -> None:
    lines = cli("compare", "kwaliteit", "--set", "demo", "--plain").out.splitlines()
    lenses = lines[lines.index("Through which lens?") + 1 :]
    assert lenses[0] == "- Gemeente Waterrijk: Er gaat niets mis, confirmed by the partner"
    cases = lines[lines.index("Does this count?") + 1 :]
    assert cases[0].startswith("- Split: Het plan klopt tot op de komma")
    assert cases[1:3] == [
        "no: Gemeente Waterrijk, Stichting De Brug",
        "depends: Zorggroep Delta",
    ]


def test_a_clash_says_what_both_sides_say(cli: Cli) -> None:
    lines = cli("compare", "quality", "--set", "demo-en", "--plain").out.splitlines()
    assert lines[0] == "Word: quality. Set: Living well in Waterside."
    clash = "Clash: “must be solved within a week”; Delta Care Group says “may take longer"
    assert any(line.startswith(clash) for line in lines)
    always = "Waterside Council says “Incidents are always reported and must be solved"
    assert any(line.startswith("- Clash: The Bridge") and always in line for line in lines)
    assert any(line.startswith("- The lenses differ: Delta Care Group: Effort") for line in lines)


@pytest.mark.parametrize("words", [("status", "demo-en"), ("compare", "quality")])
def test_a_case_is_told_whole_with_who_says_what(cli: Cli, words: tuple[str, str]) -> None:
    out = cli(*words, "--plain").out
    case = "The file is complete and correct, but it came two weeks late."
    said = "yes: Delta Care Group; no: Waterside Council; depends: The Bridge Foundation"
    assert f": Split: {case} {said}" in out or f"- Split: {case} {said}" in out
    assert "…" not in out


def test_the_lines_of_a_partner_are_told_apart_from_findings(cli: Cli, keten: Path) -> None:
    text = "Twee dingen:\n- niets gaat mis\n- wij bellen"
    cli("define", "regie", "--partner", "Delta", "--meaning", text)
    for words in (("compare", "regie", "--plain"), ("show", "regie")):
        lines = cli(*words).out.splitlines()
        own = [line.partition(", line ")[2] for line in lines if ", line " in line]
        assert own == [
            "1 of 3: Twee dingen:",
            "2 of 3: - niets gaat mis",
            "3 of 3: - wij bellen",
        ]


def test_show_says_the_scale_and_the_likely_lens(cli: Cli) -> None:
    lines = cli("show", "interest").out.splitlines()
    assert any(line.startswith("Lens: ") and line.endswith(", mostly") for line in lines)
    quality = cli("show", "quality").out
    assert "I know what the others mean: before 3.0, on a scale from 1 to 5\n" in quality


def test_a_status_is_explained_where_it_first_stands(cli: Cli) -> None:
    lines = cli("status", "demo-en", "--plain").out.splitlines()
    assert sum(line.startswith("Where it is: to compare (") for line in lines) == 1
    assert lines.count("Where it is: to compare") > 1
    own = (
        "Where it is: each its own name "
        "(each partner knowingly keeps its own meaning, under its own name)"
    )
    assert own in lines


def test_show_tells_the_course_of_a_term(cli: Cli, keten: Path) -> None:
    lines = cli("show", "kwaliteit").out.splitlines()
    assert "Question: Waaraan merk je morgen dat de kwaliteit goed was?" in lines
    assert any(line.startswith("Draft: Goed werk: de bewoner merkt aandacht") for line in lines)
    assert any(line.startswith("Positions: Round ") for line in lines)
    assert any(line.startswith("Said back, ") for line in lines)
    assert any(line.startswith("Outcome: ") for line in lines)


def test_a_word_that_nobody_defined_can_be_read(cli: Cli) -> None:
    for words in (["show"], ["compare"], ["compare", "--plain"]):
        lines = cli(*words, "conflict", "--set", "demo-en").out.splitlines()
        assert any(line.startswith("Why it is loaded: For one it starts") for line in lines)
        assert "Question: What is said in the corridor that is not said at the table?" in lines
        assert "Boundary case: A fierce debate; afterwards they have lunch together." in lines
        silent = "Not answered yet: Delta Care Group, The Bridge Foundation, Waterside Council"
        assert silent in " ".join(lines)


def test_reasons_wait_until_all_have_spoken(cli: Cli, here: Path) -> None:
    new_store(None).create(meeting(3, Phase.CONSENT))
    lines = cli("show", TERM).out.splitlines()
    assert "Reasons are shown when all have spoken." in lines
    stands = lines[next(at for at, one in enumerate(lines) if one.startswith("Positions:")) + 1 :]
    assert any(one.endswith(": no position yet") for one in stands)
    answered = re.compile(r"[^:]+: (Consent|Concern|Objection|Stand aside)$")
    assert any(answered.match(one) for one in stands)
    assert not any(re.match(r"[^:]+: (Concern|Objection): ", one) for one in stands)


def test_show_tells_who_stood_where_in_earlier_rounds(cli: Cli, here: Path) -> None:
    new_store(None).create(round_set(4, 4))
    write_draft(new_store(None), "keten", TERM, Draft("Samen."))
    assert cli("position", TERM, "--partner", "p02", "consent").code == 0
    lines = cli("show", TERM).out.splitlines()
    at = lines.index(f"Round 2: {WORDING}")
    assert lines[at + 1 : at + 5] == [
        "Gemeente Noord: Consent",
        "Huisartsenpraktijk West: Stand aside",
        "Basisschool De Haven: Concern: Wie beoordeelt wat mogelijk is?",
        f"Zorggroep Delta: Objection, open: {STANDS[1].reason}",
    ]


def test_session_says_how_far_it_is(cli: Cli, here: Path) -> None:
    new_store(None).create(meeting(3, Phase.RESTATE))
    lines = cli("session", "--plain").out.splitlines()
    at = lines.index("kwaliteit, on the table")
    assert lines[at + 1 : at + 4] == [
        "Where it is: Restate",
        "Said what it means: 3 of 3",
        "Understood: 1 of 3",
    ]
    assert "What changed today" in lines


def test_session_says_which_position_was_taken(cli: Cli, here: Path) -> None:
    new_store(None).create(round_set(4, 0))
    words = ("position", TERM, "--partner", "p02", "concern", "--reason", "Te vaag.")
    assert cli(*words).code == 0
    out = cli("session", "--plain").out
    assert re.search(r"position taken by .*\(Concern\)", out)
    assert "Te vaag" not in out


def test_log_says_what_went_and_came(cli: Cli, here: Path) -> None:
    cli("compare", "quality", "--set", "demo-en")
    remember(here.parent / "demo", "demo-en")
    out = cli("--language", "en", "log", "quality", "--set", "demo-en", "--plain").out
    assert not GLYPHS.search(out)
    lines = out.splitlines()
    assert any(line.startswith("Gone: ") for line in lines)
    assert any(line.startswith("New: ") for line in lines)
    assert any(line.endswith(", Meaning changed") for line in lines)


def test_compare_says_who_says_the_very_same(cli: Cli, here: Path) -> None:
    texts = {"Anna": "It is here.", "Bert": "it is  HERE.", "Carl": "Nobody knows."}
    new_store(None).create(crowd(texts))
    for words in ([], ["--plain"]):
        lines = cli("compare", "word", *words).out.splitlines()
        assert "- Anna and Bert say the same; Carl does not" in lines


def test_status_in_words_compares_nothing_that_it_remembers(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cli("status", "demo", "--plain").out
    assert "Clash: " in first
    assert "The lenses differ: " in first
    monkeypatch.setattr("glossary.workflow.comparing.Question.answer", None)
    assert cli("status", "demo", "--plain").out == first
