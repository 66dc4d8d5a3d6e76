"""What a comparison finds: frozen values, offsets in Unicode code points."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from glossary.locale import gettext


class SpanKind(StrEnum):
    """What a stretch of one text is to the other texts."""

    PLAIN = "plain"  # function words, punctuation, the term itself
    SHARED = "shared"  # everybody says it
    SOME = "some"  # said by the partners in `with_`
    NEAR = "near"  # said in another form by the partners in `with_`
    ONLY = "only"  # a phrase that nobody else says
    CONTRAST = "contrast"  # turns the sentence


class Relation(StrEnum):
    """A hint at how two definitions relate; people judge."""

    SAME = "same"
    OVERLAP = "overlap"
    DIFFERENT = "different"
    OPPOSED = "opposed"


class ContrastKind(StrEnum):
    """What kind of small difference turns a sentence."""

    NEGATION = "negation"
    OBLIGATION = "obligation"
    SCOPE = "scope"
    NUMBER = "number"
    ACTOR = "actor"
    ORDER = "order"
    OPPOSITE = "opposite"  # words that exclude each other: "openbaar", "vertrouwelijk"


@dataclass(frozen=True, slots=True)
class Side:
    """One partner's side of a contrast: where it stands and the words themselves.

    An empty stretch (start == end, words "") means: this partner does not say it.
    """

    partner: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A small difference between two partners that turns a sentence; sides by partner id."""

    kind: ContrastKind
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text. Spans of one text cover it whole, in order, without overlap."""

    start: int
    end: int
    kind: SpanKind
    with_: tuple[str, ...] = ()
    lens: str = ""
    contrast: Contrast | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Aligned words or marks of a pair: [start, end) in the first and in the second text.

    `alike` when both carry meaning and are one word or near in form. Other links only say
    what stands where: small words, marks, other words in the same place.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    alike: bool = True


@dataclass(frozen=True, slots=True)
class TextComparison:
    """One partner's text, cut into spans."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class PairComparison:
    """Two partners' texts. `wording_apart` is 0 to 1 and says nothing about agreement.

    `find_links` works out `links`, which most callers never read; it is no part of equality.
    """

    wording_apart: float
    contrasts: tuple[Contrast, ...]
    relation: Relation
    find_links: Callable[[], tuple[Link, ...]] = field(repr=False, compare=False)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The words and marks of both texts that belong together, in the order of the first."""
        return self.find_links()


@dataclass(frozen=True, slots=True)
class LensWeight:
    """How much of a text speaks from a lens (0 to 1, all lenses together at most 1), and why."""

    weight: float
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseSpread:
    """How far partners' answers to the boundary cases differ.

    `alpha` is Krippendorff's alpha for nominal data (1 everybody alike, 0 as by chance; None
    with fewer than two pairable answers); `split` the ids of cases that got different answers.
    """

    alpha: float | None = None
    split: tuple[str, ...] = ()


class SignalKind(StrEnum):
    """Where a signal comes from, the most trusted first."""

    NAMED = "named"  # by people; `glossary.compare` itself finds the others
    CASES = "cases"
    CONTRAST = "contrast"
    LENSES = "lenses"
    LANGUAGE = "language"  # a text is in another language than its set
    WORDING = "wording"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Signal:
    """A reason to talk about a term; `str(signal)` is its sentence in the reader's language.

    `strength` is 0 to 1 and orders signals; it is not shown. `partners` are the ids concerned.
    `message` is the English sentence (a catalogue id) with placeholders, which `who` fills with
    partners (by id) and `words` with words that partners used; `gist` is the same in a few words,
    for a line in a list. A signal of a boundary case has its id in `words["case"]`. `phrases`
    fills placeholders with words of the program itself (catalogue ids). `sides` tells by partner
    what the sentence has no room for: of a contrast the whole phrase, of lenses the id of its own.
    """

    kind: SignalKind
    strength: float
    message: str
    gist: str
    partners: tuple[str, ...] = ()
    who: Mapping[str, str] = field(default_factory=dict, hash=False)
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    phrases: Mapping[str, str] = field(default_factory=dict, hash=False)
    sides: Mapping[str, str] = field(default_factory=dict, hash=False)

    def sentence(self, names: Mapping[str, str] | None = None) -> str:
        """The sentence in the reader's language, with `names` in place of partner ids."""
        return self._filled(self.message, names)

    def in_short(self, names: Mapping[str, str] | None = None) -> str:
        """The same in a few words."""
        return self._filled(self.gist, names)

    def _filled(self, message: str, names: Mapping[str, str] | None) -> str:
        people = {slot: (names or {}).get(key, key) for slot, key in self.who.items()}
        phrases = {slot: gettext(phrase) for slot, phrase in self.phrases.items()}
        return gettext(message).format(**people, **self.words, **phrases)

    def __str__(self) -> str:
        return self.sentence()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several partners' definitions of one term, side by side.

    `pairs` is keyed by (a, b) with a < b; `lenses` by partner, then by lens id. `attention` is
    0 to 1: how much the term deserves the group's time. `signals` explain it, strongest first.
    """

    texts: Mapping[str, TextComparison]
    pairs: Mapping[tuple[str, str], PairComparison]
    lenses: Mapping[str, Mapping[str, LensWeight]]
    cases: CaseSpread
    attention: float
    signals: tuple[Signal, ...]
