"""A set of as many partners as one likes, in the middle of a round of consent."""

import datetime as dt

from glossary.domain import (
    Agreement,
    Definition,
    Disposition,
    Draft,
    Objection,
    Partner,
    PastPosition,
    Phase,
    Position,
    Ratings,
    Stand,
    Term,
    TermSet,
    Vocabulary,
    fingerprint,
)
from glossary.domain.agreements import Round

DAY = dt.date(2026, 11, 23)
FIRST = "Goed werk: de bewoner merkt altijd aandacht, en fouten voorkomen we."
OBJECTED = "Altijd lukt ons nooit."
WORDING = "Goed werk: de bewoner merkt zo mogelijk aandacht, en fouten voorkomen we."
NAMES = (
    ("Gemeente Noord", "Noord"),
    ("Zorggroep Delta", "Delta"),
    ("Basisschool De Haven", "School"),
    ("Huisartsenpraktijk West", "Huisarts"),
    ("Bewonersraad Oost", "Bewoners"),
    ("Woningcorporatie De Brug", "De Brug"),
    ("GGD Waterland", "GGD"),
    ("Buurtteam Centrum", "Buurt"),
    ("Bibliotheek", "Bieb"),
    ("Politie", "Politie"),
    ("Sportservice", "Sport"),
    ("Voedselbank", "Voedsel"),
)
STANDS = (
    Position("", Stand.CONSENT, date=DAY),
    Position("", Stand.OBJECTION, "Zo mogelijk is een achterdeur: dan gebeurt het niet.", DAY),
    Position("", Stand.CONCERN, "Wie beoordeelt wat mogelijk is?", DAY),
    Position("", Stand.STAND_ASIDE, date=DAY),
    Position("", Stand.CONSENT, "Mits we er over een jaar naar kijken.", DAY),
    Position("", Stand.CONSENT, date=DAY),
)


def round_set(partners: int, answered: int, *, phase: Phase = Phase.CONSENT) -> TermSet:
    """The second round on a wording: so many partners, of which so many have answered.

    The first one objected in the first round, on which the wording was changed.
    """
    keys = [f"p{n:02}" for n in range(partners)]
    people = {
        key: _partner(n, key, has_answered=n < answered, was_asked=n < 3)
        for n, key in enumerate(keys)
    }
    objection = Objection(keys[0], fingerprint(FIRST), OBJECTED, Disposition.INTEGRATED)
    agreement = Agreement(
        "kwaliteit",
        phase,
        dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC),
        draft=Draft(WORDING),
        objections=(objection,),
        order=tuple(keys),
        rounds=(Round(FIRST, DAY), Round(WORDING, DAY)),
    )
    terms = {"kwaliteit": Term("kwaliteit", "kwaliteit")}
    vocabulary = Vocabulary("Keten", "nl", "", terms)
    return TermSet("keten", vocabulary, people, {"kwaliteit": agreement})


def _partner(n: int, key: str, *, has_answered: bool, was_asked: bool) -> Partner:
    name, short = NAMES[n % len(NAMES)]
    given = STANDS[n % len(STANDS)]
    positions: dict[str, Position] = {}
    past: tuple[PastPosition, ...] = ()
    if has_answered:
        past = (PastPosition("kwaliteit", fingerprint(FIRST), *_first(n), DAY),)
        wording = fingerprint(WORDING)
        positions = {"kwaliteit": Position(wording, given.position, given.reason, DAY)}
    elif was_asked:
        positions = {"kwaliteit": Position(fingerprint(FIRST), Stand.CONCERN, "Te veel.", DAY)}
    return Partner(
        key,
        name,
        short,
        {"kwaliteit": Definition(f"Wat {short} ervan vindt.")},
        ratings={"kwaliteit": Ratings(2, 4, 3)},
        positions=positions,
        past_positions=past,
    )


def _first(n: int) -> tuple[Stand, str]:
    """What one said in the first round."""
    if n == 0:
        return Stand.OBJECTION, OBJECTED
    return (Stand.CONCERN, "Te veel.") if n == 1 else (Stand.CONSENT, "")
