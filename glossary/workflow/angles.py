"""The lenses by which the marks and sentences of a comparison are to be read, and their glyphs."""

from string import ascii_lowercase

from glossary.domain import Lens, Term

# From these weights on a text speaks from a lens mostly, also, or a little.
_STEPS = (0.6, 0.25, 0.05)

# One cell wide each, told apart by shape, and in the usual fonts of terminals; no circle that is
# open, which means "not chosen". Letters follow, for terms with more lenses than there are shapes.
_GLYPHS = "■▲◆●★▼□△◇☆▽" + ascii_lowercase


def lens_glyph(place: int) -> str:
    """The glyph of a term's lens by its place in the term's list of lenses (from 0)."""
    return _GLYPHS[place % len(_GLYPHS)]


def pull(weight: float) -> int:
    """How much a text speaks from a lens: 3 mostly, 2 also, 1 a little, 0 not at all."""
    return sum(weight >= step for step in _STEPS)


def lenses_of(term: Term) -> tuple[Lens, ...]:
    """A term's own lenses or, where it has none, the general ones as they are called now.

    Their order is that of their marks.
    """
    if term.lenses:
        return term.lenses
    # Nothing of this is needed before there is something to compare.
    from glossary.compare.general import general_labels

    return general_labels()
