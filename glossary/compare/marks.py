"""Which stretches of a text to mark, and as what. Few marks: a room sees only what is rare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.compare.analysis import Analysed, Load
from glossary.compare.kinship import PART
from glossary.compare.languages import Language
from glossary.compare.model import Contrast, Span, SpanKind, TextComparison
from glossary.compare.pairs import Met, Pair, Reading
from glossary.compare.phrases import phrases
from glossary.compare.salience import salient

_SAID = (SpanKind.SHARED, SpanKind.SOME, SpanKind.NEAR)


@dataclass(slots=True)
class _Voices:
    """Who else speaks, and says each token of one text, as it is or in another form; what turns."""

    others: list[Reading] = field(default_factory=list)
    same: dict[int, set[str]] = field(default_factory=dict)
    near: dict[int, set[str]] = field(default_factory=dict)
    turned: dict[int, Contrast] = field(default_factory=dict)

    def hear(self, token: int, partner: str, strength: float) -> None:
        heard = self.same if strength == 1.0 else self.near
        heard.setdefault(token, set()).add(partner)

    def turn(self, contrasts: Iterable[tuple[tuple[int, int] | None, Contrast]]) -> None:
        # The longest first, whichever text came first: "hoeft niet" holds a "niet".
        placed = [(tokens, contrast) for tokens, contrast in contrasts if tokens is not None]
        for (first, last), contrast in sorted(placed, key=_longest_first):
            for token in range(first, last + 1):
                self.turned.setdefault(token, contrast)


def _longest_first(placed: tuple[tuple[int, int], Contrast]) -> tuple[int, int, str]:
    (first, last), contrast = placed
    return first, -last, contrast.kind


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: SpanKind
    with_: tuple[str, ...] = ()
    lens: str = ""
    contrast: Contrast | None = None


_PLAIN = _Mark(SpanKind.PLAIN)


def texts(
    readings: Mapping[str, Reading], met: Mapping[Pair, Met], known: Language
) -> dict[str, TextComparison]:
    """Every text with its spans: they cover it whole, in order, without overlap."""
    voices = {partner: _Voices() for partner in readings}
    for (a, b), each in met.items():
        voices[a].others.append(readings[b])
        voices[b].others.append(readings[a])
        for i, (j, strength) in each.links.leading.items():
            # That the other names the term is no echo of what is said about it.
            if j not in readings[b].text.term:
                voices[a].hear(i, b, strength)
            if i not in readings[a].text.term:
                voices[b].hear(j, a, strength)
        for i, j in each.links.parts:
            voices[a].hear(i, b, PART)
            voices[b].hear(j, a, PART)
        contrasts = list(zip(each.turned, each.shown.contrasts, strict=True))
        voices[a].turn((turned.a, contrast) for turned, contrast in contrasts)
        voices[b].turn((turned.b, contrast) for turned, contrast in contrasts)
    return {
        partner: TextComparison(reading.text.text, _spans(reading, voices[partner], known))
        for partner, reading in readings.items()
    }


def _spans(reading: Reading, voices: _Voices, known: Language) -> tuple[Span, ...]:
    text = reading.text
    marks = [_PLAIN] * len(text.tokens)
    for index in text.carriers.union(voices.turned, reading.angles.tokens):
        marks[index] = _mark(reading, voices, index)
    if voices.others:
        _point(marks, reading, voices, known)
    return tuple(_cover(len(text.text), _stretches(text, marks)))


def _mark(reading: Reading, voices: _Voices, index: int) -> _Mark:
    lens = reading.angles.tokens.get(index, "")
    if index in voices.turned:
        return _Mark(SpanKind.CONTRAST, (), lens, voices.turned[index])
    text = reading.text
    if index not in text.carriers or index in text.term or not voices.others:
        return _plain(lens)
    same, near = voices.same.get(index, ()), voices.near.get(index, ())
    if same:
        kind = SpanKind.SHARED if len(same) == len(voices.others) else SpanKind.SOME
        return _Mark(kind, tuple(sorted(same)), lens)
    if text.words[index].load is not Load.CONTENT:
        return _plain(lens)
    if near:
        return _Mark(SpanKind.NEAR, tuple(sorted(near)), lens)
    return _Mark(SpanKind.ONLY, (), lens)


def _plain(lens: str) -> _Mark:
    return _Mark(SpanKind.PLAIN, (), lens) if lens else _PLAIN


def _point(marks: list[_Mark], reading: Reading, voices: _Voices, known: Language) -> None:
    """Mark a few phrases whole, and nothing else as said only here."""
    text, turned = reading.text, voices.turned
    weighing = {i for i, word in enumerate(text.words) if word.norm in known.weighing}
    only = {i for i in text.carriers if marks[i].kind is SpanKind.ONLY}
    telling = only.union(i for i in weighing if _unheard(text, i, voices.others))
    said = {i for i in text.carriers if marks[i].kind in _SAID}
    closed = said.union(turned, text.term)
    parts: dict[range, list[range]] = {}
    for phrase in phrases(text, known):
        own = [] if telling.isdisjoint(phrase) else [phrase]
        if own and not closed.isdisjoint(phrase):
            own = list(_open(text, phrase, closed, said, telling))
        if own or not turned.keys().isdisjoint(phrase):
            parts[phrase] = own
    few = salient(text, parts, turned, _apart(reading, voices.others), weighing)
    for index in only:
        marks[index] = _plain(marks[index].lens)
    for part in (part for phrase in few for part in parts[phrase]):
        lens = next((marks[i].lens for i in part if marks[i].lens), "")
        whole = _with_cue(text, marks, part, lens) if lens else part
        marks[whole.start : whole.stop] = [_Mark(SpanKind.ONLY, (), lens)] * len(whole)


def _unheard(text: Analysed, token: int, others: Iterable[Reading]) -> bool:
    return all(text.words[token].lemma not in other.text.at for other in others)


def _apart(reading: Reading, others: Sequence[Reading]) -> dict[int, float]:
    """For tokens that show a lens how much more it is this text's than the others' on average."""
    apart = {}
    for token, lens in reading.angles.tokens.items():
        weights = [each.angles.weights.get(lens) for each in (reading, *others)]
        own, *theirs = (each.weight if each else 0.0 for each in weights)
        apart[token] = own - sum(theirs) / len(theirs)
    return apart


def _with_cue(text: Analysed, marks: Sequence[_Mark], part: range, lens: str) -> range:
    """A part with the rest of the cue phrase that it shows: "de knoop" before "zelf doorhakken"."""
    same = _Mark(SpanKind.PLAIN, (), lens)
    clause = text.clause[part.start]
    start, stop = part.start, part.stop
    while start > 0 and (marks[start - 1], text.clause[start - 1]) == (same, clause):
        start -= 1
    while stop < len(marks) and (marks[stop], text.clause[stop]) == (same, clause):
        stop += 1
    return range(start, stop)


def _open(
    text: Analysed, phrase: range, closed: set[int], said: set[int], telling: set[int]
) -> Iterator[range]:
    """The telling parts of a phrase without `closed` tokens, and without small words beside those.

    A word that others have `said` too may complete what only this text tells: "far fewer reports".
    """
    last = phrase[-1]
    own = [i for i in phrase if i not in closed or (i == last and i in said and i - 1 in telling)]
    for start in (i for i in own if i - 1 not in own):
        stop = next(i for i in range(start + 1, phrase.stop + 1) if i not in own)
        while stop < phrase.stop and start < stop and not _holds(text, stop - 1, telling):
            stop -= 1
        part = range(start, stop)
        if not telling.isdisjoint(part) and (part == phrase or not text.carriers.isdisjoint(part)):
            yield part


def _holds(text: Analysed, token: int, telling: set[int]) -> bool:
    return token in telling or token in text.carriers


def _stretches(text: Analysed, marks: list[_Mark]) -> Iterator[tuple[int, int, _Mark]]:
    """Marked tokens, neighbours in a clause with one mark as one stretch."""
    start, clause = 0, text.clause
    for index in range(1, len(marks) + 1):
        ends = index == len(marks) or clause[index] != clause[start]
        if ends or marks[index] != marks[start]:
            if marks[start] is not _PLAIN:
                yield text.tokens[start].start, text.tokens[index - 1].end, marks[start]
            start = index


def _cover(length: int, stretches: Iterator[tuple[int, int, _Mark]]) -> Iterator[Span]:
    end = 0
    for start, stop, mark in stretches:
        if start > end:
            yield Span(end, start, SpanKind.PLAIN)
        yield Span(start, stop, mark.kind, mark.with_, mark.lens, mark.contrast)
        end = stop
    if length > end:
        yield Span(end, length, SpanKind.PLAIN)
