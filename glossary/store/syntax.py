"""What tomli's complaints mean, for people who never heard of TOML."""

import re
from pathlib import Path

import tomli

from glossary.domain import Finding
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.store.slips import slip_on
from glossary.store.source import place_at

_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)

# How tomli's message begins, what is wrong in plain words, and what helps.
_MEANINGS = (
    (
        "Unterminated string",
        mark("A text has no closing quotation marks."),
        mark('Close it with ", or with """ when it has several lines.'),
    ),
    (
        "Illegal character '\\n'",
        mark("A text has no closing quotation mark on its line."),
        mark('Close it with ", or put it between """ and """ when it has several lines.'),
    ),
    (
        "Illegal character",
        mark("There is an invisible control character in a text."),
        mark("Remove it, or type the text again."),
    ),
    (
        "Found invalid character",
        mark("There is an invisible control character on this line."),
        mark("Remove it."),
    ),
    (
        "Unescaped '\\'",
        mark("A text has a backslash that means nothing."),
        mark("Write two backslashes for one."),
    ),
    (
        "Cannot overwrite a value",
        mark("This key or heading stands in the file twice."),
        mark("Keep one of the two."),
    ),
    (
        "Cannot declare",
        mark("This heading stands in the file twice."),
        mark("Put everything under one of the two."),
    ),
    (
        "Unclosed array",
        mark("A list has no closing bracket, or a comma is missing in it."),
        mark("Separate the items by commas and close the list with ]."),
    ),
    (
        "Expected '=' after a key",
        mark("There is no = after a key."),
        mark('Write a key, =, and the value: name = "…".'),
    ),
    (
        "Expected newline",
        mark("Something stands behind the value."),
        mark('Put one key on a line, and write \\" for a quotation mark inside a text.'),
    ),
    (
        "Expected ']",
        mark("A heading is not closed."),
        mark("Close it with as many brackets as it begins with."),
    ),
    (
        "Invalid value",
        mark("This value cannot be read."),
        mark('Put a text between quotation marks: name = "…".'),
    ),
    (
        "Invalid date",
        mark("There is no such date."),
        mark("Write a date as 2026-11-23."),
    ),
    (
        "Invalid statement",
        mark("This line is neither a heading, nor a key with a value, nor a comment."),
        mark("Begin a comment with #; a text of several lines stands between "
             '""" and """.'),
    ),
)  # fmt: skip
_OTHER = (
    mark("This file is not valid TOML here."),
    mark("Compare the line with the same one in another file."),
)


_CONFLICT = re.compile(r"^<{7}( |$)", re.MULTILINE)


def syntax_finding(path: Path, error: tomli.TOMLDecodeError, text: str) -> Finding:
    """Where `text` stops being TOML, and what to do about it."""
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        return _unfinished(path, *place_at(text, conflict.start()))
    match = _PLACE.fullmatch(str(error))
    reason = match[1] if match else str(error)
    line, column = (int(match[2]), int(match[3])) if match and match[2] else (0, 0)
    if match and not line:
        line, column = place_at(text, len(text.rstrip()))
    slip = slip_on(text.split("\n")[line - 1], column, reason) if line else None
    if slip is not None:
        return Finding(path, "syntax-error", slip.what, slip.remedy, line=line, column=slip.column)
    meaning = next(
        ((what, remedy) for start, what, remedy in _MEANINGS if reason.startswith(start)), _OTHER
    )
    what, remedy = meaning
    return Finding(path, "syntax-error", _(what), _(remedy), line=line, column=column)


def _unfinished(path: Path, line: int, column: int) -> Finding:
    """A merge left both versions between its marks, and none of them is the file's."""
    message = _("A merge in git was not finished: from this line on stand two versions.")
    remedy = _(
        "Choose one, or make one of both; then remove the other and the lines that begin with "
        "<<<<<<<, ======= and >>>>>>>."
    )
    return Finding(path, "merge-unfinished", message, remedy, line=line, column=column)
