"""What the comparison knows about a language: one TOML file each, read once.

A language without a file compares by its words alone: no function words, no contrasts.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Obligation:
    """Words that ask, allow or forbid: how strongly, plain and with a negation beside them."""

    strength: str
    negated: str


@dataclass(frozen=True, slots=True)
class Language:
    """Small words of one language; all in the normal form of `tokens.normal`.

    `negations` maps a phrase to whether it turns only the words that follow; `not_negations`
    are phrases that hold a negation without negating; `opposites` what may stand in the place
    of a negation; `obligations` maps a phrase to its strength.
    """

    code: str
    compounds: bool = False
    joints: tuple[str, ...] = ()
    function: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    negations: Mapping[Phrase, bool] = field(default_factory=dict)
    not_negations: frozenset[Phrase] = frozenset()
    opposites: Mapping[str, frozenset[str]] = field(default_factory=dict)
    obligations: Mapping[Phrase, Obligation] = field(default_factory=dict)


def language(tag: str) -> Language:
    """The data for a BCP 47 tag ("nl", "nl-BE", "en_GB"); empty where there is no file."""
    return _load(tag.replace("_", "-").split("-")[0].casefold())


@cache
def _known() -> frozenset[str]:
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in files(__package__).iterdir()
        if entry.name.endswith(".toml")
    )


@cache
def _load(code: str) -> Language:
    if code not in _known():
        return Language(code)
    return _parse(tomllib.loads((files(__package__) / f"{code}.toml").read_text("utf-8")))


def _parse(data: Mapping[str, Any]) -> Language:
    negation = data["negation"]
    return Language(
        code=data["language"],
        compounds=data["compounds"],
        joints=tuple(data["joints"]),
        function=frozenset(data["function"].split()),
        generic=frozenset(data["generic"].split()),
        turns=frozenset(data["turns"]),
        clauses=frozenset(data["clauses"]),
        negations={
            **dict.fromkeys(_phrases(negation["clause"]), False),
            **dict.fromkeys(_phrases(negation["following"]), True),
        },
        not_negations=frozenset(_phrases(negation["not_one"])),
        opposites={word: frozenset(others) for word, others in data["opposites"].items()},
        obligations={
            phrase: Obligation(group["strength"], group["negated"])
            for group in data["obligation"]
            for phrase in _phrases(group["words"])
        },
    )


def _phrases(lines: Sequence[str]) -> list[Phrase]:
    return [tuple(line.split()) for line in lines]
