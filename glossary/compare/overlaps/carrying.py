"""Which words make a text or a name what it is."""

from glossary.compare.analysis import Load, Word
from glossary.compare.languages import Language


def carries(each: Word, known: Language) -> bool:
    """Whether leaving the word out would say something else.

    A small word that turns a sentence ("niet", "mag", "twee") does, other small words do not.
    """
    if each.load is not Load.FUNCTION or each.norm in known.numbers:
        return True
    phrases = (known.negations.get(each.norm, ()), known.obligations.get(each.norm, ()))
    return any(len(words) == 1 for group in phrases for words, _ in group)
