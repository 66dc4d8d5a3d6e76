"""Whose words a draft uses, and which nobody used before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from glossary.compare import Span, SpanKind, compare
from glossary.domain import TermSet
from glossary.workflow.lookup import term_of
from glossary.workflow.naming import fold

# No partner has this id: ids begin with a letter or a digit.
_DRAFT = ""

_COUNTED = (SpanKind.SHARED, SpanKind.SOME, SpanKind.NEAR, SpanKind.ONLY)


@dataclass(frozen=True, slots=True)
class Turn:
    """The draft says `draft` where a partner says `partner_words`: it turns the sentence."""

    draft: str
    partner: str
    partner_words: str


@dataclass(frozen=True, slots=True)
class Echo:
    """A draft beside the meanings of the partners.

    `spans` cover the wording; `shares` gives, for every partner that said what it means, the
    share (0 to 1) of the draft's different content words that are also its own; `new` are the
    stretches that nobody said, `turns` the small words that differ from a partner's.
    """

    spans: tuple[Span, ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


def echo(termset: TermSet, term_id: str, wording: str) -> Echo:
    """Compare a wording with what the partners mean by a term.

    Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id)
    meanings = termset.meanings(term.id)
    found = compare({_DRAFT: wording, **meanings}, language=termset.language, term=term.label)
    spans = found.texts[_DRAFT].spans
    return Echo(
        spans,
        {partner: _share(wording, spans, partner) for partner in meanings},
        _new(wording, spans),
        tuple(dict.fromkeys(_turns(spans))),
    )


def _new(wording: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for span in spans:
        if span.kind is SpanKind.ONLY:
            words = wording[span.start : span.end]
            found.setdefault(fold(words), words)
    return tuple(found.values())


def _share(wording: str, spans: tuple[Span, ...], partner: str) -> float:
    counted = [span for span in spans if span.kind in _COUNTED]
    own = [span for span in counted if partner in span.with_ or span.kind is SpanKind.SHARED]
    words = _words(wording, counted)
    return len(_words(wording, own)) / len(words) if words else 0.0


def _words(wording: str, spans: Iterable[Span]) -> set[str]:
    return {word for span in spans for word in fold(wording[span.start : span.end]).split()}


def _turns(spans: tuple[Span, ...]) -> Iterator[Turn]:
    for span in spans:
        if span.contrast is not None:
            sides = (span.contrast.a, span.contrast.b)
            own, other = sides if sides[0].partner == _DRAFT else reversed(sides)
            if other.partner != _DRAFT:
                yield Turn(own.words, other.partner, other.words)
