"""A small set of invented partners to show on screens."""

import datetime as dt

from glossary.domain import (
    Agreement,
    Case,
    CaseAnswer,
    Definition,
    Draft,
    Lens,
    Partner,
    Phase,
    Term,
    TermSet,
    Vocabulary,
)

TODAY = dt.date(2026, 11, 23)

MEANINGS = {
    "council": "Nothing goes wrong: incidents must be reported within a week.",
    "delta": "That a resident notices that we take the time. Incidents may be reported later.",
    "school": "The effort that we put in: protocols, training and documents in order.",
    "zeal": "How much people care about each other.",
}
NAMES = {
    "council": ("North Council", "North"),
    "delta": ("Delta Care Group", "Delta"),
    "school": ("Harbour School", "School"),
    "zeal": ("Residents of Zeal", "Zeal"),
}
QUALITY = Term(
    "quality",
    "quality",
    variants=("qualities",),
    translation="kwaliteit",
    lenses=(
        Lens("faultless", "Nothing goes wrong", ("wrong", "incidents")),
        Lens("effort", "Effort", ("effort", "protocols", "training")),
        Lens("attention", "Attention", ("take the time", "care")),
    ),
    cases=(Case("late", "The file is right but two weeks late."),),
)
TRUST = Term("trust", "trust")
ROOM = Term("room", "room to move")
STEERING = Term("steering", "steering")


def partner(key: str, extra: dict[str, str] | None = None) -> Partner:
    """One of the four, with a meaning of quality and perhaps of other terms."""
    name, short = NAMES[key]
    meanings = {"quality": MEANINGS[key], **(extra or {})}
    return Partner(
        key,
        name,
        short,
        {term: Definition(meaning) for term, meaning in meanings.items()},
        {"quality": {"late": CaseAnswer.YES if key == "delta" else CaseAnswer.NO}},
    )


def sample(partners: int = 4) -> TermSet:
    """Up to four partners; one term that everybody defined, others less."""
    people = [
        partner("council", {"trust": "We keep our word.", "steering": "Who decides."}),
        partner("delta", {"trust": "We keep our word."}),
        partner("school"),
        partner("zeal"),
    ][:partners]
    terms = {term.id: term for term in (TRUST, QUALITY, ROOM, STEERING)}
    return TermSet(
        "sample",
        Vocabulary("Room in the region", "en", "", terms),
        {one.id: one for one in people},
        {"trust": Agreement("trust", Phase.DRAFT, draft=Draft("We do what we say."))},
    )


def crowd(definitions: dict[str, str], silent: int = 0) -> TermSet:
    """One term, "word", with these definitions by partner name, and some silent partners."""
    people = {
        f"p{n:03}": Partner(f"p{n:03}", name, "", {"word": Definition(meaning)})
        for n, (name, meaning) in enumerate(definitions.items())
    }
    people |= {f"s{n:03}": Partner(f"s{n:03}", f"Silent {n}") for n in range(silent)}
    return TermSet("crowd", Vocabulary("Crowd", "en", "", {"word": Term("word", "word")}), people)
