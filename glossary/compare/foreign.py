"""Whether a text is written in another language than its set says, told by small words and script.

Only what is plain counts: a short text, jargon, names, a title between quotation marks and
markup say nothing. The small words of another language are read when those of the set are rare.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from glossary.compare.analysis import Analysed
from glossary.compare.languages import Language, language, languages
from glossary.locale import mark

# How a sentence goes on after "writes", by language.
IN: Mapping[str, str] = {"nl": mark("in Dutch"), "en": mark("in English")}
IN_ANOTHER = mark("in another language")

_RARE = 0.3  # the share of small words that nearly every text in its own language exceeds
_DIFFERENT = 3  # small words of the other language: a name or a title seldom has so many
_SHARE = 0.15
_TIMES = 3  # as many as those of the declared language
_LETTERS = 10  # fewer in another script may be a name
_STRANGE = 0.8
_NO_PROSE = re.compile(
    r"\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘’]*’|(?<!\w)'[^']*'(?!\w)"
    r"|<[^<>]*>"
)


def written(text: Analysed, known: Language) -> str:
    """How `text` is written ("in English", a catalogue id) if plainly not in `known`, or "".

    Always "" where nothing is known of the declared language.
    """
    small = sum(token.norm in known.function for token in text.tokens)
    if known.code not in IN or small >= _RARE * len(text.tokens):
        return ""
    prose = _NO_PROSE.sub(lambda found: " " * len(found[0]), text.text)
    words = [token.norm for token in text.tokens if not prose[token.start].isspace()]
    if _in_strange_script(words, known):
        return IN_ANOTHER
    others = (code for code in languages() if code != known.code)
    return next((IN.get(code, IN_ANOTHER) for code in others if _is_in(code, words, known)), "")


def likeliest(words: Sequence[str]) -> str:
    """The code of the language that most of the small words among normal words are of."""
    counts = {code: sum(word in language(code).function for word in words) for code in languages()}
    return max(counts, key=lambda code: counts[code])


def _in_strange_script(words: Sequence[str], known: Language) -> bool:
    # Bold and wide letters are the letters that they look like.
    letters = Counter(unicodedata.normalize("NFKC", "".join(words)))
    counts = {char: count for char, count in letters.items() if char.isalpha()}
    own = _scripts(known.code)
    strange = sum(count for char, count in counts.items() if _script(char) not in own)
    return strange >= _LETTERS and strange >= _STRANGE * sum(counts.values())


def _is_in(code: str, words: Sequence[str], known: Language) -> bool:
    own, other = _telling(known.code, code), _telling(code, known.code)
    found = [word for word in words if word in other]
    return (
        len(set(found)) >= _DIFFERENT
        and len(found) >= _SHARE * len(words)
        and len(found) >= _TIMES * sum(word in own for word in words)
    )


@cache
def _scripts(code: str) -> frozenset[str]:
    return frozenset(map(_script, "".join(language(code).function)))


def _script(char: str) -> str:
    """The first word of a character's name, which is that of its script: "LATIN", "CJK"."""
    return unicodedata.name(char, "").partition(" ")[0]


@cache
def _telling(code: str, beside: str) -> frozenset[str]:
    """The small words of one language that are none of the other; letters may be markup or code."""
    words = language(code).function - language(beside).function
    return frozenset(word for word in words if len(word) > 1)
