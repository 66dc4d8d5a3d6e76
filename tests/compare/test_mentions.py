"""Where names stand in a text."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.compare.mentions import Mentions
from glossary.compare.tokens import tokenize

NAMES = {
    "kwaliteit": ("kwaliteit",),
    "leven": ("kwaliteit van leven",),
    "doel": ("gezamenlijk doel",),
    "aanbieder": ("wijkteam",),
    "it": ("IT",),
    "kind": ("kind",),
    "doen": ("doen",),
    "zorg": ("zorg", "zorgen voor"),
    "samen": ("samenwerking", "samenwerken"),
}
ENGLISH = {"goal": ("shared goal",), "support": ("support",), "values": ("values",)}


def found(text: str, names: Mapping[str, tuple[str, ...]] = NAMES, tag: str = "nl") -> list[str]:
    mentions = Mentions(names, tag)
    return [
        f"{text[start:end]}={','.join(keys)}"
        for start, end, keys in mentions.find(text, tokenize(text))
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kwaliteiten van KWALITEIT.", ["Kwaliteiten=kwaliteit", "KWALITEIT=kwaliteit"]),
        ("de kwaliteit van\nleven", ["kwaliteit van\nleven=leven"]),
        ("kwaliteit, van leven", ["kwaliteit=kwaliteit"]),
        ("kwaliteitszorg en prekwaliteit", []),
        ("gezamenlijke doelen", ["gezamenlijke doelen=doel"]),
        ("onze wijkteams, het wijkteam's", ["wijkteams=aanbieder", "wijkteam's=aanbieder"]),
        ("it is IT", ["IT=it"]),
        ("kinderen", ["kinderen=kind"]),
        ("zorg", ["zorg=zorg"]),
        ("Zij werken in de wijk samen, wij samen te werken", ["werken=samen", "werken=samen"]),
        ("De gemeente werkte nauw samen", ["werkte=samen"]),
        ("Zij werken. Wij zijn samen.", []),
        ("https://x.nl/kwaliteit", []),
        ("", []),
    ],
)
def test_in_dutch(text: str, told: list[str]) -> None:
    assert found(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shared *goals* and one value", ["Shared *goals=goal", "value=values"]),
        ("They share goals.", []),
        ("supported by our supports", ["supported=support", "supports=support"]),
    ],
)
def test_in_english(text: str, told: list[str]) -> None:
    assert found(text, ENGLISH, "en") == told


def test_in_a_language_that_nothing_is_known_of_words_are_as_they_are() -> None:
    assert found("Kwaliteit, kwaliteiten", NAMES, "fy") == ["Kwaliteit=kwaliteit"]


def test_one_name_of_two_terms_is_both() -> None:
    assert found("regie", {"a": ("regie",), "b": ("Regie",)}) == ["regie=a,b"]


def test_the_very_form_of_a_name_goes_before_others() -> None:
    names = {"een": ("kwaliteit",), "meer": ("kwaliteiten",)}
    assert found("kwaliteiten en kwaliteit", names) == ["kwaliteiten=meer", "kwaliteit=een"]


def test_longer_words_hold_a_name_and_another_word() -> None:
    mentions = Mentions(NAMES, "nl")
    assert list(mentions.inside("kwaliteitszorg")) == ["kwaliteit"]
    assert list(mentions.inside("zorgkwaliteit")) == ["kwaliteit"]
    for word in ("kwaliteit", "kwaliteiten", "kwaliteitsxyz", "", "kwaliteit" * 100_000):
        assert list(mentions.inside(word)) == []


@given(st.text())
def test_whatever_the_text_places_are_in_order(text: str) -> None:
    mentions = Mentions({"a": (text, "a"), "b": (text[1:],)}, "nl")
    end = 0
    for mention in mentions.find(text, tokenize(text)):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
