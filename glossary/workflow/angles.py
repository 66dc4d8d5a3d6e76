"""The lenses by which the marks and sentences of a comparison are to be read."""

from glossary.domain import Lens, Term


def lenses_of(term: Term) -> tuple[Lens, ...]:
    """A term's own lenses or, where it has none, the general ones as they are called now.

    Their order is that of their marks.
    """
    if term.lenses:
        return term.lenses
    # Nothing of this is needed before there is something to compare.
    from glossary.compare.general import general_labels

    return general_labels()
