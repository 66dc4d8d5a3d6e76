"""The dictionary form and the stem of a word, so that inflected words are found to be one word.

The dictionary form (simplemma) decides: it knows that "kinderen" is "kind". The stem (Snowball)
only brings derived words near ("veilig", "veiligheid"), because by itself it is too rough: it
makes "kwaal" of "kwaliteit". Both load when first needed, which takes a few tenths of a second; the
dictionary is read where a word stands in it, not unpacked: 50 MB less, and sooner there.
"""

from functools import lru_cache
from math import ceil
from threading import local
from typing import Protocol

from glossary.compare.languages import language

_STEMMERS = {"nl": "dutch", "en": "english"}
_ROOT = 3  # letters that words made from one another share at least
_LONGEST = 40  # longer "words" are no words; rules for endings would only cost time


# A stemmer keeps the word that it is at work on: the list is ranked in one thread while a screen
# compares in another.
_OWN = local()


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  # the library's name


@lru_cache(maxsize=65_536)
def lemma(word: str, code: str) -> str:
    """The dictionary form of a normal word; the word itself where the language is unknown."""
    if code not in _STEMMERS or len(word) > _LONGEST or not word[0].isalpha():
        return word
    known = language(code)
    base = known.corrected.get(word) or _looked_up(word, code)
    if base == word or not known.infinitives or word in known.corrected:
        return base
    if _looked_up(base, code) == word:
        # Two words that the dictionary calls each other's form: "zit" and "zitten".
        return max(word, base, key=lambda form: (form.endswith(known.infinitives), len(form), form))
    if word.endswith(known.diminutives) and len(base) < len(word):
        return lemma(base, code)
    # "Werkneemster" is no form of "werknemer".
    hers = base.endswith(known.feminines) and len(base) > len(word) and base[:_ROOT] == word[:_ROOT]
    return word if hers else base


@lru_cache(maxsize=65_536)
def _looked_up(word: str, code: str) -> str:
    from simplemma import lemmatize

    # Separable verbs come as "op_lossen".
    return str(lemmatize(word, lang=code, low_memory=True)).replace("_", "").casefold() or word


@lru_cache(maxsize=65_536)
def stem(word: str, code: str) -> str:
    """What the dictionary form has in common with words derived from it, or the word itself."""
    base = lemma(word, code)
    if code not in _STEMMERS or len(base) > _LONGEST:
        return base
    return _stemmer(code).stemWord(base)


def akin(one: str, other: str, code: str) -> bool:
    """Whether two dictionary forms are derived from one another: "veilig", "veiligheid"."""
    shorter = min(len(one), len(other))
    # The stemmer also makes one family of "kwaal" and "kwaliteit": a good part must be equal.
    size = min(shorter, max(4, ceil(0.6 * shorter)))
    return one[:size] == other[:size] and stem(one, code) == stem(other, code)


@lru_cache(maxsize=65_536)
def is_known(word: str, code: str) -> bool:
    """Whether a dictionary holds the word, so that it is not a slip of the pen."""
    if code not in _STEMMERS or len(word) > _LONGEST:
        return False
    from simplemma import is_known as known

    return bool(known(word, lang=code, low_memory=True))


def _stemmer(code: str) -> _Stemmer:
    found: _Stemmer | None = getattr(_OWN, code, None)
    if found is None:
        import snowballstemmer

        found = snowballstemmer.stemmer(_STEMMERS[code])
        setattr(_OWN, code, found)
    return found
