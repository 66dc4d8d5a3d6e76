"""What one text holds, worked out once however many others it is compared with."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import chain

from glossary.compare.forms import akin, lemma
from glossary.compare.languages import Language, language
from glossary.compare.tokens import Token, tokenize
from glossary.compare.verbs import whole_verbs
from glossary.domain import normalise

_LONGEST = 60  # words in a clause, whatever the punctuation
_ALIKE = 4  # letters with which words of one family begin
# A single line break only wraps a text; an empty line or a list item begins something new.
_STOP = re.compile(r"[.!?;:,()\[\]–—…•]|\s-\s|\n\s*\n|\n\s*[-*]")


class Load(IntEnum):
    """How much a word carries."""

    FUNCTION = 0
    GENERIC = 1
    CONTENT = 2


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word wherever it stands; one object per word and language."""

    norm: str
    lemma: str
    load: Load


@dataclass(frozen=True, slots=True)
class Analysed:
    """One text. Indices count tokens.

    `norms` are the normal forms of the words; `at` maps a dictionary form to the tokens that have
    it; `carriers` are the tokens that are no function words, in `carrying` by dictionary form;
    `term` those that name the term itself; `clause` numbers the clause of every token and
    `clauses` lists the carriers of each; `function` lists the other tokens with their normal form.
    """

    text: str
    normal: str
    tokens: tuple[Token, ...]
    words: tuple[Word, ...]
    norms: tuple[str, ...]
    at: Mapping[str, Sequence[int]]
    carriers: frozenset[int]
    carrying: Mapping[str, Sequence[int]]
    term: frozenset[int]
    clause: tuple[int, ...]
    clauses: tuple[tuple[int, ...], ...]
    function: tuple[tuple[int, str], ...]

    def slice(self, first: int, last: int) -> str:
        """The original from token `first` up to and including token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last].end]


@lru_cache(maxsize=65_536)
def word(norm: str, code: str) -> Word:
    """A normal word with its dictionary form and its load."""
    known = language(code)
    norm = _unstressed(norm, known)
    base = lemma(norm, code)
    if norm in known.function or (len(norm) == 1 and norm.isascii() and norm.isalpha()):
        return Word(norm, base, Load.FUNCTION)
    generic = norm in known.generic or base in known.generic
    return Word(norm, base, Load.GENERIC if generic else Load.CONTENT)


def _unstressed(norm: str, known: Language) -> str:
    """A small word without the accents that only stress it: "níet" is "niet"."""
    if norm.isascii() or not known.stress or norm in known.function:
        return norm
    letters = unicodedata.normalize("NFD", norm)
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in known.stress))
    return bare if bare in known.function else norm


def analyse(text: str, known: Language, term: tuple[str, ...]) -> Analysed:
    """Everything that comparisons need to know of `text`; `term` as dictionary forms."""
    tokens = tokenize(text)
    clause = clause_numbers(text, tokens, known)
    words = _words(tokens, clause, known)
    at: dict[str, list[int]] = {}
    carrying: dict[str, list[int]] = {}
    held: list[list[int]] = [[] for _ in range(clause[-1] + 1 if clause else 0)]
    for index, each in enumerate(words):
        at.setdefault(each.lemma, []).append(index)
        if each.load:
            carrying.setdefault(each.lemma, []).append(index)
            held[clause[index]].append(index)
    return Analysed(
        text=text,
        normal=normalise(text),
        tokens=tokens,
        words=words,
        norms=tuple([each.norm for each in words]),
        at=at,
        carriers=frozenset(chain.from_iterable(held)),
        carrying=carrying,
        term=frozenset(_named(words, term, known.code)),
        clause=clause,
        clauses=tuple(tuple(indices) for indices in held),
        function=tuple((i, each.norm) for i, each in enumerate(words) if not each.load),
    )


def _words(tokens: Sequence[Token], clause: Sequence[int], known: Language) -> tuple[Word, ...]:
    words = [word(token.norm, known.code) for token in tokens]
    for half, verb in whole_verbs([each.norm for each in words], clause, known).items():
        whole = word(verb, known.code)
        words[half] = Word(words[half].norm, whole.lemma, whole.load)
    return tuple(words)


def term_forms(term: str, known: Language) -> tuple[str, ...]:
    """The dictionary forms of the words of a term."""
    return tuple(word(token.norm, known.code).lemma for token in tokenize(term))


def _named(words: tuple[Word, ...], term: tuple[str, ...], code: str) -> list[int]:
    """Tokens that name the term: its words one after another, inflected or derived."""
    size = len(term)
    head = term[0][:_ALIKE] if term else ""
    last = len(words) - size
    starts = [i for i, each in enumerate(words) if i <= last and each.lemma[:_ALIKE] == head]
    return [
        start + step
        for start in (starts if size else ())
        if all(_same(words[start + k].lemma, term[k], code) for k in range(size))
        for step in range(size)
    ]


def _same(one: str, other: str, code: str) -> bool:
    return one == other or (one[:_ALIKE] == other[:_ALIKE] and akin(one, other, code))


def clause_numbers(text: str, tokens: Sequence[Token], known: Language) -> tuple[int, ...]:
    """The clause that every token is of, counted from 0."""
    numbers: list[int] = []
    current = end = first = 0
    for index, token in enumerate(tokens):
        gap = text[end : token.start]
        stopped = token.norm in known.clauses or (gap != " " and _STOP.search(gap))
        if index and (stopped or index - first >= _LONGEST):
            current, first = current + 1, index
        numbers.append(current)
        end = token.end
    return tuple(numbers)
