"""What a caller sees of a comparison, in short, so that tests read like examples."""

from collections.abc import Sequence

from glossary.compare import Comparison, ContrastKind, SpanKind, compare
from glossary.domain import Lens


def two(
    a: str, b: str, language: str = "nl", term: str = "", lenses: Sequence[Lens] = ()
) -> Comparison:
    """Noord says `a`, Delta says `b`."""
    return compare({"noord": a, "delta": b}, language=language, term=term, lenses=lenses)


def words(found: Comparison, partner: str, kind: SpanKind) -> list[str]:
    """The words of a partner that are marked as `kind`."""
    text = found.texts[partner]
    return [text.text[s.start : s.end] for s in text.spans if s.kind is kind]


def linked(found: Comparison, *, alike: bool = False) -> set[tuple[str, str]]:
    """The linked words of two texts, noord's with delta's; on request only those that are alike."""
    noord, delta = found.texts["noord"].text, found.texts["delta"].text
    links = found.pairs["delta", "noord"].links
    return {(noord[slice(*n.b)], delta[slice(*n.a)]) for n in links if n.alike or not alike}


def turned(found: Comparison) -> set[tuple[ContrastKind, str, str]]:
    """The contrasts of two texts: kind, noord's words, delta's words."""
    return {(c.kind, c.b.words, c.a.words) for c in found.pairs["delta", "noord"].contrasts}
