"""What termset.toml holds."""

from glossary.domain import Case, Lens, Term, Vocabulary
from glossary.store.kinds import TEXT
from glossary.store.tables import OWN_ID, TEXTS, Key, ListOf, Record, TableOf

LENS = Record(
    Lens,
    (Key("id", OWN_ID, required=True), Key("label", TEXT, required=True), Key("cues", TEXTS)),
)
CASE = Record(Case, (Key("id", OWN_ID, required=True), Key("text", TEXT, required=True)))
TERM = Record(
    Term,
    (
        Key("label", TEXT, required=True, fallback=lambda own_id: own_id),
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
        Key("title", TEXT, required=True, fallback=lambda _own_id: ""),
        Key("language", TEXT, required=True, fallback=lambda _own_id: "nl"),
        Key("about", TEXT),
        Key("terms", TableOf(TERM)),
    ),
    also=frozenset({"format"}),
)
