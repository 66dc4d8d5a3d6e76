"""What agreements/<term>.toml holds."""

from glossary.domain import (
    Agreement,
    Difference,
    DifferenceKind,
    Disposition,
    Draft,
    Objection,
    Outcome,
    OutcomeKind,
    Phase,
)
from glossary.domain.agreements import Round, Skip
from glossary.domain.partners import CaseAnswer
from glossary.store.kinds import DAY, MOMENT, RATING, SWITCH, TEXT, Choice
from glossary.store.report import Ref
from glossary.store.tables import PARTNER_ID, Key, ListOf, Record, TableOf

DIFFERENCE = Record(
    Difference,
    (
        Key("between", ListOf(PARTNER_ID), required=True),
        Key("kind", Choice(DifferenceKind), required=True),
        Key("note", TEXT),
    ),
)
SKIP = Record(
    Skip,
    (
        Key("by", PARTNER_ID, required=True),
        Key("of", PARTNER_ID, required=True),
        Key("of_fingerprint", TEXT, required=True),
        Key("date", DAY),
    ),
)
DRAFT = Record(
    Draft,
    (
        Key("wording", TEXT),
        Key("example", TEXT),
        Key("counterexample", TEXT),
        Key("cases", TableOf(Choice(CaseAnswer), Ref.CASE)),
    ),
)
ROUND = Record(
    Round, (Key("wording", TEXT, required=True), Key("date", DAY), Key("closed", SWITCH))
)
OBJECTION = Record(
    Objection,
    (
        Key("partner", PARTNER_ID, required=True),
        Key("on", TEXT, required=True),
        Key("text", TEXT, required=True),
        Key(
            "disposition",
            Choice(Disposition),
            required=True,
            fallback=lambda _own_id: Disposition.OPEN,
        ),
    ),
)
OUTCOME = Record(
    Outcome,
    (
        Key("kind", Choice(OutcomeKind), required=True),
        Key("name", TEXT),
        Key("on", TEXT),
        Key("date", DAY),
        Key("review", DAY),
        Key("meanings", TableOf(TEXT, Ref.PARTNER)),
    ),
)
AGREEMENT = Record(
    Agreement,
    (
        Key("phase", Choice(Phase), required=True, fallback=lambda _own_id: Phase.COLLECT),
        Key("opened", MOMENT),
        Key("revealed", MOMENT),
        Key("temperature", RATING),
        Key("order", ListOf(PARTNER_ID)),
        Key("letters", ListOf(PARTNER_ID)),
        Key("differences", ListOf(DIFFERENCE)),
        Key("skips", ListOf(SKIP)),
        Key("draft", DRAFT),
        Key("rounds", ListOf(ROUND)),
        Key("objections", ListOf(OBJECTION)),
        Key("outcome", OUTCOME),
    ),
    id_attribute="term",
    also=frozenset({"format"}),
)
