"""What people typed, accepted as typed or refused with the place of the trouble."""

import re

from glossary.domain import RefusedError, has_unseen, visible
from glossary.domain.text import MAX_BYTES
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# As BCP 47 forms them.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")


def harmless(text: str) -> tuple[str, int]:
    """`text` without the characters that a screen would hide or a terminal act on, and how many.

    Line ends of all kinds become line feeds.
    """
    lines = with_line_feeds(text)
    if not has_unseen(lines):
        return visible(lines), 0
    left_out = sum(map(has_unseen, lines))
    return visible("".join(char for char in lines if not has_unseen(char))), left_out


def with_line_feeds(text: str) -> str:
    """`text` with line feeds in the place of line ends of all kinds."""
    return _LINE_ENDS.sub("\n", text)


def accept(text: str, name: str) -> str:
    """`text` as typed, without white space at its ends and with LF line ends.

    `name` is what the reader knows the text by: the label of its field or column. Raises
    RefusedError for characters that a screen would hide or a terminal act on, and for more
    than 20,000 bytes of UTF-8.
    """
    kept = text.replace("\r\n", "\n").strip()
    if has_unseen(kept):
        raise RefusedError(_unseen(kept, name))
    if len(kept.encode()) > MAX_BYTES:
        raise RefusedError(
            _("{name} is longer than {most} bytes: shorten it.").format(
                name=quote(name), most=MAX_BYTES
            )
        )
    return kept


def accept_filled(text: str, name: str) -> str:
    """As `accept`, and not empty.

    Raises RefusedError.
    """
    kept = accept(text, name)
    if not kept:
        raise RefusedError(_("{name} is empty.").format(name=quote(name)))
    return kept


def accept_name(text: str, name: str) -> str:
    """A name or label: as `accept_filled`, and on one line.

    Raises RefusedError.
    """
    return " ".join(accept_filled(text, name).split())


def accept_language(code: str) -> str:
    """A language code such as "nl" or "en-GB". Raises RefusedError."""
    if not _LANGUAGE.fullmatch(code):
        raise RefusedError(
            _("{code} is no code of a language: use nl, en or another one like them.").format(
                code=quote(code)
            )
        )
    return code


def _unseen(text: str, name: str) -> str:
    at = next(place for place, char in enumerate(text) if has_unseen(char))
    place = {"name": quote(name), "char": visible(text[at])}
    if at == 0:
        return _("{name} begins with the invisible character {char}: remove it.").format(**place)
    return _("{name} holds the invisible character {char} after {before}: remove it.").format(
        **place, before=quote(text[:at][-20:])
    )
