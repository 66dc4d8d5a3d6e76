import pytest

from glossary.compare.abbreviations import written_out
from glossary.compare.analysis import analyse
from glossary.compare.languages import language


def found(*texts: str, code: str = "nl") -> set[tuple[str, str]]:
    known = language(code)
    return written_out([analyse(text, known, ()) for text in texts])


@pytest.mark.parametrize("short", ["AVG", "A.V.G."])
def test_the_first_letters_of_a_run_of_words(short: str) -> None:
    pairs = found(f"Volgens de {short}", "De algemene verordening gegevensbescherming")
    assert {long for _, long in pairs} == {"algemeen", "verordening", "gegevensbescherming"}


def test_small_words_may_have_a_letter_or_none() -> None:
    assert {long for _, long in found("A MoU", "A memorandum of understanding", code="en")} == {
        "memorandum",
        "understand",
    }
    assert found("De VGB", "Veiligheid voor de gezonde buurt")


@pytest.mark.parametrize(
    "text",
    [
        "De algemene verordening. Gegevensbescherming",  # two clauses
        "Algemene goede verordening gegevensbescherming",  # a word too many
        "Algemene verordening",
        "",
    ],
)
def test_other_words_are_not_what_it_stands_for(text: str) -> None:
    assert found("De AVG", text) == set()


def test_words_with_one_capital_are_no_abbreviation() -> None:
    assert found("Avg is klein", "algemene verordening gegevensbescherming") == set()
