"""Which terms may be one: names that are variants, definitions that nearly coincide.

Candidates to merge, or to keep apart knowingly: people decide.
"""

from collections.abc import Mapping

from glossary.compare.overlaps.model import (
    AlikeNames,
    AlikeTexts,
    Entry,
    Key,
    NameKind,
    Overlap,
    Pair,
)

# How much alike names tell, beside texts of which it is the part that they share.
_TELLS = {NameKind.SAME: 0.95, NameKind.SPELLING: 0.9, NameKind.FORM: 0.85, NameKind.SLIP: 0.6}
_SURE = 0.9  # below 1, so that an equal text leaves something for the names to add


def overlaps(entries: Mapping[Key, Entry], *, vectors: bool = True) -> tuple[Overlap, ...]:
    """Pairs of terms that may be one, what tells most first; each pair once, its keys sorted.

    Texts are compared within a language, names across languages too. Without `vectors` words count
    as the same by their form alone. The result does not depend on the order of any argument. Never
    raises on any text.
    """
    # Both load the matcher: only who compares pays for it.
    from glossary.compare.overlaps.names import alike_names
    from glossary.compare.overlaps.texts import alike_texts

    names, texts = alike_names(entries), alike_texts(entries, vectors=vectors)
    pairs = names.keys() | texts.keys()
    found = (Overlap(pair, names.get(pair), texts.get(pair)) for pair in pairs)
    return tuple(sorted(found, key=lambda one: (-_strength(one), one.terms)))


def _strength(found: Overlap) -> float:
    """0 to 1; names and texts that point the same way tell more than either."""
    by_name = _TELLS[found.names.kind] if found.names else 0.0
    by_text = found.texts.share if found.texts else 0.0
    return 1.0 - (1.0 - _SURE * by_name) * (1.0 - _SURE * by_text)


__all__ = [
    "AlikeNames",
    "AlikeTexts",
    "Entry",
    "Key",
    "NameKind",
    "Overlap",
    "Pair",
    "overlaps",
]
