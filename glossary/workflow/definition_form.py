"""The forms of a definition that say less than they seem to, per language."""

import re
from collections.abc import Iterable, Mapping

from glossary.compare.languages import language as words_of
from glossary.compare.tokens import tokenize

_WHEN: Mapping[str, re.Pattern[str]] = {
    "nl": re.compile(r"(?:[^.:;]*\bis )?(?:wanneer|indien)\b"),
    "en": re.compile(r"(?:[^.:;]*\bis )?(?:when|whenever)\b|[^.:;]*\bis (?:where|if)\b"),
}
_EXAMPLE: Mapping[str, re.Pattern[str]] = {
    "nl": re.compile(r"(?:bijvoorbeeld|bijv\.?|bv\.?|zoals|denk aan)(?!\w)"),
    "en": re.compile(r"(?:for example|for instance|e\.g\.?|such as|think of)(?!\w)"),
}


def is_when(meaning: str, language: str) -> bool:
    """Whether the first sentence has the form "X is when …": a moment in place of a thing."""
    return _begins(_WHEN, meaning, language)


def begins_with_example(meaning: str, language: str) -> bool:
    """Whether the text begins with an example ("for instance …")."""
    return _begins(_EXAMPLE, meaning, language)


def is_circular(meaning: str, names: Iterable[str], language: str) -> bool:
    """Whether the words that carry meaning are those of the term (label, variants) alone."""
    known = words_of(language)
    own = {token.norm for name in names for token in tokenize(name)}
    said = {token.norm for token in tokenize(meaning)} - known.function - known.generic
    return bool(said) and said <= own


def _begins(forms: Mapping[str, re.Pattern[str]], meaning: str, language: str) -> bool:
    form = forms.get(language.replace("_", "-").split("-")[0].casefold())
    return form is not None and form.match(" ".join(meaning.split()).casefold()) is not None
