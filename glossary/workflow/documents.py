"""What a document from elsewhere says, paragraph by paragraph, and where in it that stands."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Anchor(NamedTuple):
    """From `offset` in the text of a paragraph on, the document goes on at this line and column.

    Where a document has no lines, `line` is the number of the paragraph and `column` is 0.
    """

    offset: int
    line: int
    column: int


class Spot(NamedTuple):
    """A place in a document; each counts from 1, and is 0 where a document knows no such thing."""

    line: int
    column: int
    paragraph: int
    heading: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of text, and the heading that it stands under where lines do not tell the place."""

    text: str
    anchors: tuple[Anchor, ...]
    heading: str = ""

    def spot(self, offset: int) -> Spot:
        """Where a character of the text stands in the document."""
        at = bisect_right(self.anchors, offset, key=lambda one: one.offset) - 1
        start, line, column = self.anchors[max(0, at)]
        if not column:
            return Spot(0, 0, line, self.heading)
        breaks = self.text.count("\n", start, offset)
        if breaks:
            return Spot(line + breaks, offset - self.text.rindex("\n", 0, offset), 0, self.heading)
        return Spot(line, column + offset - start, 0, self.heading)


@dataclass(frozen=True, slots=True)
class Document:
    """A file and what it says, in its order."""

    path: Path
    paragraphs: Sequence[Paragraph]
