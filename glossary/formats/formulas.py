"""Texts that a spreadsheet would calculate: made harmless in CSV, and given back as they were.

An apostrophe goes before them: spreadsheets show it and calculate nothing. A spreadsheet with
another delimiter than the file begins a cell wherever it sees that, so what follows a delimiter or
a line end inside a text counts as its beginning.
"""

import re

DELIMITERS = "\t;,|"

# Signs in their full-width and small forms count too: some spreadsheets read them as the plain one.
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
_BEGINS = rf"(?:^|(?<=[{re.escape(DELIMITERS)}\r\n]))"
# What a spreadsheet leaves out before a formula, and marks that were there already.
_BEFORE = r"[\s\"'\u200b\ufeff]*"
_LIVE = re.compile(rf"{_BEGINS}(?={_BEFORE}[{_SIGNS}])")
_MARKED = re.compile(rf"{_BEGINS}'(?={_BEFORE}[{_SIGNS}])")


def neutralised(text: str) -> str:
    """`text` with an apostrophe before all that a spreadsheet would calculate."""
    return _LIVE.sub("'", text)


def restored(text: str) -> str:
    """The text that `neutralised` was given."""
    return _MARKED.sub("", text)
