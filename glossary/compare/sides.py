"""The sides that partners take against each other, and the one that another text takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.compare.analysis import Analysed, Load, term_forms
from glossary.compare.contrasts.obligation import ALIKE
from glossary.compare.heard import Heard, hear
from glossary.compare.languages import Language
from glossary.compare.languages import language as known_language
from glossary.compare.model import Comparison, Contrast, ContrastKind
from glossary.compare.model import Side as Said

_REACH = 2  # words between a negation and what it denies
_NEAR = 3  # words from a negation to the word that it turns

# Dictionary forms, or how strong an obligation is; empty: it is not said.
Key = tuple[str, ...]


@dataclass(slots=True)
class Way:
    """One way of saying it: the words, as the first of these partners has them.

    Without words: `partners` do not say what the others say.
    """

    words: str
    partners: list[str] = field(default_factory=list)
    places: set[tuple[str, int]] = field(default_factory=set)


@dataclass(slots=True)
class Opposed:
    """Ways of saying it that stand against each other, in the order in which they were found."""

    kind: ContrastKind
    ways: dict[Key, Way] = field(default_factory=dict)

    @property
    def partners(self) -> int:
        """How many partners it is between."""
        return len({partner for way in self.ways.values() for partner in way.partners})

    def takes(self, sides: Sequence[tuple[Key, str, Said]]) -> bool:
        """Whether this is the same opposition, and nobody would stand on two sides of it."""
        keys = {key for key, _words, _side in sides}
        known = any(
            (side.partner, side.start) in way.places
            for key, words, side in sides
            if words and (way := self.ways.get(key)) is not None
        )
        return (known or keys <= self.ways.keys()) and not any(
            side.partner in way.partners
            for key, _words, side in sides
            for other, way in self.ways.items()
            if other != key
        )

    def add(self, sides: Sequence[tuple[Key, str, Said]]) -> None:
        """Put partners on their sides."""
        for key, words, side in sides:
            way = self.ways.setdefault(key, Way(words))
            if side.partner not in way.partners:
                way.partners.append(side.partner)
            way.places.add((side.partner, side.start))


def opposed(found: Comparison, *, language: str) -> tuple[Opposed, ...]:
    """What partners say against each other, between most partners first.

    The same words against each other are one opposition, however many pairs have them; so are
    obligations of one strength, and the several answers to one stretch of text. `language` is
    a BCP 47 tag.
    """
    known = known_language(language)
    made: list[Opposed] = []
    for pair in found.pairs.values():
        for contrast in pair.contrasts:
            sides = list(_sides(found, contrast, known))
            if len({key for key, _words, _side in sides}) < 2:
                continue
            same = (one for one in made if one.kind is contrast.kind and one.takes(sides))
            place = next(same, None)
            if place is None:
                place = Opposed(contrast.kind)
                made.append(place)
            place.add(sides)
    return tuple(sorted(made, key=lambda one: -one.partners))


def side_of(text: str, opposition: Opposed, *, language: str, term: str = "") -> Key | None:
    """The way of an opposition in which a text says it; None while it says none, or several.

    It says what it does not deny, in whatever form. A text that names what the others turn, and
    does not turn it, sides with those that do not either. `term` as in `glossary.compare.compare`.
    """
    known = known_language(language)
    heard = hear(text, term_forms(term, known), known)
    worded = {key: way.words for key, way in opposition.ways.items() if key}
    gap = _REACH if opposition.kind is ContrastKind.NEGATION else 0
    strengths = {_strength(turn.strength) for turn in heard.turns if turn.strength}
    said = [key for key in worded if key in strengths] + _found(heard, worded, gap, known)
    if not said and () in opposition.ways:
        return () if any(_names(heard, words, known) for words in worded.values()) else None
    return said[0] if len(said) == 1 else None


def _sides(
    found: Comparison, contrast: Contrast, known: Language
) -> Iterator[tuple[Key, str, Said]]:
    for side in (contrast.a, contrast.b):
        words = side.words
        if words and contrast.kind is ContrastKind.NEGATION:
            words = _with_turned(found.texts[side.partner].text, side, known)
        yield _key(words, contrast.kind, known), words, side


def _with_turned(text: str, side: Said, known: Language) -> str:
    """A negation with the word that it turns: by itself "not" says nothing."""
    heard = hear(text, (), known).text
    first, last = (
        next((i for i, one in enumerate(heard.tokens) if one.start <= at < one.end), 0)
        for at in (side.start, side.end - 1)
    )
    carriers = heard.clauses[heard.clause[last]]
    after = next((i for i in carriers if last < i <= last + _NEAR), None)
    if after is not None:
        return heard.slice(first, after)
    before = next((i for i in reversed(carriers) if first - _NEAR <= i < first), first)
    return heard.slice(before, last)


def _key(words: str, kind: ContrastKind, known: Language) -> Key:
    if not words:
        return ()
    heard = hear(words, (), known)
    strong = [turn.strength for turn in heard.turns if turn.strength]
    if kind is ContrastKind.OBLIGATION and strong:
        return _strength(strong[0])
    return _lemmas(heard.text)


def _strength(strength: str) -> Key:
    # No word has an empty dictionary form.
    return ("", ALIKE.get(strength, strength))


def _lemmas(text: Analysed) -> Key:
    return tuple(word.lemma for word in text.words)


def _found(heard: Heard, worded: Mapping[Key, str], gap: int, known: Language) -> list[Key]:
    """The phrases that a text says and does not deny; none only as a part of a longer one."""
    found: list[Key] = []
    taken: set[int] = set()
    for key in sorted(worded, key=len, reverse=True):
        denies = any(
            turn.kind is ContrastKind.NEGATION for turn in hear(worded[key], (), known).turns
        )
        stands = [place for place in _places(heard.text, key, gap) if taken.isdisjoint(place)]
        taken.update(*stands)
        if any(denies or not _denied(heard, place) for place in stands):
            found.append(key)
    return found


def _places(text: Analysed, key: Key, gap: int) -> Iterator[tuple[int, ...]]:
    """The tokens of a phrase wherever it stands, with at most `gap` words between two of them."""
    for start in text.at.get(key[0], ()):
        place = [start]
        for lemma in key[1:]:
            near = range(place[-1] + 1, place[-1] + 2 + gap)
            following = next((i for i in text.at.get(lemma, ()) if i in near), None)
            if following is None:
                break
            place.append(following)
        else:
            yield tuple(place)


def _denied(heard: Heard, place: Sequence[int]) -> bool:
    clause = heard.text.clause
    return any(
        turn.kind is ContrastKind.NEGATION
        and clause[turn.first] == clause[place[0]]
        and place[0] - _REACH <= turn.last
        and turn.first <= place[-1] + _REACH
        for turn in heard.turns
    )


def _names(heard: Heard, words: str, known: Language) -> bool:
    """Whether a text says what a negation turns: "staff" for "without staff"."""
    negation = hear(words, (), known)
    turning = {i for turn in negation.turns for i in range(turn.first, turn.last + 1)}
    return any(
        word.load is Load.CONTENT and word.lemma in heard.text.at
        for index, word in enumerate(negation.text.words)
        if index not in turning
    )
