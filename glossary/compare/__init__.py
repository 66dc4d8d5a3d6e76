"""Texts in, findings out: where definitions of one term diverge, and why one would think so."""

from collections.abc import Mapping, Sequence

from glossary.compare.model import (
    CaseSpread,
    Comparison,
    Contrast,
    ContrastKind,
    LensWeight,
    Link,
    PairComparison,
    Relation,
    Side,
    Signal,
    SignalKind,
    Span,
    SpanKind,
    TextComparison,
)
from glossary.domain import Lens


def compare(
    definitions: Mapping[str, str],
    *,
    language: str,
    term: str = "",
    lenses: Sequence[Lens] = (),
    cases: Mapping[str, Mapping[str, str]] | None = None,
    chosen: Mapping[str, Sequence[str]] | None = None,
    vectors: bool = True,
) -> Comparison:
    """Compare what partners mean by `term`.

    `definitions` maps partner to text; `language` is a BCP 47 tag (languages without data are
    compared by their words alone); `cases` maps partner to {case id: "yes" | "no" | "depends"};
    `chosen` maps partner to the lens ids that it confirmed itself, which outrank what cues
    suggest. Without `vectors` words count as near by their form alone, also in languages that have
    a table of word vectors. The result does not depend on the order of any argument. Never raises
    on any text.
    """
    # Loading the matcher takes longer than a first paint may: only who compares pays for it.
    from glossary.compare.engine import run

    return run(definitions, language, term, lenses, cases or {}, chosen or {}, vectors=vectors)


__all__ = [
    "CaseSpread",
    "Comparison",
    "Contrast",
    "ContrastKind",
    "LensWeight",
    "Link",
    "PairComparison",
    "Relation",
    "Side",
    "Signal",
    "SignalKind",
    "Span",
    "SpanKind",
    "TextComparison",
    "compare",
]
