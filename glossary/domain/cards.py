"""Conversation cards: what a facilitator may ask, and when that helps."""

from dataclasses import dataclass
from enum import StrEnum

from glossary.domain.agreements import Phase


class Warmth(StrEnum):
    """How heated a conversation is; each asks for another move."""

    COOL = "cool"  # polite and vague
    WARM = "warm"  # the same point comes back
    HOT = "hot"  # emotions run high


class Sign(StrEnum):
    """What the files tell about a conversation, the most telling first."""

    OBJECTED_AGAIN = "objected-again"  # somebody objects to another wording as well
    STUCK = "stuck"  # restated more than once, and still not what was meant
    OBJECTION = "objection"  # somebody objects to the present wording
    ANGLES = "angles"  # the same word, meant from different angles
    SPLIT = "split"  # boundary cases are answered differently
    TURN = "turn"  # a small word turns the sentence
    TWO_ROLES = "two-roles"  # means something else when it speaks for the partnership
    SILENT = "silent"  # somebody has not said what it means


@dataclass(frozen=True, slots=True)
class Card:
    """A few lines to put to the group. Where it names no phase, warmth or sign it fits any."""

    id: str
    title: str
    lines: tuple[str, ...]
    phases: tuple[Phase, ...] = ()
    warmth: tuple[Warmth, ...] = ()
    signs: tuple[Sign, ...] = ()


def warmth_of(temperature: float | None) -> Warmth | None:
    """The warmth of a felt temperature from 1 to 5; None where nobody said so."""
    if temperature is None:
        return None
    if temperature < 2.5:
        return Warmth.COOL
    return Warmth.WARM if temperature < 3.75 else Warmth.HOT
