"""What somebody who writes a file by hand trips over, told from the line itself.

The parser only says where it stopped: in a heading with an ö it says that a bracket is missing.
"""

import re
from typing import NamedTuple

from glossary.domain.ids import slug
from glossary.domain.text import one_line
from glossary.locale import gettext as _

_HEADING = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*([^=#\"'.\[\]]+?)\s*=\s*[\"'“”„‘’‚\d]")
_PART = re.compile(r'"[^"]*"|\'[^\']*\'|[^.]+')
_PLAIN = re.compile(r"[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'")
_STRAIGHT = {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")}
_CURLY_END = re.compile(r"([”“‟»’‘])\s*(?:[,\]]|$)")
_NAMES = ("Expected ']", "Expected '='", "Invalid initial character", "Invalid statement")
_OPEN_ENDED = ("Illegal character '\\n'", "Unterminated string", "Unclosed array")


class Slip(NamedTuple):
    """What is wrong and what helps, with the column where it begins."""

    what: str
    remedy: str
    column: int


def slip_on(line: str, column: int, reason: str) -> Slip | None:
    """The slip on the line where the parser stopped for that reason; None for another fault."""
    named = _of_name(line) if reason.startswith(_NAMES) else None
    return named or _of_quotes(line, column, reason)


def _of_name(line: str) -> Slip | None:
    heading = _HEADING.fullmatch(line)
    if heading is not None:
        parts = [part.strip() for part in _PART.findall(heading[2])]
        if all(_PLAIN.fullmatch(part) for part in parts):
            return None
        told = _("A heading takes only a–z, 0–9, - and _: no spaces, accents or other signs.")
        ids = ".".join(map(_as_id, parts))
        return Slip(
            told, _written(f"{heading[1]}{ids}{']' * len(heading[1])}"), heading.start(1) + 1
        )
    key = _KEY.match(line)
    if key is None or _PLAIN.fullmatch(key[1]):
        return None
    told = _("A key takes only a–z, 0–9, - and _: no spaces, accents or other signs.")
    return Slip(told, _written(f"{_as_id(key[1])} = …"), key.start(1) + 1)


def _of_quotes(line: str, column: int, reason: str) -> Slip | None:
    begun = line[column - 1 : column]
    if reason.startswith("Invalid value") and begun in _STRAIGHT:
        straight = _STRAIGHT[begun]
        told = _("This text stands between curly quotation marks ({mark}).").format(mark=begun)
        remedy = _("Put it between straight ones: {example}.")
        return Slip(told, remedy.format(example=f"{straight}…{straight}"), column)
    ended = _CURLY_END.search(line) if reason.startswith(_OPEN_ENDED) else None
    if ended is None:
        return None
    told = _("This text ends with a curly quotation mark ({mark}).").format(mark=ended[1])
    remedy = _("End it with a straight one: {mark}").format(mark=_STRAIGHT[ended[1]])
    return Slip(told, remedy, ended.start(1) + 1)


def _as_id(part: str) -> str:
    return part if _PLAIN.fullmatch(part) else slug(part) or "…"


def _written(example: str) -> str:
    return _("Write it as {example}").format(example=one_line(example))
