"""Whose words a draft uses, and which nobody used before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from glossary.compare import Comparison, ContrastKind, Span, SpanKind, compare
from glossary.domain import TermSet
from glossary.workflow.lookup import term_of
from glossary.workflow.naming import fold

# No partner has this id: ids begin with a letter or a digit.
_DRAFT = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """The draft says `draft` where others, by partner, say something that turns the sentence."""

    draft: str
    others: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Echo:
    """A draft beside the meanings of the partners.

    `spans` are its words that somebody said (`with_` says who), its words that nobody said and
    its small words that turn the sentence, in order. `shares` gives, for every partner that said
    what it means, how much of that (0 to 1) the draft carries, which words of others never lower;
    `new` are the words that nobody said, `turns` the small words that differ.
    """

    spans: tuple[Span, ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


def echo(termset: TermSet, term_id: str, wording: str) -> Echo:
    """Compare a wording with what the partners mean by a term.

    Raises NotFoundError for an unknown term.
    """
    # Loading the matcher takes longer than opening a screen may.
    from glossary.compare.carried import carried
    from glossary.compare.content import content_words

    term = term_of(termset, term_id)
    meanings = termset.meanings(term.id)
    found = compare({_DRAFT: wording, **meanings}, language=termset.language, term=term.label)
    turned = [span for span in found.texts[_DRAFT].spans if span.kind is SpanKind.CONTRAST]
    words = content_words(wording, language=termset.language, term=term.label)
    said = _said(wording, words, found, meanings)
    spans = [
        _span(start, end, said.get(fold(wording[start:end]), ()))
        for start, end in words
        if not any(span.start < end and start < span.end for span in turned)
    ]
    return Echo(
        tuple(sorted([*turned, *spans], key=lambda span: span.start)),
        carried(wording, meanings, language=termset.language, term=term.label),
        _new(wording, words, said),
        tuple(_turns(found, meanings)),
    )


def _said(
    wording: str, words: Iterable[tuple[int, int]], found: Comparison, partners: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """For every different word of the draft who says it too, as it is or in another form."""
    linked = {
        key: {link.a for link in found.pairs[_DRAFT, key].links if link.alike} for key in partners
    }
    said: dict[str, tuple[str, ...]] = {}
    for place in words:
        word = fold(wording[place[0] : place[1]])
        who = (key for key, places in linked.items() if place in places)
        said[word] = tuple(sorted({*said.get(word, ()), *who}))
    return said


def _span(start: int, end: int, who: tuple[str, ...]) -> Span:
    return Span(start, end, SpanKind.SOME if who else SpanKind.ONLY, who)


def _new(
    wording: str, words: Iterable[tuple[int, int]], said: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for start, end in words:
        word = wording[start:end]
        if not said[fold(word)]:
            found.setdefault(fold(word), word)
    return tuple(found.values())


def _turns(found: Comparison, partners: Iterable[str]) -> Iterator[Turn]:
    """By the words of the draft, with everybody who has other words there.

    Left out is who acts: of those who name somebody else not all say so in a comparable sentence.
    """
    others: dict[str, dict[str, str]] = {}
    for key in partners:
        for contrast in found.pairs[_DRAFT, key].contrasts:
            if contrast.kind is not ContrastKind.ACTOR:
                others.setdefault(contrast.a.words, {}).setdefault(key, contrast.b.words)
    for draft, said in others.items():
        yield Turn(draft, said)
