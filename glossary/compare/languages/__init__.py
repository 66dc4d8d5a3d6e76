"""What the comparison knows about a language: one TOML file each, read once.

A language without a file compares by its words alone: no function words, no contrasts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import tomli

from glossary.compare.model import ContrastKind

T = TypeVar("T")

# Phrases by their first word, the longest first, each with what it means.
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]


class Reach(StrEnum):
    """What a negation turns."""

    CLAUSE = "clause"
    FOLLOWING = "following"  # the words after it
    LACKING = "lacking"  # the words after it, whatever the rest of the clause says


@dataclass(frozen=True, slots=True)
class Obligation:
    """Words that ask, allow or forbid: how strongly, plain and with a negation beside them."""

    strength: str
    negated: str


class Indifference(StrEnum):
    """How a phrase says that something does not matter."""

    AHEAD = "ahead"  # what follows: "ongeacht inkomen"
    BEHIND = "behind"  # what goes before: "statutory or not"
    EVEN_IF = "even_if"  # what follows, to one who makes it a condition: "ook als"


@dataclass(frozen=True, slots=True)
class Pole:
    """One side of a numbered opposition, and the kind of contrast that it makes.

    `free` where the words speak for themselves, whatever the rest of a sentence says.
    """

    opposition: int
    side: int
    kind: ContrastKind
    free: bool


@dataclass(frozen=True, slots=True)
class Language:
    """Small words of one language; all in the normal form of `tokens.normal`.

    `verb_ends` are the ends that fall off a verb, True for those that are nothing else; between
    such an end and its verb `verb_joints` may stand. `verb_forms`, `infinitives`, `diminutives`
    and `feminines` are ends of words, `endings` those of a word that is inflected by rule;
    `abstract_ends` end words for what cannot be pointed at, but for those in `concrete`, and
    `defining` are words beside which somebody says what a word means;
    `corrected` are dictionary forms that the dictionary has wrong.
    `negations` holds what each turns; `not_negations` hold a negation without negating;
    `opposites` maps a negation to what may stand in its place; `obligations` hold how strong
    they are. `poles` are the words of each opposition, `prefixes` deny the
    rest of a word; `indifferent` say that something does not
    matter, `limits` that it is a condition, `everyone` that there is none;
    `between` stand between two phrases, `beginning` begin one, `around` never stand at either
    end of one, and `weighing` are the words, mostly small, that weigh in one;
    `anyone` names just anybody; `deciding` is what only
    one can do. `numbers` are number words with their value, of which `shares` and those before
    `percent` count in hundreds.
    """

    code: str
    compounds: bool = False
    joints: tuple[str, ...] = ()
    stress: str = ""
    infinitives: tuple[str, ...] = ()
    verb_forms: tuple[str, ...] = ()
    diminutives: tuple[str, ...] = ()
    feminines: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    verb_ends: Mapping[str, bool] = field(default_factory=dict)
    verb_joints: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    negations: Phrases[Reach] = field(default_factory=dict)
    not_negations: Phrases[None] = field(default_factory=dict)
    opposites: Mapping[str, frozenset[str]] = field(default_factory=dict)
    obligations: Phrases[Obligation] = field(default_factory=dict)
    poles: Phrases[tuple[Pole, ...]] = field(default_factory=dict)
    indifferent: Phrases[Indifference] = field(default_factory=dict)
    limits: Phrases[None] = field(default_factory=dict)
    between: frozenset[str] = frozenset()
    beginning: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    weighing: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    everyone: frozenset[str] = frozenset()
    anyone: frozenset[str] = frozenset()
    deciding: Phrases[None] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    shares: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset()
    abstract_ends: tuple[str, ...] = ()
    concrete: frozenset[str] = frozenset()
    defining: frozenset[str] = frozenset()


def language(tag: str) -> Language:
    """The data for a BCP 47 tag ("nl", "nl-BE", "en_GB"); empty where there is no file."""
    return _load(tag.replace("_", "-").split("-")[0].casefold())


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that there are files for, in the order of the alphabet."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def _load(code: str) -> Language:
    if code not in languages():
        return Language(code)
    return _parse(tomli.loads((files(__package__) / f"{code}.toml").read_text("utf-8")))


def _parse(data: Mapping[str, Any]) -> Language:
    negation = data["negation"]
    return Language(
        code=data["language"],
        compounds=data["compounds"],
        joints=tuple(data["joints"]),
        stress=data["stress"],
        infinitives=tuple(data["forms"]["infinitives"]),
        verb_forms=tuple(data["forms"]["verbs"]),
        diminutives=tuple(data["forms"]["diminutives"]),
        feminines=tuple(data["forms"]["feminines"]),
        endings=tuple(data["forms"]["endings"]),
        corrected=data["forms"]["corrected"],
        verb_ends={
            end: free == "free" for free in ("last", "free") for end in data["verbs"][free].split()
        },
        verb_joints=frozenset(data["verbs"]["joints"].split()),
        function=frozenset(data["function"].split()),
        generic=frozenset(data["generic"].split()),
        clauses=frozenset(data["clauses"]),
        negations=_phrases((line, reach) for reach in Reach for line in negation[reach.value]),
        not_negations=_phrases((line, None) for line in negation["not_one"]),
        opposites={word: frozenset(others) for word, others in data["opposites"].items()},
        obligations=_phrases(
            (line, Obligation(group["strength"], group["negated"]))
            for group in data["obligation"]
            for line in group["words"]
        ),
        poles=_poles(data["opposition"]),
        indifferent=_phrases(
            (line, kind) for kind in Indifference for line in data["indifferent"][kind.value]
        ),
        limits=_phrases((line, None) for line in data["limits"]),
        **{
            name: frozenset(data["phrases"][name].split())
            for name in ("between", "beginning", "around", "weighing")
        },
        prefixes=tuple(negation["prefixes"]),
        everyone=frozenset(data["everyone"]),
        anyone=frozenset(data["anyone"]),
        deciding=_phrases((line, None) for line in data["deciding"]),
        numbers={**data["numbers"], **data["shares"]},
        shares=frozenset(data["shares"]),
        percent=frozenset(data["percent"]),
        abstract_ends=tuple(data["abstract"]["ends"]),
        concrete=frozenset(data["abstract"]["concrete"].split()),
        defining=frozenset(data["abstract"]["defining"].split()),
    )


def _poles(groups: Iterable[Mapping[str, Any]]) -> Phrases[tuple[Pole, ...]]:
    """A word may stand in several oppositions."""
    found: dict[str, list[Pole]] = {}
    for number, group in enumerate(groups):
        for side, lines in enumerate(group["sides"]):
            for line in lines:
                kind = ContrastKind(group["kind"])
                found.setdefault(line, []).append(Pole(number, side, kind, group["free"]))
    return _phrases((line, tuple(poles)) for line, poles in found.items())


def _phrases(lines: Iterable[tuple[str, T]]) -> Phrases[T]:
    found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for line, meaning in lines:
        words = tuple(line.split())
        found.setdefault(words[0], []).append((words, meaning))
    return {
        first: tuple(sorted(each, key=lambda entry: -len(entry[0])))
        for first, each in found.items()
    }
