"""One small set with everything in it that a format may have to carry."""

import datetime as dt

from glossary.domain import (
    Agreement,
    Answer,
    Case,
    CaseAnswer,
    Definition,
    Difference,
    DifferenceKind,
    Disposition,
    Draft,
    Lens,
    Objection,
    Outcome,
    OutcomeKind,
    Partner,
    PastPosition,
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
from glossary.domain.agreements import Round, Skip

TODAY = dt.date(2026, 11, 23)
_DAY = dt.date(2026, 11, 2)

_WORDING = "Goed werk: de bewoner merkt aandacht,\nen fouten die we konden voorkomen, voorkomen we."
_ON = fingerprint(_WORDING)
_FIRST = "Goed werk: de bewoner merkt altijd aandacht,\nen fouten voorkomen we."
_SECOND = "Goed werk: de bewoner merkt aandacht,\nen fouten voorkomen we."
_OWN = "Wie iets begint, maakt het af."
_SAID_BACK = "Een bewoner merkt tijd, ook als het papier nog niet af is."
_OWN_ON = fingerprint(_OWN)
_NOORD = "Er gaat niets mis: incidenten worden gemeld en moeten binnen een week zijn opgelost."
_DELTA = "Dat een bewoner merkt dat we de tijd nemen. Formulieren mogen wachten."

_TERMS = (
    Term(
        "kwaliteit",
        "kwaliteit",
        ("kwaliteiten",),
        "quality",
        "Iedereen is ervoor, niemand meet hetzelfde.",
        ("Waaraan merk je morgen dat de kwaliteit goed was?",),
        (Lens("foutloos", "Er gaat niets mis", ("fout", "incident")), Lens("tijd", "Aandacht")),
        (Case("te-laat", "Het dossier klopt, maar kwam twee weken te laat."),),
    ),
    Term("eigenaarschap", "eigenaarschap"),
    Term("regie", "regie"),
    Term("maatwerk", "maatwerk"),
    Term("vertrouwen", "vertrouwen"),
    Term("bereik", "bereik"),
    Term("draagvlak", "draagvlak"),
    Term("vrij", "# <vrij> [x](y) | *ja*"),
)

_NORTH = Partner(
    "gemeente-noord",
    "Gemeente Noord",
    "Noord",
    {
        "kwaliteit": Definition(
            _NOORD,
            belief="Regels beschermen bewoners.",
            interest="Geen klachten bij de rechter.",
            example="Een melding is in een week af.",
            counterexample="Een dossier zonder handtekening.",
            as_partner="Dat we elkaars fouten durven noemen.",
            lenses=("foutloos",),
            source="Kwaliteitskader 2026, p. 4",
            updated=_DAY,
        ),
        "eigenaarschap": Definition(_OWN),
        "regie": Definition("De gemeente moet beslissen."),
        "bereik": Definition("Wie een pas heeft."),
        "draagvlak": Definition("Geheim tot de onthulling."),
        "vrij": Definition("> geen citaat\n\n- geen lijst\n1. geen nummer\n---"),
    },
    {"kwaliteit": {"te-laat": CaseAnswer.NO}},
    {"kwaliteit": Ratings(2, 4, 3)},
    (
        Restatement(
            "kwaliteit", "stichting-delta", fingerprint(_DELTA), "Jullie nemen tijd.", _DAY
        ),
        Restatement("kwaliteit", "stichting-delta", fingerprint(_DELTA), _SAID_BACK, _DAY),
    ),
    (Verdict("kwaliteit", "stichting-delta", "aa11bb22cc33", Answer.ALMOST, "Ook op tijd."),),
    {
        "kwaliteit": Position(_ON, Stand.CONSENT, date=_DAY),
        "eigenaarschap": Position(_OWN_ON, Stand.OBJECTION, "Te vaag.", _DAY),
    },
    (
        PastPosition("kwaliteit", fingerprint(_FIRST), Stand.OBJECTION, "Altijd lukt nooit.", _DAY),
        PastPosition("kwaliteit", fingerprint(_SECOND), Stand.CONSENT, "", _DAY),
    ),
)
_SOUTH = Partner(
    "stichting-delta",
    "Stichting Delta *",
    "Delta",
    {
        "kwaliteit": Definition(_DELTA, entered_by="Gespreksleider"),
        "eigenaarschap": Definition("Jij bent ervan."),
        "regie": Definition("De huisarts mag beslissen."),
        "bereik": Definition("Wie ons kent."),
    },
    {"kwaliteit": {"te-laat": CaseAnswer.DEPENDS}},
    {"kwaliteit": Ratings(3, 5)},
    verdicts=(
        Verdict(
            "kwaliteit",
            "gemeente-noord",
            fingerprint("Jullie nemen tijd."),
            Answer.ALMOST,
            "Ook als het papier nog niet af is.",
            fingerprint(_DELTA),
        ),
        Verdict(
            "kwaliteit",
            "gemeente-noord",
            fingerprint(_SAID_BACK),
            Answer.YES,
            of_fingerprint=fingerprint(_DELTA),
        ),
    ),
    positions={
        "kwaliteit": Position(_ON, Stand.CONCERN, "Wie telt de fouten?", _DAY),
        "eigenaarschap": Position(_OWN_ON, Stand.STAND_ASIDE, date=_DAY),
    },
    past_positions=(
        PastPosition(
            "kwaliteit", fingerprint(_FIRST), Stand.CONCERN, "Wie telt?\n\n* en wanneer", _DAY
        ),
        PastPosition("kwaliteit", fingerprint(_SECOND), Stand.CONSENT, "", _DAY),
        PastPosition("kwaliteit", "0a1b2c3d4e5f", Stand.STAND_ASIDE, "Niet voor ons.", _DAY),
    ),
)


def _shared() -> Agreement:
    meanings = {"gemeente-noord": fingerprint(_NOORD), "stichting-delta": fingerprint(_DELTA)}
    outcome = Outcome(OutcomeKind.SHARED, "", _ON, _DAY, dt.date(2027, 5, 1), meanings)
    objection = Objection("stichting-delta", _ON, "Het papier wint toch.", Disposition.SUSTAINED)
    earlier = (
        Objection(
            "gemeente-noord", fingerprint(_FIRST), "Altijd lukt nooit.", Disposition.INTEGRATED
        ),
        Objection("stichting-delta", "0a1b2c3d4e5f", "Dit is een wens.", Disposition.ADDRESSED),
    )
    between = ("gemeente-noord", "stichting-delta")
    return Agreement(
        "kwaliteit",
        Phase.CLOSED,
        dt.datetime(2026, 11, 2, 14, 5, tzinfo=dt.UTC),
        (Difference(between, DifferenceKind.MEASURE, "De een telt, de ander vraagt."),),
        Draft(
            _WORDING,
            "Een belletje vooraf.",
            "Alles ingevuld, niemand blij.",
            {"te-laat": CaseAnswer.NO},
        ),
        (*earlier, objection),
        outcome,
        ("stichting-delta", "gemeente-noord"),
        (Skip("stichting-delta", "gemeente-noord", fingerprint(_NOORD), _DAY),),
        (Round(_FIRST, _DAY), Round(_SECOND, _DAY), Round(_WORDING, _DAY)),
        3,
    )


_AGREEMENTS = (
    _shared(),
    Agreement(
        "eigenaarschap",
        Phase.DRAFT,
        None,
        (Difference(("gemeente-noord", "stichting-delta"), DifferenceKind.ACTOR),),
        Draft(_OWN),
    ),
    Agreement(
        "maatwerk",
        Phase.CLOSED,
        outcome=Outcome(OutcomeKind.RENAMED, "wat nodig is", date=_DAY),
    ),
    Agreement(
        "draagvlak",
        Phase.COLLECT,
        opened=dt.datetime(2026, 11, 2, 13, 0, tzinfo=dt.UTC),
    ),
    Agreement("vertrouwen", Phase.CLOSED, outcome=Outcome(OutcomeKind.PARKED, date=_DAY)),
    Agreement(
        "bereik",
        Phase.CLOSED,
        outcome=Outcome(OutcomeKind.DIFFER, date=_DAY, review=dt.date(2026, 11, 20)),
    ),
)

SAMPLE = TermSet(
    "keten",
    Vocabulary(
        "Kwaliteit in de keten",
        "nl",
        "Wat wij bedoelen als wij hetzelfde zeggen.",
        {term.id: term for term in _TERMS},
    ),
    {partner.id: partner for partner in (_NORTH, _SOUTH)},
    {agreement.term: agreement for agreement in _AGREEMENTS},
)
