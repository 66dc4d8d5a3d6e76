"""The forms of a definition that say less than they seem to, per language.

Each takes the text as `plainly` gives it, and is right rather than complete: who is told off
for a good definition reads no further.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from glossary.compare.languages import language as words_of
from glossary.compare.tokens import normal, tokenize

_MOST_WORDS = 8  # of a text that may be nothing but other words for the term
_MOST_OTHERS = 2
_LEAD = 20  # characters
_SENSES = re.compile(r"\(?1[.):] .*[\s;]\(?2[.):] ")
_ABBREVIATION = re.compile(r"(?:[^\W\d_a-z]+[\d.]*)+")


class _Forms:
    """How one language begins and joins definitions."""

    def __init__(
        self,
        *,
        moments: tuple[str, ...],
        when: str,
        example: str,
        besides: str,
        also: str,
        joints: str,
        articles: str,
    ) -> None:
        self.moments = moments  # one stands in every text in which `when` finds something
        self.when = re.compile(when)
        self.example = re.compile(example)
        self.besides = besides  # stands in every text in which `also` finds something
        self.also = re.compile(also)
        self.joints = re.compile(rf"\s*[,;/]\s*(?:(?:{joints}) )?|\s+(?:{joints})\s+")
        self.article = re.compile(rf"^(?:{articles}) ")


_FORMS: Mapping[str, _Forms] = {
    "nl": _Forms(
        moments=("wanneer", "indien"),
        when=r"(?:[^.:;]*\bis )?(?:wanneer|indien)\b",
        example=r"(?:bijvoorbeeld|bijv\.?|bv\.?|zoals|denk aan)(?!\w)",
        besides=" ook",
        also=r"\b(?:betekent|verwijst) ook\b|\bkan ook (?:betekenen|verwijzen)\b",
        joints="en|of|ofwel|oftewel",
        articles="de|het|een",
    ),
    "en": _Forms(
        moments=("when", " where", " if "),
        when=r"(?:[^.:;]*\bis )?(?:when|whenever)\b|[^.:;]*\bis (?:where|if)\b",
        example=r"(?:for example|for instance|e\.g\.?|such as|think of)(?!\w)",
        besides="also ",
        also=r"\balso (?:means|refers to)\b|\b(?:can|may) also (?:mean|refer to|be defined as)\b",
        joints="and|or",
        articles="the|a|an",
    ),
}


def plainly(text: str) -> str:
    """`text` on one line, in lower case: the form in which the others here take it."""
    return " ".join(text.split()).casefold()


def is_when(said: str, language: str) -> bool:
    """Whether the first sentence has the form "X is when …": a moment in place of a thing."""
    forms = _forms(language)
    return (
        forms is not None
        and any(moment in said for moment in forms.moments)
        and forms.when.match(said) is not None
    )


def begins_with_example(said: str, language: str) -> bool:
    """Whether the text begins with an example ("for instance …")."""
    forms = _forms(language)
    return forms is not None and forms.example.match(said) is not None


def holds_two(said: str, language: str) -> bool:
    """Whether the text has numbered senses, or says what the term means besides."""
    forms = _forms(language)
    if said[:1] in "(1" and _SENSES.match(said):
        return True
    # Text that begins with "it also means" says one thing itself.
    return forms is not None and forms.besides in said and bool(forms.also.search(said, _LEAD))


def words_in(names: Iterable[str]) -> frozenset[str]:
    """The words of the names of a term, for `is_circular`."""
    return frozenset(token.norm for name in names for token in tokenize(name))


def is_circular(said: str, own: frozenset[str], language: str) -> bool:
    """Whether the words that carry meaning are `own` words of the term alone."""
    light = _light(language)
    # Most texts have another word among their first: no need to take them apart for it.
    for word in said.split():
        if word.isalpha() and (norm := normal(word)) not in own and norm not in light:
            return False
    words = {token.norm for token in tokenize(said)} - light
    return bool(words) and words <= own


def is_only_other_words(said: str, names: Iterable[str], language: str) -> bool:
    """Whether the text is nothing but one or two words, or names of the term.

    More words side by side mostly are what falls under the term, as are compounds of it. An
    abbreviation may be written out.
    """
    forms = _forms(language)
    if forms is None or said.count(" ") >= _MOST_WORDS:
        return False
    written = tuple(names)
    if _ABBREVIATION.fullmatch(written[0]):
        return False
    known = {forms.article.sub("", plainly(name)) for name in written}
    parts = [forms.article.sub("", part) for part in forms.joints.split(said.rstrip(" .;"))]
    others = [part for part in parts if part not in known]
    return len(others) <= _MOST_OTHERS and all(
        part.isalpha() and not part.endswith(tuple(known)) for part in others
    )


@cache
def _forms(language: str) -> _Forms | None:
    return _FORMS.get(language.replace("_", "-").split("-")[0].casefold())


@cache
def _light(language: str) -> frozenset[str]:
    """The words of a language that carry no meaning of their own."""
    known = words_of(language)
    return known.function | known.generic
