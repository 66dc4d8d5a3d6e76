"""A loaded word and the angles from which it can be meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Lens:
    """One angle from which a term can be meant, recognised by its cues (words, short phrases)."""

    id: str
    label: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A boundary case: each partner says whether the term covers this concrete situation."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A loaded word: what it is called, why it is loaded, and how to ask about it."""

    id: str
    label: str
    variants: tuple[str, ...] = ()
    translation: str = ""
    why: str = ""
    questions: tuple[str, ...] = ()
    lenses: tuple[Lens, ...] = ()
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """termset.toml: what a set is about and its terms, in the order of the file."""

    title: str
    language: str
    about: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)
