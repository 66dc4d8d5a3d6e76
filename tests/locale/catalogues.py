"""The messages of the source and of the catalogues, and how to bring them together again."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import glossary
from glossary.locale import LANGUAGES

PACKAGE = Path(glossary.__file__).parent
LOCALE = PACKAGE / "locale"
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")

# The functions of glossary.locale that pybabel does not know by itself: `-k mark`.
_KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None}

UPDATE = (
    "Run the three pybabel commands of CONTRIBUTING.md, and translate what is empty in the .po."
)
COMPILE = "Run: pybabel compile -d glossary/locale -D glossary (or install the package again)."


@cache
def source() -> Catalog:
    """The messages of the source as they now are."""
    found = Catalog()
    for file, line, message, _comments, context in extract_from_dir(PACKAGE, keywords=_KEYWORDS):
        found.add(message, locations=[(file, line)], context=context)
    return found


@cache
def catalogue(language: str) -> Catalog:
    """The catalogue of a language as translators edit it."""
    with (LOCALE / language / "LC_MESSAGES" / "glossary.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(found: Catalog) -> Iterator[Message]:
    """All messages but the header."""
    return (message for message in found if message.id)


def forms(message: Message) -> tuple[str, ...]:
    """What a message says, in the plural as well where it has one."""
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def ids(message: Message) -> tuple[str, ...]:
    """What the source says, in the plural as well where it has one."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def key(message: Message) -> tuple[str, str]:
    """What gettext looks a message up by: its context, and its (singular) text."""
    return message.context or "", ids(message)[0]


def told(message: Message) -> str:
    """A message with the place where the source says it."""
    place = ", ".join(f"{file}:{line}" for file, line in message.locations)
    return f"{ids(message)[0]!r}{f' ({place})' if place else ''}"
