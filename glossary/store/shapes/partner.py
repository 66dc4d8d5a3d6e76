"""What partners/<partner>.toml holds."""

from glossary.domain import (
    Answer,
    CaseAnswer,
    Definition,
    Partner,
    PastPosition,
    Position,
    Ratings,
    Restatement,
    Stand,
    Verdict,
)
from glossary.store.kinds import DAY, RATING, TEXT, Choice, Id, ShortName
from glossary.store.report import Ref
from glossary.store.tables import PARTNER_ID, TERM_ID, Key, ListOf, Record, TableOf

DEFINITION = Record(
    Definition,
    (
        # Without its meaning the other texts of a definition are still somebody's words.
        Key("meaning", TEXT, required=True, fallback=lambda _own_id: ""),
        Key("belief", TEXT),
        Key("interest", TEXT),
        Key("example", TEXT),
        Key("counterexample", TEXT),
        Key("as_partner", TEXT),
        Key("lenses", ListOf(Id(Ref.LENS))),
        Key("source", TEXT),
        Key("updated", DAY),
        Key("entered_by", TEXT),
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
        Key("of_fingerprint", TEXT),
        Key("verdict", Choice(Answer), required=True),
        Key("correction", TEXT),
    ),
)
_STAND = (
    Key("on", TEXT, required=True),
    Key("position", Choice(Stand), required=True),
    Key("reason", TEXT),
    Key("date", DAY),
    Key("entered_by", TEXT),
)
POSITION = Record(Position, _STAND)
PAST_POSITION = Record(PastPosition, (Key("term", TERM_ID, required=True), *_STAND))
PARTNER = Record(
    Partner,
    (
        Key("name", TEXT, required=True, fallback=lambda own_id: own_id),
        Key("short", ShortName()),
        Key("definitions", TableOf(DEFINITION, Ref.TERM)),
        Key("cases", TableOf(TableOf(Choice(CaseAnswer), Ref.CASE), Ref.TERM)),
        Key("ratings", TableOf(RATINGS, Ref.TERM)),
        Key("restatements", ListOf(RESTATEMENT)),
        Key("verdicts", ListOf(VERDICT)),
        Key("positions", TableOf(POSITION, Ref.TERM)),
        Key("past_positions", ListOf(PAST_POSITION)),
    ),
    id_attribute="id",
    also=frozenset({"format"}),
)
