"""Where names stand in a text: whole words only, inflected too, and the longest name first."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from glossary.compare.analysis import clause_numbers
from glossary.compare.forms import is_known, lemma
from glossary.compare.languages import language
from glossary.compare.tokens import Token, tokenize
from glossary.compare.verbs import is_verb, whole_verbs

K = TypeVar("K")

# What may stand between two words of a name: space, a new line, signs of Markdown.
_BETWEEN = re.compile(r"[\s>*_-]+")
_SHORTEST = 5  # letters of a name that is looked for in longer words
_LONGEST = 60  # letters of a word that is looked into
_REST = 3  # letters that such a word has besides


class Mention(NamedTuple, Generic[K]):
    """What is named at [start, end) of a text, in code points."""

    start: int
    end: int
    keys: tuple[K, ...]


class _Name(NamedTuple, Generic[K]):
    """A name of `key`: its words, the forms of each, and at which places abbreviations stand."""

    key: K
    norms: tuple[str, ...]
    forms: tuple[frozenset[str], ...]
    capitals: tuple[int, ...]


class Mentions(Generic[K]):
    """Finds names in texts of one language (a BCP 47 tag); a key may have several names."""

    def __init__(self, names: Mapping[K, Iterable[str]], tag: str) -> None:
        self._code = language(tag).code
        self._by_head: dict[str, list[_Name[K]]] = {}
        self._begun: dict[str, Sequence[_Name[K]]] = {}
        self._alone: dict[str, set[K]] = {}
        for key, texts in names.items():
            for text in texts:
                self._add(key, text)

    def find(self, text: str, tokens: Sequence[Token]) -> Iterator[Mention[K]]:
        """The names in a text with these words, in its order; none overlaps another.

        A verb that fell apart ("werken … samen") is named where its verb stands.
        """
        free = 0
        whole = self._verbs(text, tokens)
        for at, token in enumerate(tokens):
            begun = self._begin(token.norm)
            if at < free or not (begun or at in whole):
                continue
            names = self._names_at(text, tokens, at, begun) or self._one_word(whole.get(at, ""))
            if names:
                free = at + len(names[0].norms)
                keys = tuple(dict.fromkeys(name.key for name in names))
                yield Mention(token.start, tokens[free - 1].end, keys)

    def inside(self, norm: str) -> Iterator[K]:
        """What a longer word begins or ends with a name of: "kwaliteitszorg", "zorgkwaliteit".

        Of a word in normal form that is a name itself: nothing.
        """
        known = language(self._code)
        if not known.compounds or not _SHORTEST + _REST <= len(norm) <= _LONGEST:
            return
        if self._begin(norm):
            return
        found: dict[K, None] = {}
        for size in range(_REST, len(norm) - _REST + 1):
            for joint in ("", *known.joints):
                head, tail = norm[:size].removesuffix(joint), norm[size:]
                for part, rest in ((head, tail), (tail, head)):
                    if part in self._alone and len(rest) >= _REST and is_known(rest, self._code):
                        found.update(dict.fromkeys(self._alone[part]))
        yield from found

    def _add(self, key: K, text: str) -> None:
        tokens = tokenize(text)
        if not tokens:
            return
        norms = tuple(token.norm for token in tokens)
        capitals = tuple(at for at, each in enumerate(tokens) if _is_abbreviation(text, each))
        forms = tuple(_forms_of_name(norm, self._code) for norm in norms)
        name = _Name(key, norms, forms, capitals)
        for form in forms[0]:
            self._by_head.setdefault(form, []).append(name)
        if len(norms) == 1 and len(norms[0]) >= _SHORTEST:
            self._alone.setdefault(norms[0], set()).add(key)

    def _names_at(
        self, text: str, tokens: Sequence[Token], at: int, begun: Sequence[_Name[K]]
    ) -> Sequence[_Name[K]]:
        """The longest names that stand at a word; those in the very same form if there are."""
        found = [name for name in begun if self._is(name, text, tokens, at)]
        if not found:
            return ()
        most = max(len(name.norms) for name in found)
        longest = [name for name in found if len(name.norms) == most]
        norms = tuple(token.norm for token in tokens[at : at + most])
        return [name for name in longest if name.norms == norms] or longest

    def _verbs(self, text: str, tokens: Sequence[Token]) -> Mapping[int, str]:
        """The tokens that are half a verb, each with the whole one."""
        known = language(self._code)
        norms = [token.norm for token in tokens]
        if known.verb_ends.keys().isdisjoint(norms):
            return {}
        return whole_verbs(norms, clause_numbers(text, tokens, known), known)

    def _one_word(self, norm: str) -> Sequence[_Name[K]]:
        """The names of one word that a word is a form of."""
        found = [name for name in self._begin(norm) if len(name.norms) == 1] if norm else []
        return [name for name in found if name.norms == (norm,)] or found

    def _begin(self, norm: str) -> Sequence[_Name[K]]:
        """The names that may begin with a word."""
        begun = self._begun.get(norm)
        if begun is not None:
            return begun
        found = (name for form in forms(norm, self._code) for name in self._by_head.get(form, ()))
        known = self._begun[norm] = tuple(dict.fromkeys(found))
        return known

    def _is(self, name: _Name[K], text: str, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name stands at a word that its first word may be a form of."""
        if at + len(name.norms) > len(tokens):
            return False
        for step in range(1, len(name.norms)):
            token = tokens[at + step]
            if name.forms[step].isdisjoint(forms(token.norm, self._code)):
                return False
            if not _BETWEEN.fullmatch(text, tokens[at + step - 1].end, token.start):
                return False
        # "IT" is no "it".
        return not name.capitals or all(
            text[tokens[at + step].start].isupper() for step in name.capitals
        )


@lru_cache(maxsize=65_536)
def forms(norm: str, code: str) -> frozenset[str]:
    """A normal word, its dictionary form, and what it may be a form of by rule."""
    base = lemma(norm, code)
    found = {norm, base}
    if base == norm and not is_known(norm, code):
        # The dictionary misses compounds; their endings are endings all the same.
        endings = language(code).endings
        found |= {norm.removesuffix(end) for end in endings if norm.endswith(end)} - {""}
    return frozenset(found)


@lru_cache(maxsize=65_536)
def _forms_of_name(norm: str, code: str) -> frozenset[str]:
    """As `forms`, but what is made of a verb is not that verb: "shared goal", "share goals"."""
    if is_verb(norm, lemma(norm, code), language(code)):
        return frozenset((norm,))
    return forms(norm, code)


def _is_abbreviation(text: str, token: Token) -> bool:
    written = text[token.start : token.end]
    return len(written) > 1 and written.isupper() and written.isalpha()
