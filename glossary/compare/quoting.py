"""What people wrote, in the few words that a line has room for, or as the phrase it is."""

import re

from glossary.compare.model import Side
from glossary.domain import one_line

_ENOUGH = 11  # characters of whole words that a shortened quotation keeps, or else it cuts a word
_QUOTE = 18  # characters of a quotation, so that the sentence fits behind a bar
_TELLING = 4  # words from a contrast on that say by themselves what it is about

# A comma within a number, or a point within a name, ends no phrase.
_END = re.compile(r"[.;:!?,](?=\s|$)|\n")


def quote(text: str, most: int = _QUOTE) -> str:
    """Words as they fit in a sentence on one line: shortened at a word where there is one.

    `most` in characters.
    """
    line = one_line(text)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    whole = kept.rpartition(" ")[0]
    return (whole if len(whole) >= _ENOUGH else kept).rstrip(" ,;:.") + "…"


def phrase(text: str, side: Side) -> str:
    """What a text says at a contrast: from its words on, or all of it where these are the last."""
    starts = [0, *(one.end() for one in _END.finditer(text, 0, side.start))]
    after = _END.search(text, side.end)
    end = after.start() if after is not None else len(text)
    rest = one_line(text[side.start : end])
    if side.words and len(rest.split()) >= _TELLING:
        return rest
    return one_line(text[starts[-1] : end])
