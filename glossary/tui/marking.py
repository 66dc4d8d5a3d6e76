"""A definition as it stands on the screen: harmless, with a glyph before every marked stretch."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.compare import Span
from glossary.domain import visible
from glossary.workflow.marking import Marking, marking_of, stretches

NO_BREAK = "\u00a0"


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
    text: str, spans: Sequence[Span], lenses: Mapping[str, int], *, everything: bool
) -> Shown:
    """A text with its marks; `lenses` gives the place of each lens id in the term's list.

    `everything` also marks what the text has in common with others.
    """
    shown, plain, runs, glyphs = "", "", [], []
    for start, end, marking in stretches(text, spans, lenses, everything=everything):
        piece = _harmless(text[start:end])
        glyph = marking.glyph if marking else ""
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
    found = (marking_of(span, lenses, everything=everything) for span in spans)
    return {marking for marking in found if marking}


def _harmless(text: str) -> str:
    return visible(text).replace("\t", "    ")
