"""Loaded words in documents, each with its place and how far it is."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from glossary.compare.mentions import Mentions
from glossary.compare.tokens import Token, tokenize
from glossary.domain import Status, TermSet
from glossary.locale import gettext as _
from glossary.workflow.documents import Document, Paragraph, Spot
from glossary.workflow.naming import quote
from glossary.workflow.standing import Standing, new_name, standing

_SOFT_HYPHEN = "\u00ad"


class Loaded(NamedTuple):
    """A term of a set, under one of its names or under the one that it has by now."""

    set_id: str
    term: str
    label: str
    standing: Standing


class _Named(NamedTuple):
    """A term under its own names, or under the one that it has by now."""

    term: str
    new_name: str


class Hit(NamedTuple):
    """A loaded word where it stands, as written, but for signs that only say where it may break."""

    path: Path
    spot: Spot
    word: str
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found: hits in the order of the documents, how often each term is used, most
    first, and the longer words that a term is a part of.
    """

    hits: tuple[Hit, ...]
    counts: Mapping[Loaded, int] = field(default_factory=dict)
    longer: Mapping[Loaded, tuple[str, ...]] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """How many hits are of words that are not agreed."""
        return sum(not hit.loaded.standing.agreed for hit in self.hits)


def scan(termsets: Sequence[TermSet], documents: Sequence[Document], today: dt.date) -> Scan:
    """Look for the terms of sets in documents."""
    finders = [_Finder(termset, today) for termset in termsets]
    hits: list[Hit] = []
    longer: dict[Loaded, dict[str, None]] = {}
    seen: set[str] = set()
    for document in documents:
        for paragraph in document.paragraphs:
            tokens = tokenize(paragraph.text)
            hits += _hits(document.path, paragraph, tokens, finders)
            new = {token.norm for token in tokens} - seen
            seen |= new
            for loaded, word in _longer(sorted(new), finders):
                longer.setdefault(loaded, {})[word] = None
    counts = Counter(hit.loaded for hit in hits)
    return Scan(
        tuple(hits),
        dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))),
        {loaded: tuple(words) for loaded, words in longer.items()},
    )


class _Finder:
    """Finds the terms of one set. How far they are is worked out for those that are used."""

    def __init__(self, termset: TermSet, today: dt.date) -> None:
        self._termset = termset
        self._today = today
        self.mentions = Mentions(dict(self._names()), termset.language)
        self.loaded = cache(self._loaded)

    def _names(self) -> Iterator[tuple[_Named, tuple[str, ...]]]:
        for term in self._termset.terms.values():
            yield _Named(term.id, ""), (term.label, *term.variants)
            if name := new_name(self._termset, term.id):
                yield _Named(term.id, name), (name,)

    def _loaded(self, named: _Named) -> Loaded:
        label = self._termset.terms[named.term].label
        told = standing(self._termset, named.term, self._today)
        if not named.new_name:
            return Loaded(self._termset.id, named.term, label, told)
        if told.status == Status.RENAMED:
            sentence = _("agreed: the name for {old}").format(old=quote(label))
            told = Standing(told.status, True, sentence)
        return Loaded(self._termset.id, named.term, named.new_name, told)


def _hits(
    path: Path, paragraph: Paragraph, tokens: Sequence[Token], finders: Sequence[_Finder]
) -> Iterator[Hit]:
    found = [
        (mention.start, mention.end, finder.loaded(named))
        for finder in finders
        for mention in finder.mentions.find(paragraph.text, tokens)
        for named in mention.keys
    ]
    for start, end, loaded in sorted(found, key=lambda one: one[0]):
        word = paragraph.text[start:end].replace(_SOFT_HYPHEN, "")
        yield Hit(path, paragraph.spot(start), word, loaded)


def _longer(words: Sequence[str], finders: Sequence[_Finder]) -> Iterator[tuple[Loaded, str]]:
    for finder in finders:
        for word in words:
            for named in finder.mentions.inside(word):
                yield finder.loaded(named), word
