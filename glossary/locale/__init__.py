"""Every word that a person reads, in Dutch and English (gettext catalogues).

English is the language of the source text; `nl/LC_MESSAGES/glossary.po` holds the Dutch.
The language is chosen once per process by `use` and may be switched while running.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, find, translation
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("nl", "en")

_FOLDER = Path(__file__).parent


class _Voice(NamedTuple):
    language: str
    words: NullTranslations


_reader = _Voice("en", NullTranslations())
_aside: ContextVar[_Voice | None] = ContextVar("aside", default=None)


def use(language: str) -> None:
    """Speak `language` ("nl", "nl_NL.UTF-8", "en", …) from now on; English where unknown."""
    global _reader  # noqa: PLW0603  # one reader, one language
    _reader = _voice(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a while, for a text that has one of its own.

    Other threads and tasks do not hear it: a phone may read English beside a Dutch screen.
    """
    before = _aside.set(_voice(language))
    try:
        yield
    finally:
        _aside.reset(before)


def from_environment() -> str:
    """The language of the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set.

    LANGUAGE may list several, the preferred one first. English where we speak none of them.
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        codes = [_code(name) for name in os.environ.get(variable, "").split(":") if name]
        if codes:
            return next((code for code in codes if code in LANGUAGES), "en")
    return "en"


def language() -> str:
    """The language that is spoken now: "nl" or "en"."""
    return _now().language


def is_compiled(code: str) -> bool:
    """Whether the catalogue of a language was built (English needs none)."""
    return code == "en" or find("glossary", _FOLDER, [code]) is not None


def gettext(message: str) -> str:
    """The message in the current language."""
    return _now().words.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The right plural form for `n` in the current language."""
    return _now().words.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """The message in the current language where one English word needs several in another."""
    return _now().words.pgettext(context, message)


def mark(message: str) -> str:
    """Mark a constant for extraction; whoever shows it translates it with `gettext`."""
    return message


def decimal(value: float) -> str:
    """A number with one decimal, as it is written in the current language: "2,1" in Dutch."""
    whole, tenth = f"{value:.1f}".split(".")
    return gettext("{whole}.{tenth}").format(whole=whole, tenth=tenth)


def _now() -> _Voice:
    return _aside.get() or _reader


def _voice(language: str) -> _Voice:
    code = _code(language)
    return _Voice(code, _words(code)) if code in LANGUAGES else _Voice("en", _words("en"))


@cache
def _words(language: str) -> NullTranslations:
    return translation("glossary", _FOLDER, [language], fallback=True)


def _code(name: str) -> str:
    """The language of a locale's name: "nl" of "nl_NL.UTF-8", "nl-BE" or "nl@euro"."""
    return re.split(r"[-_.@]", name, maxsplit=1)[0].lower()
