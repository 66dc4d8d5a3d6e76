"""A meeting of up to twelve invented partners about one word, in any phase of a session."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from glossary.domain import (
    Agreement,
    CaseAnswer,
    Definition,
    Draft,
    Partner,
    Phase,
    Position,
    Ratings,
    TermSet,
    fingerprint,
)
from glossary.domain.partners import Answer, Restatement, Verdict
from glossary.domain.sessions import Session
from glossary.store.folder import FolderStore
from tests.tui.rounds import DAY, NAMES, STANDS

DEMO = Path(__file__).parents[2] / "termsets"
TERM = "kwaliteit"
OPENED = dt.datetime(2026, 11, 23, 13, 30, tzinfo=dt.UTC)
REVEALED = OPENED + dt.timedelta(minutes=6)
WORDING = (
    "Goed werk: de bewoner merkt dat we de tijd nemen, en fouten die we konden voorkomen, "
    "voorkomen we."
)
MEANINGS = (
    "Er gaat niets mis: incidenten worden gemeld en moeten binnen een week zijn opgelost.",
    "Dat een bewoner merkt dat we de tijd nemen. Formulieren mogen wachten.",
    "Ieder kind gaat elke dag iets wijzer naar huis, en de juf houdt het vol.",
    "Wij werken volgens de richtlijn en leggen vast waarom we ervan afwijken.",
    "Je hoeft je verhaal maar één keer te vertellen. Daarna doet iemand er iets mee.",
    "Een huis dat droog is, een monteur die op tijd komt en een rekening die klopt.",
    "Wij doen alleen wat bewezen werkt, ook als het minder snel gaat.",
    "Dat buren elkaar weer groeten. Zonder ons, uiteindelijk.",
    "Iedereen kan binnenlopen en niemand hoeft uit te leggen waarom.",
    "Binnen tien minuten ter plaatse, en achteraf vertellen we wat we deden.",
    "Niemand zit aan de kant: alle kinderen moeten mee kunnen doen.",
    "Geen gezin gaat met lege handen weg, ook niet zonder de juiste papieren.",
)


def meeting(partners: int, phase: Phase) -> TermSet:
    """So many partners, where a group stands after the first half of this phase."""
    vocabulary = FolderStore(DEMO).load("demo").termset.vocabulary
    keys = [f"p{n:02}" for n in range(partners)]
    at = tuple(Phase).index(phase)
    agreement = Agreement(
        TERM,
        phase,
        REVEALED if at else None,
        opened=OPENED,
        order=tuple(keys) if at else (),
        draft=Draft(WORDING) if at >= 3 else Draft(),
    )
    people = {key: _partner(n, key, keys, at) for n, key in enumerate(keys)}
    session = Session(DAY, (TERM, "vertrouwen", "regie"), current=TERM)
    vocabulary = replace(vocabulary, title="Ruimte in de regio")
    return TermSet("keten", vocabulary, people, {TERM: agreement}, session=session)


def _partner(n: int, key: str, keys: list[str], at: int) -> Partner:
    """In collecting half has written; in restating half was heard; in consent half has spoken."""
    name, short = NAMES[n]
    is_done = n < len(keys) // 2
    plain = Partner(key, name, short, ratings={TERM: Ratings(1 + n % 3, None, 1 + n % 5)})
    if at == 0 and not is_done:
        return plain
    answers = (CaseAnswer.YES, CaseAnswer.NO, CaseAnswer.DEPENDS)
    cases = {
        case: answers[(n * 2 + place) % 3 if place else 0]
        for place, case in enumerate(("verhuisd", "volgens-protocol", "zelfde-dag", "koffie"))
    }
    said = replace(plain, definitions={TERM: Definition(MEANINGS[n])}, cases={TERM: cases})
    if at >= 2:
        said = _heard(n, said, keys, everybody=at > 2)
    if at == 5 or (at == 4 and is_done):
        stand = STANDS[n % len(STANDS)]
        position = Position(fingerprint(WORDING), stand.position, stand.reason, DAY)
        said = replace(said, positions={TERM: position})
    return said


def _heard(n: int, said: Partner, keys: list[str], *, everybody: bool) -> Partner:
    """Each says back what its neighbour means."""
    heard = len(keys) if everybody else len(keys) // 2
    after, before = (n + 1) % len(keys), (n - 1) % len(keys)
    if after < heard:
        of = fingerprint(MEANINGS[after])
        back = Restatement(TERM, keys[after], of, _back(after), DAY)
        said = replace(said, restatements=(back,))
    if n < heard:
        words, of = fingerprint(_back(n)), fingerprint(MEANINGS[n])
        said = replace(said, verdicts=(Verdict(TERM, keys[before], words, Answer.YES, "", of),))
    return said


def _back(n: int) -> str:
    return f"Jullie zeggen dus: {MEANINGS[n][0].lower()}{MEANINGS[n][1:]}"
