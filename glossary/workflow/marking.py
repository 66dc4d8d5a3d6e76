"""Which stretches of a definition are marked, and with which glyph, for every screen and export.

How a mark looks besides its glyph is a matter of where it is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.compare import Span, SpanKind
from glossary.locale import mark
from glossary.workflow.angles import lens_glyph

KIND_WORDS: Mapping[SpanKind, str] = {
    SpanKind.CONTRAST: mark("contrast"),
    SpanKind.ONLY: mark("only here"),
    SpanKind.SHARED: mark("everybody"),
    SpanKind.SOME: mark("some"),
    SpanKind.NEAR: mark("other form"),
}
# What texts have in common is marked by its letters alone: glyphs would drown the few that matter.
GLYPHS: Mapping[SpanKind, str] = {
    SpanKind.CONTRAST: "≠",
    SpanKind.ONLY: "+",
    SpanKind.NEAR: "≈",
}

# Shown only when the reader asks for all marks: what a text has in common with others.
_COMMON = (SpanKind.SHARED, SpanKind.SOME, SpanKind.NEAR)


@dataclass(frozen=True, slots=True)
class Marking:
    """Why a stretch is marked: a kind of span, or a lens by its place in the term's list."""

    kind: SpanKind = SpanKind.PLAIN
    lens: int | None = None

    @property
    def glyph(self) -> str:
        """What stands before the stretch."""
        return GLYPHS.get(self.kind, "") if self.lens is None else lens_glyph(self.lens)


def marking_of(span: Span, lenses: Mapping[str, int], *, everything: bool) -> Marking | None:
    """The mark of a span; `lenses` gives the place of each lens id in the term's list.

    `everything` also marks what the text has in common with others.
    """
    if span.kind is SpanKind.CONTRAST:
        return Marking(SpanKind.CONTRAST)
    if span.lens in lenses:
        return Marking(lens=lenses[span.lens])
    if span.kind is SpanKind.ONLY or (everything and span.kind in _COMMON):
        return Marking(span.kind)
    return None


def stretches(
    text: str, spans: Sequence[Span], lenses: Mapping[str, int], *, everything: bool
) -> Iterator[tuple[int, int, Marking | None]]:
    """Spans with their marks; neighbours with one mark become one, the space between too."""
    found: list[tuple[int, int, Marking | None]] = []
    for span in spans:
        marking = marking_of(span, lenses, everything=everything)
        if _continues(found, marking, text):
            start, _, _ = found[-2]
            found[-2:] = [(start, span.end, marking)]
        elif found and found[-1][2] == marking:
            found[-1] = (found[-1][0], span.end, marking)
        elif span.end > span.start:
            found.append((span.start, span.end, marking))
    yield from found


def _continues(
    found: Sequence[tuple[int, int, Marking | None]], marking: Marking | None, text: str
) -> bool:
    if marking is None or len(found) < 2 or found[-2][2] != marking:
        return False
    start, end, between = found[-1]
    return between is None and text[start:end].isspace() and "\n" not in text[start:end]
