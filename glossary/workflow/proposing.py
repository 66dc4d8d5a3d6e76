"""Loaded words that documents of several partners use and that none of them says the meaning of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, log, sqrt
from pathlib import Path
from typing import NamedTuple

from glossary.compare.foreign import likeliest
from glossary.compare.languages import language as known_language
from glossary.compare.loaded import abstract, is_defined, sentences
from glossary.compare.mentions import Mentions
from glossary.compare.tokens import Token, tokenize
from glossary.domain import RefusedError, TermSet
from glossary.locale import gettext as _
from glossary.workflow.documents import Document, Spot

_MOST = 2 / 3  # of the partners use a word that they share
_GUESSED = 0.7  # what a word counts that its end alone calls loaded, beside one that starters know
_SAMPLE = 5_000  # words that tell the language


class Sentence(NamedTuple):
    """A sentence with a loaded word, and where that stands."""

    path: Path
    spot: Spot
    text: str


@dataclass(slots=True)
class Use:
    """How often a partner uses a word, and the first sentence in which it does."""

    first: Sentence
    count: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word to agree on; `uses` by the path of the partner's documents."""

    word: str
    score: float
    uses: Mapping[Path, Use]

    @property
    def count(self) -> int:
        """How often all of them use it."""
        return sum(use.count for use in self.uses.values())


@dataclass(frozen=True, slots=True)
class Proposals:
    """The words, likeliest first, and those that a document says the meaning of, with where."""

    language: str
    words: tuple[Proposal, ...]
    defined: Mapping[str, Sentence]


@dataclass(slots=True)
class _Word:
    is_known: bool = False
    uses: dict[Path, Use] = field(default_factory=dict)
    named: int = 0
    defined: Sentence | None = None


def language_of(documents: Mapping[Path, Sequence[Document]]) -> str:
    """The language that documents are most likely in."""
    norms: list[str] = []
    for paragraph in _paragraphs(documents):
        norms += [token.norm for token in tokenize(paragraph)]
        if len(norms) > _SAMPLE:
            break
    return likeliest(norms)


def proposals(
    documents: Mapping[Path, Sequence[Document]],
    language: str,
    termsets: Sequence[TermSet],
    starters: Sequence[TermSet],
) -> Proposals:
    """The loaded words that most partners use; `documents` by the path that stands for a partner.

    What `termsets` hold already is left out; what `starters` hold is known to be loaded.
    Raises RefusedError for fewer than two partners.
    """
    if len(documents) < 2:
        raise RefusedError(
            _("Give documents of at least two partners: a file or a folder for each.")
        )
    found = _Finder(language, termsets, starters)
    for partner, texts in documents.items():
        for document in texts:
            found.read(partner, document)
    least = max(2, ceil(_MOST * len(documents)))
    shared = {
        name: one
        for name, one in found.words.items()
        if len(one.uses) >= least and not _is_name(one)
    }
    words = [
        Proposal(name, _score(one, found.sizes), one.uses)
        for name, one in shared.items()
        if one.defined is None
    ]
    return Proposals(
        language,
        tuple(sorted(words, key=lambda one: (-one.score, one.word))),
        {name: one.defined for name, one in sorted(shared.items()) if one.defined},
    )


class _Finder:
    """Reads documents, and counts the words in them that may be loaded."""

    def __init__(
        self, language: str, termsets: Sequence[TermSet], starters: Sequence[TermSet]
    ) -> None:
        self._known = known_language(language)
        self._there = Mentions(_names(termsets), language)
        self._loaded = Mentions(
            _names([one for one in starters if known_language(one.language) is self._known]),
            language,
        )
        self.words: dict[str, _Word] = {}
        self.sizes: dict[Path, int] = {}

    def read(self, partner: Path, document: Document) -> None:
        for paragraph in document.paragraphs:
            for start, end in sentences(paragraph.text):
                text = paragraph.text[start:end]
                tokens = tokenize(text)
                self.sizes[partner] = self.sizes.get(partner, 0) + len(tokens)
                for at, name, is_known in self._found(text, tokens):
                    spot = paragraph.spot(start + tokens[at].start)
                    here = Sentence(document.path, spot, " ".join(text.split()))
                    one = self.words.setdefault(name, _Word())
                    one.is_known |= is_known
                    one.uses.setdefault(partner, Use(here)).count += 1
                    one.named += at > 0 and text[tokens[at].start].isupper()
                    if one.defined is None and is_defined(tokens, at, self._known):
                        one.defined = here

    def _found(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str, bool]]:
        """The first token of each loaded word, what it is called, and whether starters know it."""
        places = {token.start: at for at, token in enumerate(tokens)}
        taken: set[int] = set()
        for mention in self._there.find(text, tokens):
            taken.update(range(mention.start, mention.end))
        for mention in self._loaded.find(text, tokens):
            if mention.start not in taken:
                taken.update(range(mention.start, mention.end))
                yield places[mention.start], mention.keys[0], True
        for at, token in enumerate(tokens):
            if token.start not in taken and (base := abstract(token, self._known)):
                yield at, base, False


def _names(termsets: Sequence[TermSet]) -> dict[str, tuple[str, ...]]:
    """The names of terms by their label; terms of one label are one."""
    names: dict[str, tuple[str, ...]] = {}
    for termset in termsets:
        for term in termset.terms.values():
            label = term.label.casefold()
            names[label] = (*names.get(label, ()), term.label, *term.variants)
    return names


def _paragraphs(documents: Mapping[Path, Sequence[Document]]) -> Iterator[str]:
    for texts in documents.values():
        for document in texts:
            yield from (paragraph.text for paragraph in document.paragraphs)


def _is_name(one: _Word) -> bool:
    """Whether it is mostly written as a name is, inside a sentence."""
    return one.named * 2 > sum(use.count for use in one.uses.values())


def _score(one: _Word, sizes: Mapping[Path, int]) -> float:
    """What all use, about as often as one another and often, comes first."""
    rates = [use.count / sizes[partner] for partner, use in one.uses.items()]
    share = len(one.uses) / len(sizes)
    often = log(1 + sum(use.count for use in one.uses.values()))
    return share * sqrt(min(rates) / max(rates)) * often * (1.0 if one.is_known else _GUESSED)
