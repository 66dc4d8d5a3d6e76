"""Which stretches of a text to mark, and as what. Few marks: a room sees only what is rare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from glossary.compare.analysis import Analysed, Load
from glossary.compare.kinship import PART
from glossary.compare.model import Contrast, Span, SpanKind, TextComparison
from glossary.compare.pairs import Met, Pair, Reading
from glossary.compare.salience import salient

_BRIDGE = 1  # function words that may lie between two words of one marked phrase
_PHRASE = 5  # words of a phrase that can still be read at a glance


@dataclass(slots=True)
class _Voices:
    """Who else says each token of one text, as it is or in another form; what each turns."""

    others: int = 0
    same: dict[int, set[str]] = field(default_factory=dict)
    near: dict[int, set[str]] = field(default_factory=dict)
    turned: dict[int, Contrast] = field(default_factory=dict)

    def hear(self, token: int, partner: str, strength: float) -> None:
        heard = self.same if strength == 1.0 else self.near
        heard.setdefault(token, set()).add(partner)

    def turn(self, tokens: tuple[int, int] | None, contrast: Contrast) -> None:
        for token in range(tokens[0], tokens[1] + 1) if tokens else ():
            self.turned.setdefault(token, contrast)


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: SpanKind
    with_: tuple[str, ...] = ()
    lens: str = ""
    contrast: Contrast | None = None


_PLAIN = _Mark(SpanKind.PLAIN)


def texts(readings: Mapping[str, Reading], met: Mapping[Pair, Met]) -> dict[str, TextComparison]:
    """Every text with its spans: they cover it whole, in order, without overlap."""
    voices = {partner: _Voices() for partner in readings}
    for (a, b), each in met.items():
        voices[a].others += 1
        voices[b].others += 1
        for i, (j, strength) in each.links.leading.items():
            # That the other names the term is no echo of what is said about it.
            if j not in readings[b].text.term:
                voices[a].hear(i, b, strength)
            if i not in readings[a].text.term:
                voices[b].hear(j, a, strength)
        for i, j in each.links.parts:
            voices[a].hear(i, b, PART)
            voices[b].hear(j, a, PART)
        for turned, contrast in zip(each.turned, each.shown.contrasts, strict=True):
            voices[a].turn(turned.a, contrast)
            voices[b].turn(turned.b, contrast)
    return {
        partner: TextComparison(reading.text.text, _spans(reading, voices[partner]))
        for partner, reading in readings.items()
    }


def _spans(reading: Reading, voices: _Voices) -> tuple[Span, ...]:
    text = reading.text
    marks = [_mark(reading, voices, index) for index in range(len(text.tokens))]
    alone = [index for index, mark in enumerate(marks) if mark.kind is SpanKind.ONLY]
    few = salient(text, alone, reading.angles.tokens)
    for index in alone:
        if index not in few:
            marks[index] = replace(marks[index], kind=SpanKind.PLAIN)
    _complete(marks, text.clause, range(1, len(marks)), -1)
    _complete(marks, text.clause, range(len(marks) - 2, -1, -1), 1)
    return tuple(_cover(len(text.text), _stretches(text, marks)))


def _complete(
    marks: list[_Mark], clause: Sequence[int], indices: Iterable[int], beside: int
) -> None:
    """Let the small words of a cue phrase look like its telling word: "de knoop doorhakken"."""
    for index in indices:
        mark, other = marks[index], marks[index + beside]
        one_lens = mark.lens != "" and mark.lens == other.lens
        if one_lens and mark.kind is SpanKind.PLAIN and clause[index] == clause[index + beside]:
            marks[index] = other


def _mark(reading: Reading, voices: _Voices, index: int) -> _Mark:
    lens = reading.angles.tokens.get(index, "")
    if index in voices.turned:
        return _Mark(SpanKind.CONTRAST, (), lens, voices.turned[index])
    text = reading.text
    if index not in text.carriers or index in text.term or not voices.others:
        return _Mark(SpanKind.PLAIN, (), lens)
    same, near = voices.same.get(index, ()), voices.near.get(index, ())
    if same:
        kind = SpanKind.SHARED if len(same) == voices.others else SpanKind.SOME
        return _Mark(kind, tuple(sorted(same)), lens)
    if text.words[index].load is not Load.CONTENT:
        return _Mark(SpanKind.PLAIN, (), lens)
    if near:
        return _Mark(SpanKind.NEAR, tuple(sorted(near)), lens)
    return _Mark(SpanKind.ONLY, (), lens)


def _stretches(text: Analysed, marks: list[_Mark]) -> Iterator[tuple[int, int, _Mark]]:
    """Marked tokens, neighbours with one mark as one stretch."""
    index = 0
    while index < len(marks):
        last = index
        while (following := _joined(text, marks, last)) is not None:
            if following - index >= _PHRASE and marks[index].kind is SpanKind.ONLY:
                break
            last = following
        if marks[index] != _PLAIN:
            yield text.tokens[index].start, text.tokens[last].end, marks[index]
        index = last + 1


def _joined(text: Analysed, marks: list[_Mark], index: int) -> int | None:
    """The next token that continues the mark of this one."""
    mark = marks[index]
    bridge = _BRIDGE if mark.kind is SpanKind.ONLY else 0
    for following in range(index + 1, min(index + 2 + bridge, len(marks))):
        if text.clause[following] != text.clause[index]:
            return None
        if marks[following] == mark:
            return following
        if marks[following] != _PLAIN or following in text.carriers:
            return None
    return None


def _cover(length: int, stretches: Iterator[tuple[int, int, _Mark]]) -> Iterator[Span]:
    end = 0
    for start, stop, mark in stretches:
        if start > end:
            yield Span(end, start, SpanKind.PLAIN)
        yield Span(start, stop, mark.kind, mark.with_, mark.lens, mark.contrast)
        end = stop
    if length > end:
        yield Span(end, length, SpanKind.PLAIN)
