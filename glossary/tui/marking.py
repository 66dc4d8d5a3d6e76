"""A definition as it stands on the screen: harmless, with a glyph before every marked stretch."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.compare import Span, SpanKind
from glossary.domain import visible
from glossary.tui.marks import Mark, common_mark, kind_mark, lens_mark

NO_BREAK = "\u00a0"

# Shown only when the reader asks for all marks: what a text has in common with others.
_COMMON = (SpanKind.SHARED, SpanKind.SOME, SpanKind.NEAR)


@dataclass(frozen=True, slots=True)
class Marking:
    """Why a stretch is marked: a kind of span, or a lens by its place in the term's list."""

    kind: SpanKind = SpanKind.PLAIN
    lens: int | None = None

    def mark(self, theme: str) -> Mark:
        """How it looks in a theme."""
        if self.lens is not None:
            return lens_mark(theme, self.lens)
        return kind_mark(theme, self.kind) or common_mark(self.kind) or Mark("", "")


@dataclass(frozen=True, slots=True)
class Run:
    """[start, end) of a shown text and why it is marked; None where it is not."""

    start: int
    end: int
    marking: Marking | None


@dataclass(frozen=True, slots=True)
class Shown:
    """`text` with glyphs, cut into `runs`; `plain` is the same without glyphs.

    `glyphs` are the [start, end) of the glyphs in `text`, in order.
    """

    text: str
    plain: str
    runs: tuple[Run, ...]
    glyphs: tuple[tuple[int, int], ...] = ()

    def plain_offset(self, at: int) -> int:
        """The place in `plain` of place `at` in `text`."""
        at = min(at, len(self.text))
        return at - sum(min(end, at) - start for start, end in self.glyphs if start < at)

    def runs_within(self, start: int, end: int) -> Iterator[Run]:
        """The runs between two places in `text`, cut off there."""
        first = bisect_left(self.runs, start + 1, key=lambda run: run.end)
        for run in self.runs[first:]:
            if run.start >= end:
                return
            yield Run(max(run.start, start), min(run.end, end), run.marking)


def unmarked(text: str) -> Shown:
    """A text of which nothing is known yet."""
    text = _harmless(text)
    return Shown(text, text, (Run(0, len(text), None),))


def marked(
    text: str, spans: Sequence[Span], lenses: Mapping[str, int], theme: str, *, everything: bool
) -> Shown:
    """A text with its marks; `lenses` gives the place of each lens id in the term's list.

    `everything` also marks what the text has in common with others.
    """
    shown, plain, runs, glyphs = "", "", [], []
    for start, end, marking in _stretches(text, spans, lenses, everything=everything):
        piece = _harmless(text[start:end])
        glyph = marking.mark(theme).glyph if marking else ""
        at = len(shown)
        if glyph:
            glyphs.append((at, at + len(glyph) + 1))
            shown += glyph + NO_BREAK
        shown += piece
        plain += piece
        runs.append(Run(at, len(shown), marking))
    return Shown(shown, plain, tuple(runs), tuple(glyphs))


def markings(spans: Sequence[Span], lenses: Mapping[str, int], *, everything: bool) -> set[Marking]:
    """The kinds of marks that a text carries."""
    found = (_marking(span, lenses, everything=everything) for span in spans)
    return {marking for marking in found if marking}


def _marking(span: Span, lenses: Mapping[str, int], *, everything: bool) -> Marking | None:
    if span.kind is SpanKind.CONTRAST:
        return Marking(SpanKind.CONTRAST)
    if span.lens in lenses:
        return Marking(lens=lenses[span.lens])
    if span.kind is SpanKind.ONLY or (everything and span.kind in _COMMON):
        return Marking(span.kind)
    return None


def _stretches(
    text: str, spans: Sequence[Span], lenses: Mapping[str, int], *, everything: bool
) -> Iterator[tuple[int, int, Marking | None]]:
    """Spans with their marks; neighbours with one mark become one, the space between too."""
    found: list[tuple[int, int, Marking | None]] = []
    for span in spans:
        marking = _marking(span, lenses, everything=everything)
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


def _harmless(text: str) -> str:
    return visible(text).replace("\t", "    ")
