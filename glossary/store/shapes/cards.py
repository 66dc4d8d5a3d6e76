"""What cards.toml holds, and the cards that come with the program."""

from glossary.domain.agreements import Phase
from glossary.domain.cards import Card, Sign, Warmth
from glossary.store.kinds import TEXT, Choice
from glossary.store.tables import TEXTS, Key, ListOf, Record, TableOf

CARD = Record(
    Card,
    (
        Key("title", TEXT, required=True),
        Key("lines", TEXTS, required=True),
        Key("phases", ListOf(Choice(Phase))),
        Key("warmth", ListOf(Choice(Warmth))),
        Key("signs", ListOf(Choice(Sign))),
    ),
    id_attribute="id",
)
CARDS = Record(
    dict,
    (Key("cards", TableOf(CARD), required=True, fallback=lambda _own_id: {}),),
    also=frozenset({"format"}),
)
