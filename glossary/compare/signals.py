"""The few sentences that explain why a term deserves attention, strongest first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.compare.analysis import Analysed
from glossary.compare.cases import Answers, by_case
from glossary.compare.contrasts import Turned
from glossary.compare.foreign import IN, written
from glossary.compare.general import GENERAL
from glossary.compare.languages import Language
from glossary.compare.model import Contrast, ContrastKind, Relation, Signal, SignalKind
from glossary.compare.pairs import Met, Pair, Reading
from glossary.compare.quoting import phrase, quote
from glossary.compare.unison import unison
from glossary.domain import Lens, one_line
from glossary.locale import mark

_FOREIGN = 0.28  # it explains why no words are shared, so it goes before that
_OWN, _ANY = 0.3, 0.1  # an angle by the term's own lenses tells more than one that fits any word
_MOST = 3  # sentences of one kind
_NEXT = 0.7  # what each further sentence on the cases still tells
_CLOSE = 0.35  # wordings nearer than this differ in a few words

# Each as a sentence and in a few words.
_SAYS = (mark("{a} says “{x}”, {b} says “{y}”"), mark("{x} ↔ {y}"))
_SAYS_NOT = (mark("{a} says “{x}”, {b} does not"), mark("{a}: {x}"))
_CASE = (mark("The case “{text}” splits the group"), mark("case {x}"))
_TWO_ANGLES = (mark("{a} looks at “{x}”, {b} at “{y}”"), mark("{n} lenses"))
_ANGLES = (mark("The lenses differ: {x} / {y}"), mark("{n} lenses"))
_MORE_ANGLES = (mark("The lenses differ: {x} / {y} / {z}"), mark("{n} lenses"))
_ALL_FOREIGN = (mark("Everybody writes {x}; the set is {y}"), mark("everybody {x}"))
_ONE_FOREIGN = (mark("{a} writes {x}; the set is {y}"), mark("{a}: {x}"))
_NOTHING_SHARED = (mark("Nobody uses the same words"), mark("no word shared"))
_FEW_DIFFER = (mark("Only a few words differ"), mark("few words differ"))
_WORDS_DIFFER = (mark("The wordings differ"), mark("wordings differ"))
_SILENT = (mark("{a} has not said anything yet"), mark("{a} is silent"))


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A contrast as it is to be quoted: partners with the words of their side."""

    a: str
    b: str
    x: str
    y: str
    weight: float
    whole: Contrast


def explain(
    readings: Mapping[str, Reading],
    met: Mapping[Pair, Met],
    lenses: Sequence[Lens],
    answers: Answers,
    known: Language,
) -> tuple[Signal, ...]:
    """All signals of a comparison, strongest first."""
    alike = all(each.shown.relation is Relation.SAME for each in met.values())
    found = [
        *_contrasts(list(_quotations(readings, met)), readings),
        *_cases(answers),
        *_lenses(readings, lenses),
        *([] if alike else _foreign(readings, known)),
        *([] if alike else _wording(readings, met)),
        *_silence(readings),
    ]
    return tuple(
        sorted(found, key=lambda s: (-s.strength, s.message, s.partners, sorted(s.words.items())))
    )


def _quotations(readings: Mapping[str, Reading], met: Mapping[Pair, Met]) -> Iterator[_Quoted]:
    for (a, b), each in met.items():
        for turned, whole in zip(each.turned, each.shown.contrasts, strict=True):
            x = _words(readings[a].text, turned.a, turned)
            y = _words(readings[b].text, turned.b, turned)
            yield _Quoted(a, b, x, y, turned.weight, whole)


def _words(text: Analysed, tokens: tuple[int, int] | None, turned: Turned) -> str:
    """The words of one side; a negation with the word that it turns, where that is close."""
    if tokens is None:
        return ""
    first, last = tokens
    if turned.kind is ContrastKind.NEGATION:
        near = [i for i in text.clauses[text.clause[last]] if first - 3 < i < last + 3]
        after = next((i for i in near if i > last), None)
        if after is None:
            first = next((i for i in reversed(near) if i < first), first)
        last = last if after is None else after
    return text.slice(first, last)


def _contrasts(found: Sequence[_Quoted], readings: Mapping[str, Reading]) -> list[Signal]:
    """One sentence per pair of words, however many partners say them."""
    groups: dict[tuple[str, ...], list[_Quoted]] = {}
    for each in found:
        key = tuple(sorted((each.x.casefold(), each.y.casefold())))
        groups.setdefault(key, []).append(each)
    ranked = sorted(groups.items(), key=lambda g: (-max(q.weight for q in g[1]), -len(g[1]), g[0]))
    return [_contrast(group, readings) for _, group in ranked[:_MOST]]


