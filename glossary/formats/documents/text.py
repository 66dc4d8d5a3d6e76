"""Plain text: paragraphs between empty lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from glossary.domain import UnreadableError
from glossary.formats.csv_format import detect_encoding
from glossary.locale import gettext as _
from glossary.workflow.documents import Anchor, Paragraph

_INK = re.compile(r"\S")


def paragraphs(data: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a text. Raises UnreadableError."""
    yield from between_empty_lines(lines(data, name))


def lines(data: bytes, name: str) -> list[str]:
    """The lines of a text in whatever encoding. Raises UnreadableError where it is no text."""
    try:
        text = data.decode(detect_encoding(data))
    except UnicodeError as error:
        raise UnreadableError(_no_text(name)) from error
    if "\0" in text:
        raise UnreadableError(_no_text(name))
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def between_empty_lines(all_lines: Sequence[str], first: int = 1) -> Iterator[Paragraph]:
    """Lines as paragraphs; `first` is the number of the first of them."""
    held: list[str] = []
    for number, line in enumerate([*all_lines, ""], first):
        if line.strip():
            held.append(line)
        elif held:
            yield _paragraph(held, number - len(held))
            held = []


def _paragraph(held: Sequence[str], first: int) -> Paragraph:
    starts = accumulate((len(line) + 1 for line in held), initial=0)
    anchors = (Anchor(start, first + at, 1) for at, start in enumerate(starts))
    return Paragraph("\n".join(held), tuple(anchors)[:-1])


def blanked(found: re.Match[str]) -> str:
    """Spaces in the place of what is no text, so that the rest keeps its line and column."""
    return _INK.sub(" ", found[0])


def _no_text(name: str) -> str:
    return _("{file} is no text: save it as UTF-8.").format(file=name)
