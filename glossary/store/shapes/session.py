"""What session.toml holds."""

from glossary.domain.sessions import DEFAULT_MINUTES, Session
from glossary.locale import mark
from glossary.store.kinds import DAY, MOMENT, SWITCH, Scalar
from glossary.store.tables import TERM_ID, Key, ListOf, Record, TableOf

_LONGEST = 24 * 60  # minutes

MINUTES = Scalar(
    mark("a whole number of minutes from 1 to 1440"),
    lambda value: type(value) is int and 1 <= value <= _LONGEST,
)
SECONDS = Scalar(mark("a whole number of seconds"), lambda value: type(value) is int and value >= 0)
EXTRA = Scalar(
    mark("a whole number of minutes from -1440 to 1440"),
    lambda value: type(value) is int and -_LONGEST <= value <= _LONGEST,
)
SESSION = Record(
    Session,
    (
        Key("date", DAY),
        Key("terms", ListOf(TERM_ID)),
        Key("minutes", MINUTES, required=True, fallback=lambda _own_id: DEFAULT_MINUTES),
        Key("current", TERM_ID),
        Key("since", MOMENT),
        Key("extra", EXTRA),
        Key("anonymous", SWITCH),
        Key("spent", TableOf(TableOf(SECONDS))),
    ),
    also=frozenset({"format"}),
)
