"""`candidates`: words to agree on, from the plans of partners that we invented."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from glossary.bootstrap import new_store
from glossary.domain import Term, TermSet, Vocabulary
from tests.cli.conftest import Cli
from tests.cli.test_terminal import shown

PLANS = Path(__file__).parents[1] / "formats" / "documents" / "plans"
DUTCH = ("lindeboom.md", "noordkade.md", "oeverland.md")
ENGLISH = ("ashgrove.txt", "brook-house.txt")


@pytest.fixture(autouse=True)
def plans(here: Path) -> None:
    for plan in (*DUTCH, *ENGLISH):
        shutil.copy(PLANS / plan, here)


def told(cli: Cli, *words: str) -> dict[str, Any]:
    result = cli("candidates", "--json", *words)
    assert (result.code, result.err) == (0, "")
    found: dict[str, Any] = json.loads(result.out)
    return found


def words(found: dict[str, Any]) -> list[str]:
    return [one["word"] for one in found["words"]]


def test_words_that_all_use_are_proposed(cli: Cli) -> None:
    found = told(cli, *DUTCH)
    assert found["language"] == "nl"
    assert set(words(found)) == {"samenwerking", "kwaliteit", "eigenaarschap", "regie"}
    # A document says what it means by it.
    assert [(one["word"], one["path"]) for one in found["defined"]] == [
        ("preventie", "noordkade.md")
    ]


def test_english_too(cli: Cli) -> None:
    found = told(cli, *ENGLISH)
    assert found["language"] == "en"
    assert set(words(found)) == {"quality", "ownership", "partnership"}


def test_each_comes_with_a_sentence_of_every_partner(cli: Cli, here: Path) -> None:
    for word in told(cli, *DUTCH)["words"]:
        assert [use["partner"] for use in word["uses"]] == list(DUTCH)
        for use in word["uses"]:
            line = (here / use["path"]).read_text(encoding="utf-8").splitlines()[use["line"] - 1]
            assert line[use["column"] - 1 :].casefold().startswith(word["word"])
            assert word["word"] in use["sentence"].casefold()
            assert use["sentence"] in line


def test_a_folder_is_one_partner(cli: Cli, here: Path) -> None:
    (here / "deel").mkdir()
    for plan in DUTCH[1:]:
        shutil.move(here / plan, here / "deel")
    found = told(cli, DUTCH[0], "deel")
    assert found["partners"] == 2
    assert "kwaliteit" in words(found)


def test_words_of_the_sets_are_left_out(cli: Cli) -> None:
    term = Term("kwaliteit", "Kwaliteit", ("regie",))
    vocabulary = Vocabulary("Keten", "nl", terms={term.id: term})
    new_store(None).create(TermSet("keten", vocabulary))
    assert set(words(told(cli, *DUTCH))) == {"samenwerking", "eigenaarschap"}
    assert set(words(told(cli, "--set", "keten", *DUTCH))) == {"samenwerking", "eigenaarschap"}


def test_what_every_plan_says_of_anything_is_no_loaded_word(cli: Cli, here: Path) -> None:
    for plan in DUTCH:
        with (here / plan).open("a", encoding="utf-8") as file:
            file.write("\nEr is de mogelijkheid van een activiteit, en veiligheid.\n")
    assert set(words(told(cli, *DUTCH))) - {"samenwerking", "kwaliteit", "eigenaarschap"} == {
        "regie",
        "veiligheid",
    }


def test_the_language_may_be_told(cli: Cli) -> None:
    assert told(cli, "--language", "en", *ENGLISH)["language"] == "en"
    # No end of a word is that of another language.
    assert words(told(cli, "--language", "fy", *ENGLISH)) == []


def test_of_one_partner_nothing_is_shared(cli: Cli) -> None:
    result = cli("candidates", DUTCH[0])
    assert (result.code, result.out) == (2, "")
    assert "at least two partners" in result.err


def test_what_cannot_be_read_hides_nothing(cli: Cli) -> None:
    result = cli("candidates", *DUTCH, "nothing.md")
    assert result.code == 2
    assert "kwaliteit\t3\t3\t" in result.out
    assert "nothing.md" in result.err


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_the_words_with_sentences(here: Path, columns: int) -> None:
    text = shown(here, "candidates", *DUTCH, columns=columns).text
    assert "samenwerking: 3 of 3 partners, 6 times" in text
    assert "mean: “preventie”" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= columns
