"""Text as the cells of a workbook hold it."""

import re

_MOST = 32_767  # UTF-16 units in a cell
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# XML has no way to write these.
_IMPOSSIBLE = re.compile("[\ufffe\uffff]")
_ESCAPED = re.compile(r"_x(005[Ff]|0009|000[AaDd]|[Ff]{3}[EeFf])_")


def escaped(text: str) -> str:
    """`text` as a cell holds it: what looks like one of Excel's own escapes is none."""
    kept = _ESCAPE.sub("_x005F_", text)
    kept = _IMPOSSIBLE.sub(lambda found: f"_x{ord(found[0]):04X}_", kept)
    return kept if len(kept) <= _MOST // 2 else _cut(kept)


def unescaped(text: str) -> str:
    """The text of a cell, with the line ends and signs that stand in it as escapes.

    Of other escapes openpyxl took away what kept them from being one.
    """
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _cut(text: str) -> str:
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= _MOST:
        return text
    return text[: _MOST // 2 - 1] + "…"
