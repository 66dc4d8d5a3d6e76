import pytest

from glossary.compare.languages import language
from glossary.compare.verbs import whole_verbs


def whole(text: str, code: str = "nl") -> dict[str, str]:
    """The halves of a text (clauses parted by commas) and the verbs that they are."""
    words, clause = [], []
    for number, part in enumerate(text.split(" , ")):
        words += part.split()
        clause += [number] * len(part.split())
    found = whole_verbs(words, clause, language(code))
    return {words[index]: verb for index, verb in found.items()}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("de gemeente lost klachten snel op", {"lost": "oplost"}),
        ("de school werkt samen met ouders", {"werkt": "samenwerkt"}),
        ("om klachten op te lossen", {"lossen": "oplossen"}),
        ("zij lost dat op , de rest wacht", {"lost": "oplost"}),
    ],
)
def test_halves_become_one_verb(text: str, verbs: dict[str, str]) -> None:
    assert whole(text) == verbs


@pytest.mark.parametrize(
    "text",
    [
        "zij werkt in de zorg",  # a preposition
        "zij lost , op",  # two clauses
        "de gemeente beslist samen",  # no such verb
        "op",
        "",
    ],
)
def test_what_is_no_verb_stays_apart(text: str) -> None:
    assert whole(text) == {}


def test_a_language_without_such_verbs() -> None:
    assert whole("we look it up", "en") == whole("lost it op", "xx") == {}
