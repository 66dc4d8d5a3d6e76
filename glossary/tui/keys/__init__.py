"""Every key and what it does, in one place: bindings, key bar, help and palette read it.

Of each screen the keys stand in the order of their importance: where the key bar is short of room,
the last ones are left out first.
"""

from glossary.tui.keys.around import (
    EVERYWHERE,
    EXPORT,
    FIND,
    HELP,
    HISTORY,
    LIBRARY,
    NEW_SET,
    NEW_TERM,
    QUESTION,
    SETS,
    TOUR,
)
from glossary.tui.keys.conversation import (
    ABOUT,
    AGREEMENT,
    CARD,
    COMPARE,
    DIFFERENCE,
    ENTRY,
    IN_TURNS,
    MATRIX,
    RESTATE,
    ROUNDS,
    SIGNALS,
    TEMPERATURE,
)
from glossary.tui.keys.key import Key, bindings, key_name
from glossary.tui.keys.session import (
    AGENDA,
    MENU,
    PROGRESS,
    SESSION,
    TODAY,
    answer_of,
    by_menu,
)

__all__ = [
    "ABOUT",
    "AGENDA",
    "AGREEMENT",
    "CARD",
    "COMPARE",
    "DIFFERENCE",
    "ENTRY",
    "EVERYWHERE",
    "EXPORT",
    "FIND",
    "HELP",
    "HISTORY",
    "IN_TURNS",
    "LIBRARY",
    "MATRIX",
    "MENU",
    "NEW_SET",
    "NEW_TERM",
    "PROGRESS",
    "QUESTION",
    "RESTATE",
    "ROUNDS",
    "SESSION",
    "SETS",
    "SIGNALS",
    "TEMPERATURE",
    "TODAY",
    "TOUR",
    "Key",
    "answer_of",
    "bindings",
    "by_menu",
    "key_name",
]
