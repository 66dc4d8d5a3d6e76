"""A group of four at one word, in any phase, as it stands in the files."""

import datetime as dt
from dataclasses import replace

from glossary.domain import (
    Agreement,
    Answer,
    Case,
    CaseAnswer,
    Definition,
    Disposition,
    Draft,
    Lens,
    Objection,
    Outcome,
    OutcomeKind,
    Partner,
    Phase,
    Position,
    Ratings,
    Restatement,
    Stand,
    Term,
    TermSet,
    Verdict,
    Vocabulary,
    fingerprint,
)
from glossary.domain.agreements import Round
from glossary.domain.restating import turns
from glossary.domain.sessions import Session

NOW = dt.datetime(2026, 11, 23, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DAY = NOW.date()
SET, TERM = "keten", "kwaliteit"
MEANINGS = {
    "delta": "Dat een bewoner merkt dat we de tijd nemen. Formulieren mogen wachten.",
    "haven": "De inzet die we leveren: training, protocollen en dossiers op orde.",
    "noord": "Er gaat niets mis: incidenten worden gemeld en moeten binnen een week zijn opgelost.",
    "west": "Dat iemand die belt dezelfde dag antwoord krijgt.",
}
NAMES = {
    "delta": ("Zorggroep Delta", "Delta"),
    "haven": ("Basisschool De Haven", "Haven"),
    "noord": ("Gemeente Noord", "Noord"),
    "west": ("Huisartsenpraktijk West", "West"),
}
WORDING = "Goed werk: de bewoner merkt zo mogelijk aandacht, en fouten voorkomen we."
FIRST = "Goed werk: de bewoner merkt altijd aandacht, en fouten voorkomen we."
STANDS = {
    "delta": (Stand.CONSENT, ""),
    "haven": (Stand.CONCERN, "Wie beoordeelt wat mogelijk is?"),
    "noord": (Stand.OBJECTION, "Zo mogelijk is een achterdeur: dan gebeurt het niet."),
    "west": (Stand.STAND_ASIDE, ""),
}
_CASES = (
    Case("te-laat", "Het dossier klopt helemaal, maar kwam twee weken te laat."),
    Case("hersteld", "Er is een fout gemaakt, gemeld en nog dezelfde dag hersteld."),
)
_TERM = Term(
    TERM,
    "kwaliteit",
    questions=("Waaraan merk je morgen dat de kwaliteit goed was?",),
    lenses=(
        Lens("foutloos", "Er gaat niets mis", ("fout", "incident")),
        Lens("inzet", "Inzet en werkwijze", ("inzet", "training", "protocol")),
        Lens("aandacht", "Aandacht voor mensen", ("aandacht", "tijd nemen")),
    ),
    cases=_CASES,
)


_REGIE = Term("regie", "regie")


def seated(
    phase: Phase, *, silent: str = "", answered: bool = True, anonymous: bool = False
) -> TermSet:
    """Everybody did what comes before a phase; `silent` has said nothing in it yet.

    Unless `answered`, nobody did anything in the phase itself.
    """
    partners = {key: _partner(key) for key in NAMES}
    session = Session(DAY, (TERM, "regie"), current=TERM, anonymous=anonymous)
    vocabulary = Vocabulary("Kwaliteit in de keten", "nl", terms={TERM: _TERM, "regie": _REGIE})
    termset = TermSet(SET, vocabulary, partners, {TERM: _agreement(phase)}, session)
    if phase is Phase.COLLECT:
        quiet = [silent] if answered else [*NAMES]
        emptied = {key: Partner(key, *NAMES[key]) for key in quiet if key}
        return replace(termset, partners={**partners, **emptied})
    if phase is Phase.RESTATE and answered:
        return _restated(termset, silent)
    if phase in (Phase.CONSENT, Phase.CLOSED) and answered:
        stood = {key: _standing(one) for key, one in partners.items() if key != silent}
        return replace(termset, partners={**partners, **stood})
    return termset


def _partner(key: str) -> Partner:
    said = Definition(
        MEANINGS[key],
        example="Even zitten, ook als het druk is." if key == "delta" else "",
        lenses=("foutloos",) if key == "noord" else (),
        updated=DAY,
    )
    answers = {"te-laat": CaseAnswer.NO, "hersteld": CaseAnswer.DEPENDS}
    return Partner(key, *NAMES[key], {TERM: said}, {TERM: answers}, {TERM: Ratings(2)})


def _agreement(phase: Phase) -> Agreement:
    is_blind = phase is Phase.COLLECT
    has_draft = phase in (Phase.CONSENT, Phase.CLOSED)
    draft = Draft(WORDING, example="Even zitten.", cases={"te-laat": CaseAnswer.NO})
    made = Objection("noord", fingerprint(WORDING), STANDS["noord"][1], Disposition.SUSTAINED)
    outcome = Outcome(OutcomeKind.SHARED, on=fingerprint(WORDING), date=DAY)
    return Agreement(
        TERM,
        phase,
        opened=NOW,
        revealed=None if is_blind else NOW,
        order=() if is_blind else ("noord", "delta", "haven", "west"),
        draft=draft if has_draft else Draft(),
        rounds=(Round(FIRST, DAY), Round(WORDING, DAY)) if has_draft else (),
        objections=(made,) if phase is Phase.CLOSED else (),
        outcome=outcome if phase is Phase.CLOSED else None,
    )


def _standing(partner: Partner) -> Partner:
    stand, reason = STANDS[partner.id]
    return partner.standing(TERM, Position(fingerprint(WORDING), stand, reason, DAY))


def _restated(termset: TermSet, silent: str) -> TermSet:
    """Everybody said it; the owner of the first said almost, of the second yes."""
    partners = dict(termset.partners)
    for number, turn in enumerate(turns(termset, TERM)):
        if turn.by == silent:
            continue
        text = f"Jullie vinden het goed als {NAMES[turn.of][1]} er tijd voor krijgt."
        meaning = fingerprint(MEANINGS[turn.of])
        said = Restatement(TERM, turn.of, meaning, text, DAY)
        partners[turn.by] = replace(partners[turn.by], restatements=(said,))
        if number < 2:
            verdict, correction = (Answer.YES, "") if number else (Answer.ALMOST, "Ook op tijd.")
            heard = Verdict(TERM, turn.by, fingerprint(text), verdict, correction, meaning)
            partners[turn.of] = replace(partners[turn.of], verdicts=(heard,))
    return replace(termset, partners=partners)
