"""The files of a term set: their keys and what each key holds, in the order they are written.

Reading, writing and the messages of `check` all follow these tables.
"""

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
    Phase,
    Position,
    Ratings,
    Restatement,
    Stand,
    Term,
    Verdict,
    Vocabulary,
)
from glossary.store.kinds import DAY, MOMENT, RATING, TEXT, Choice, Id, ShortName
from glossary.store.report import Ref
from glossary.store.tables import OWN_ID, TEXTS, Key, ListOf, Record, TableOf

FORMAT = 1


def _own_id(own_id: str) -> str:
    return own_id


def _empty(_own_id: str) -> str:
    return ""


TERM_ID = Id(Ref.TERM)
PARTNER_ID = Id(Ref.PARTNER)

LENS = Record(
    Lens,
    (Key("id", OWN_ID, required=True), Key("label", TEXT, required=True), Key("cues", TEXTS)),
)
CASE = Record(Case, (Key("id", OWN_ID, required=True), Key("text", TEXT, required=True)))
TERM = Record(
    Term,
    (
        Key("label", TEXT, required=True, fallback=_own_id),
        Key("variants", TEXTS),
        Key("translation", TEXT),
        Key("why", TEXT),
        Key("questions", TEXTS),
        Key("lenses", ListOf(LENS, unique="id")),
        Key("cases", ListOf(CASE, unique="id")),
    ),
    id_attribute="id",
)
VOCABULARY = Record(
    Vocabulary,
    (
        Key("title", TEXT, required=True, fallback=_empty),
        Key("language", TEXT, required=True, fallback=lambda _own_id: "nl"),
        Key("about", TEXT),
        Key("terms", TableOf(TERM)),
    ),
    also=frozenset({"format"}),
)

DEFINITION = Record(
    Definition,
    (
        # Without its meaning the other texts of a definition are still somebody's words.
        Key("meaning", TEXT, required=True, fallback=_empty),
        Key("belief", TEXT),
        Key("interest", TEXT),
        Key("example", TEXT),
        Key("counterexample", TEXT),
        Key("as_partner", TEXT),
        Key("lenses", ListOf(Id(Ref.LENS))),
        Key("source", TEXT),
        Key("updated", DAY),
    ),
)
RATINGS = Record(
    Ratings, tuple(Key(name, RATING) for name in ("know_before", "know_after", "temperature"))
)
RESTATEMENT = Record(
    Restatement,
    (
        Key("term", TERM_ID, required=True),
        Key("of", PARTNER_ID, required=True),
        Key("of_fingerprint", TEXT, required=True),
        Key("text", TEXT, required=True),
        Key("date", DAY),
    ),
)
VERDICT = Record(
    Verdict,
    (
        Key("term", TERM_ID, required=True),
        Key("by", PARTNER_ID, required=True),
        Key("fingerprint", TEXT, required=True),
        Key("verdict", Choice(Answer), required=True),
        Key("correction", TEXT),
    ),
)
POSITION = Record(
    Position,
    (
        Key("on", TEXT, required=True),
        Key("position", Choice(Stand), required=True),
        Key("reason", TEXT),
        Key("date", DAY),
    ),
)
PARTNER = Record(
    Partner,
    (
        Key("name", TEXT, required=True, fallback=_own_id),
        Key("short", ShortName()),
        Key("definitions", TableOf(DEFINITION, Ref.TERM)),
        Key("cases", TableOf(TableOf(Choice(CaseAnswer), Ref.CASE), Ref.TERM)),
        Key("ratings", TableOf(RATINGS, Ref.TERM)),
        Key("restatements", ListOf(RESTATEMENT)),
        Key("verdicts", ListOf(VERDICT)),
        Key("positions", TableOf(POSITION, Ref.TERM)),
    ),
    id_attribute="id",
    also=frozenset({"format"}),
)

DIFFERENCE = Record(
    Difference,
    (
        Key("between", ListOf(PARTNER_ID), required=True),
        Key("kind", Choice(DifferenceKind), required=True),
        Key("note", TEXT),
    ),
)
DRAFT = Record(Draft, (Key("wording", TEXT), Key("example", TEXT), Key("counterexample", TEXT)))
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
        Key("revealed", MOMENT),
        Key("differences", ListOf(DIFFERENCE)),
        Key("draft", DRAFT),
        Key("objections", ListOf(OBJECTION)),
        Key("outcome", OUTCOME),
    ),
    id_attribute="term",
    also=frozenset({"format"}),
)
