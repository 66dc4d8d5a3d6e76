"""What a file from elsewhere holds, in the words of that file, before it is placed in a set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from glossary.domain import CaseAnswer, Definition, Draft, Partner, Term, TermSet


class Place(NamedTuple):
    """Where something stands in a file: in the order of the file, and in words ("line 3")."""

    order: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One definition as a file gives it; of the definition only the text fields count."""

    place: Place
    term: str
    partner: str
    definition: Definition


@dataclass(frozen=True, slots=True)
class Answered:
    """One partner's answer to a boundary case of a term, by the text or the id of that case."""

    place: Place
    term: str
    partner: str
    case: str
    answer: CaseAnswer


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that goes nowhere: where it stands, the sentence that says why, and its words."""

    place: Place
    reason: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """The contents of a file.

    `terms` tells what a file knows of terms besides their definitions (by label; ids do not
    count), `partners` names organisations, also those that said nothing (name and short name
    count), `wordings` holds shared wordings by label of the term (their cases by text or id), and
    `answers` what partners said of boundary cases. `whole` is the set itself, where the file is a
    copy of one. `left_out` could not be read, `remarks` are sentences about what was passed over.
    """

    rows: tuple[Row, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    partners: tuple[Partner, ...] = ()
    wordings: Mapping[str, Draft] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    about: str = ""
    whole: TermSet | None = None
    answers: tuple[Answered, ...] = ()