def _contrast(group: Sequence[_Quoted], readings: Mapping[str, Reading]) -> Signal:
    best = min(group, key=lambda q: (-q.weight, q.a, q.b, q.x, q.y))
    partners = tuple(sorted({partner for q in group for partner in (q.a, q.b)}))
    strength = 0.55 + 0.25 * best.weight
    said, other = (best.a, best.b) if best.x else (best.b, best.a)
    words = {"x": quote(best.x or best.y)}
    if best.x and best.y:
        words["y"] = quote(best.y)
    sides = {side.partner: side for side in (best.whole.a, best.whole.b)}
    return Signal(
        SignalKind.CONTRAST,
        strength,
        *(_SAYS if "y" in words else _SAYS_NOT),
        partners,
        {"a": said, "b": other},
        words,
        sides={key: phrase(readings[key].text.text, sides[key]) for key in (said, other)},
    )


def _cases(answers: Answers) -> list[Signal]:
    """One sentence per case that got different answers, the most divided first.

    What people answered is surer than what was found in their words, but one case is enough to
    say so: the others come behind.
    """
    units = {case: given for case, given in by_case(answers).items() if len(given) > 1}
    ranked = sorted(units, key=lambda case: (-_divided(units[case]), case))
    return [
        Signal(
            SignalKind.CASES,
            (0.8 + 0.2 * _divided(units[case])) * _NEXT**place,
            *_CASE,
            tuple(sorted(partner for partner, given in answers.items() if case in given)),
            words={"x": quote(case), "text": quote(case), "case": case},
        )
        for place, case in enumerate(ranked[:_MOST])
    ]


def _divided(given: Counter[str]) -> float:
    """1 where the two largest camps are equal, less where one stands nearly alone."""
    (_, first), (_, second), *_ = given.most_common(2)
    return second / first


def _lenses(readings: Mapping[str, Reading], lenses: Sequence[Lens]) -> list[Signal]:
    """Who looks from which angle, where that differs."""
    labels = {lens.id: lens.label or lens.id for lens in sorted(lenses, key=lambda lens: lens.id)}
    labels |= {} if lenses else GENERAL
    camps: dict[str, list[str]] = {}
    sides: dict[str, str] = {}
    for partner, reading in readings.items():
        own = reading.angles.weights
        if own:
            best = min(own, key=lambda lens: (-own[lens].weight, lens))
            camps.setdefault(best, []).append(partner)
            sides[partner] = best
    if len(camps) < 2:
        return []
    ranked = sorted(camps, key=lambda lens: (-len(camps[lens]), lens))
    first, second = ranked[:2]
    named = {slot: labels.get(lens, lens) for slot, lens in zip("xyz", ranked, strict=False)}
    partners = tuple(sorted(partner for camp in camps.values() for partner in camp))
    strength = (_OWN if lenses else _ANY) + 0.2 * len(camps[second]) / len(camps[first])
    message, who = _MORE_ANGLES if "z" in named else _ANGLES, {}
    if len(partners) == 2:
        message, who = _TWO_ANGLES, {"a": camps[first][0], "b": camps[second][0]}
    words = {slot: one_line(label) for slot, label in named.items()} if lenses else {}
    # The list says how many and the comparison says which: the same ones.
    words["n"] = str(len(named))
    phrases = {} if lenses else named
    return [Signal(SignalKind.LENSES, strength, *message, partners, who, words, phrases, sides)]


def _foreign(readings: Mapping[str, Reading], known: Language) -> list[Signal]:
    """Who plainly writes in another language than the set."""
    told = {partner: written(each.text, known) for partner, each in readings.items()}
    found = {partner: how for partner, how in told.items() if how}
    spoken = sum(1 for each in readings.values() if each.text.normal)
    everybody = len(found) == spoken and len(set(found.values())) == 1
    message = _ALL_FOREIGN if everybody else _ONE_FOREIGN
    camps = [tuple(found)] if everybody else [(partner,) for partner in list(found)[:_MOST]]
    return [
        Signal(
            SignalKind.LANGUAGE,
            _FOREIGN,
            *message,
            partners,
            {} if everybody else {"a": partners[0]},
            phrases={"x": found[partners[0]], "y": IN[known.code]},
        )
        for partners in camps
    ]


def _wording(readings: Mapping[str, Reading], met: Mapping[Pair, Met]) -> Iterator[Signal]:
    """What the wordings alone tell: who says the very same, or else little."""
    same = unison(readings)
    if same is not None:
        yield same
        return
    partners = tuple(sorted({partner for pair in met for partner in pair}))
    apart = sum(each.shown.wording_apart for each in met.values()) / len(met)
    if not any(each.links.leading.keys() - readings[a].text.term for (a, _), each in met.items()):
        message = _NOTHING_SHARED
    else:
        message = _FEW_DIFFER if apart < _CLOSE else _WORDS_DIFFER
    yield Signal(SignalKind.WORDING, 0.25 * apart, *message, partners)


def _silence(readings: Mapping[str, Reading]) -> list[Signal]:
    """Who was asked and has said nothing."""
    silent = [partner for partner, reading in readings.items() if not reading.text.normal]
    if len(silent) == len(readings):
        return []
    return [
        Signal(SignalKind.SILENCE, 0.05, *_SILENT, (partner,), {"a": partner})
        for partner in silent[:_MOST]
    ]
