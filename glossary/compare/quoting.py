"""What people wrote, in the few words that a sentence on one line has room for."""

from glossary.domain import one_line

_ENOUGH = 11  # characters of whole words that a shortened quotation keeps, or else it cuts a word
_QUOTE = 18  # characters of a quotation, so that the sentence fits behind a bar


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
