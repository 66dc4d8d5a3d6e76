"""`overlaps`: other words with the same meaning, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from glossary.bootstrap import new_store
from glossary.domain import Definition, Partner, Term, TermSet, Vocabulary
from tests.cli.conftest import Cli
from tests.cli.test_terminal import shown

SAID = "Iemand die zorg of ondersteuning krijgt van een van onze organisaties in de wijk."


def made(set_id: str, *labels: str) -> None:
    terms = {f"woord-{n}": Term(f"woord-{n}", label) for n, label in enumerate(labels)}
    said = {term: Definition(SAID) for term in terms}
    partners = {"delta": Partner("delta", "Zorggroep Delta", "Delta", said)}
    new_store(None).create(TermSet(set_id, Vocabulary(set_id, "nl", terms=terms), partners))


def test_in_a_pipe_it_is_a_line_per_pair(cli: Cli, here: Path) -> None:
    made("keten", "cliënt", "patiënt")
    result = cli("overlaps")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "keten\twoord-0\tketen\twoord-1\t"
        "Delta says the same of “cliënt” and of “patiënt”, word for word.\n"
    )
    assert cli("overlaps", "keten", "--no-vectors").out == result.out


def test_in_words_for_screen_readers(cli: Cli, here: Path) -> None:
    made("keten", "cliënt", "patiënt")
    assert cli("overlaps", "--plain").out == (
        "“cliënt”, “patiënt”:\nDelta says the same of “cliënt” and of “patiënt”, word for word.\n\n"
    )


def test_as_json(cli: Cli, here: Path) -> None:
    made("keten", "cliënt", "patiënt")
    told: dict[str, Any] = json.loads(cli("overlaps", "--json").out)
    assert told == {
        "format": 1,
        "overlaps": [
            {
                "terms": [
                    {"set": "keten", "term": "woord-0", "label": "cliënt"},
                    {"set": "keten", "term": "woord-1", "label": "patiënt"},
                ],
                "reasons": [
                    {
                        "kind": "same-text",
                        "sentence": "Delta says the same of “cliënt” and of “patiënt”, "
                        "word for word.",
                        "partners": ["delta", "delta"],
                    }
                ],
            }
        ],
    }


def test_without_a_set_across_sets(cli: Cli, here: Path) -> None:
    made("keten", "cliënt")
    made("regio", "patiënt")
    assert cli("overlaps").out.startswith("keten\twoord-0\tregio\twoord-0\t")
    assert cli("overlaps", "keten").out == ""
    nothing = {"format": 1, "overlaps": []}
    assert json.loads(cli("overlaps", "regio", "--json").out) == nothing


def test_a_broken_set_never_hides_the_others(cli: Cli, here: Path) -> None:
    made("keten", "cliënt", "patiënt")
    (here / "termsets" / "stuk").mkdir()
    (here / "termsets" / "stuk" / "termset.toml").write_text("[[[")
    result = cli("overlaps")
    assert result.code == 2
    assert result.out.count("\n") == 1
    assert "stuk" in result.err


def test_an_unknown_set_is_refused(cli: Cli, here: Path) -> None:
    made("keten", "cliënt")
    result = cli("overlaps", "kete")
    assert (result.code, result.out) == (2, "")
    assert "Did you mean “keten”?" in result.err


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_the_words_and_under_them_why(here: Path, columns: int) -> None:
    made("keten", "cliënt", "patiënt")
    made("regio", "cliënt")
    told = shown(here, "overlaps", columns=columns).text.splitlines()
    assert "cliënt (keten) ↔ cliënt (regio)" in told
    assert "  Both go by the name “cliënt”." in told
    assert max(map(len, told)) <= columns
    assert "cliënt ↔ patiënt" in shown(here, "overlaps", "keten", columns=columns).text


def test_finding_nothing_is_told_on_a_terminal(here: Path) -> None:
    made("keten", "cliënt")
    assert "No terms that may be one were found." in shown(here, "overlaps", "keten").text
