"""HTML: its blocks; scripts, styles, code and what stands in tags are no text."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from glossary.formats.documents.text import blanked, lines
from glossary.workflow.documents import Anchor, Paragraph

_NO_TEXT = frozenset(
    ("script", "style", "template", "code", "pre", "kbd", "samp", "svg", "math", "textarea")
)
# For each of those that never ends the parser would look through the whole rest.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNCLOSED = re.compile(r"<(?=/?[a-z][^<>]*(?:<|\Z))", re.IGNORECASE)
# All others begin a paragraph of their own.
_INSIDE = frozenset(
    tag
    for line in (
        "a abbr b bdi bdo cite data del dfn em font i ins label mark q s small span strong sub",
        "sup time u var wbr",
    )
    for tag in line.split()
)


def paragraphs(data: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a page. Raises UnreadableError."""
    blocks = _Blocks()
    text = _COMMENT.sub(blanked, "\n".join(lines(data, name)))
    blocks.feed(_UNCLOSED.sub(" ", text))
    blocks.close()
    blocks.finish()
    yield from blocks.found


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Paragraph] = []
        self._pieces: list[str] = []
        self._anchors: list[Anchor] = []
        self._size = 0
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # its signature
        if tag in _NO_TEXT:
            self._hidden.append(tag)
        elif tag not in _INSIDE:
            self.finish()

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # its signature
        if tag not in _INSIDE:
            self.finish()

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag not in _INSIDE:
            self.finish()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._add(html.unescape(f"&#{name};"))

    def finish(self) -> None:
        """What stands here is a paragraph."""
        text = "".join(self._pieces)
        if text.strip():
            self.found.append(Paragraph(text, tuple(self._anchors)))
        self._pieces, self._anchors, self._size = [], [], 0

    def _add(self, text: str) -> None:
        if self._hidden or not text:
            return
        line, before = self.getpos()
        self._anchors.append(Anchor(self._size, line, before + 1))
        self._pieces.append(text)
        self._size += len(text)
