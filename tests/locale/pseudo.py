"""A language that nobody speaks: every message long, in brackets and without a plain letter.

Plain letters on a screen are what people wrote, or came from no catalogue; a message of which
the bracket is not closed was cut off. Messages are about a third longer than in English.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from gettext import NullTranslations

import pytest

import glossary.locale

OPEN, CLOSE = "⟦", "⟧"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ODD = "áƀçđéƒĝĥíĵķĺɱñóþɋŕšţúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_ODDLY = str.maketrans(_PLAIN, _ODD)
_HOLE = re.compile(r"(\{[^}]*\})")


def odd(message: str) -> str:
    """The message in that language; what is filled in stays as it is."""
    pieces = _HOLE.split(message)
    words = "".join(
        piece if _HOLE.fullmatch(piece) else piece.translate(_ODDLY) for piece in pieces
    )
    longer = "·" * (len(_HOLE.sub("", message)) // 4)
    return f"{OPEN}{words}{longer}{CLOSE}"


class Odd(NullTranslations):
    """Keys stay keys."""

    def gettext(self, message: str) -> str:
        return odd(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return odd(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return message if context.startswith("key") else odd(message)


def speak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak it until the end of a test."""
    monkeypatch.setattr(glossary.locale, "_reader", glossary.locale._Voice("en", Odd()))


def written(value: object) -> str:
    """All that people wrote in some data, and its ids."""
    if is_dataclass(value) and not isinstance(value, type):
        return written(tuple(getattr(value, one.name) for one in fields(value)))
    if isinstance(value, Mapping):
        return written((*value, *value.values()))
    if isinstance(value, tuple):
        return "\n".join(map(written, value))
    return str(value)
