"""The marks of definitions beside each other in HTML, and what they mean."""

from collections import Counter
from collections.abc import Iterator, Sequence

from glossary.compare import SpanKind
from glossary.domain import Term
from glossary.formats.html_text import Html, line, tag
from glossary.locale import gettext as _
from glossary.workflow.angles import lenses_of
from glossary.workflow.marking import KIND_WORDS, Marking
from glossary.workflow.side_by_side import SideBySide, Stretch

_STYLES = 4  # looks of lenses; glyphs go on when these begin again


def marked(text: str, marks: Sequence[Stretch]) -> Iterator[str]:
    """The text with a glyph before every marked stretch.

    Marks belong to the very text that was compared: one that they do not fit has none.
    """
    at = 0
    for start, end, marking in marks if all(one[1] <= len(text) for one in marks) else ():
        if at < start:
            yield text[at:start]
        yield tag("mark", f"{marking.glyph}\u00a0{text[start:end]}", class_=_look(marking))
        at = end
    yield text[at:]


def _look(marking: Marking) -> str:
    if marking.lens is not None:
        return f"lens-{marking.lens % _STYLES}"
    return str(marking.kind)


def legend(term: Term, beside: SideBySide, lang: str | None) -> Iterator[Html]:
    """The marks that occur, and in how many definitions; `lang` is the language of typed text."""
    counts: Counter[Marking] = Counter()
    for marks in beside.marks.values():
        counts.update({marking for _start, _end, marking in marks})
    labels: dict[Marking, tuple[str, str | None]] = {
        Marking(kind): (_(KIND_WORDS[kind]), None) for kind in (SpanKind.CONTRAST, SpanKind.ONLY)
    }
    # General lenses are called in the language of the program.
    called = lang if term.lenses else None
    for place, lens in enumerate(lenses_of(term)):
        labels[Marking(lens=place)] = (lens.label, called)
    entries = [
        tag(
            "li",
            tag("mark", f"{marking.glyph}\u00a0", line(label), class_=_look(marking), lang=one),
            f" {counts[marking]}",
        )
        for marking, (label, one) in labels.items()
        if counts[marking]
    ]
    if entries:
        yield tag("p", _("Marks, and in how many definitions:"), class_="legend-head")
        yield tag("ul", *entries, class_="legend")
