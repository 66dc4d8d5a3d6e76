"""From which angle a text speaks: which lens its words draw it to.

A phrase weighs more than a single word and keeps its words to itself; a cue that is denied is
no plain hit; what a partner chose itself outranks every guess.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.compare.analysis import Analysed, Load
from glossary.compare.cues import Cue
from glossary.compare.model import ContrastKind, LensWeight
from glossary.compare.pulls import Pulls
from glossary.compare.turns import Turn

_PHRASE = 1.8
_STEP = 4  # tokens from one word of a phrase to the next, at most
_DENIED = 0.7  # "zonder controle" still speaks of control
_SMALL = 0.3  # "ik", "moeten" and "samen" tell a little
_SHARP = 2  # the strongest lens stands out from what the others gather by accident


@dataclass(frozen=True, slots=True)
class Angles:
    """The lenses of one text: their weights, and for every cue word the lens that it shows.

    `chosen` when the partner named its lenses itself; `general` when the term has none of its
    own, so that the angle may be shown but says too little to weigh.
    """

    weights: Mapping[str, LensWeight]
    tokens: Mapping[int, str]
    chosen: bool = False
    general: bool = False


@dataclass(slots=True)
class _Score:
    """What speaks for one lens: `cues` in the order of the text, `tokens` with their gain."""

    weight: float = 0.0
    cues: dict[str, None] = field(default_factory=dict)
    tokens: dict[int, float] = field(default_factory=dict)


def angles(
    text: Analysed,
    turns: tuple[Turn, ...],
    phrases: Iterable[Cue],
    pulls: Pulls,
    chosen: Sequence[str],
    but: frozenset[str],
) -> Angles:
    """The lenses that a text speaks from, by its words or, where given, as `chosen`.

    `pulls` holds every word of the text; `phrases` are cues of several words, the longest first;
    `but` holds the words that begin what is meant after what is not.
    """
    held = _held(text, turns, but)
    scores = {lens: _Score() for lens in pulls.lenses}
    # Everybody says the term itself: that shows no angle.
    silent = _phrases(text, phrases, held, scores) | text.term
    shares = []
    for index, word in enumerate(text.words):
        if index in silent:
            continue
        pull = pulls.words[word.norm]
        small = _SMALL if word.load is Load.FUNCTION else 1.0
        share = small * held.get(index, 1.0) if held else small
        shares.append([gain * share for gain in pull.gains])
        for lens, (near, cue) in pull.cues.items():
            scores[lens].tokens[index] = near
            scores[lens].cues[cue] = None
    for score, gained in zip(scores.values(), zip(*shares, strict=True), strict=False):
        score.weight += sum(gained)
    return _chosen(scores, chosen) if chosen else _guessed(scores)


def in_general(text: Analysed, found: Angles) -> Angles:
    """`found` as angles by the general lenses: those that words of the text can be shown for.

    Their cues are in every text, so only telling words of the strongest are pointed at.
    """
    shown = {lens: each for lens, each in found.weights.items() if each.cues}
    total = sum(each.weight for each in shown.values())
    weights = {lens: LensWeight(each.weight / total, each.cues) for lens, each in shown.items()}
    main = min(weights, key=lambda lens: (-weights[lens].weight, lens), default="")
    tokens = {i: lens for i, lens in found.tokens.items() if lens == main and i in text.carriers}
    return Angles(weights, tokens, general=True)


def _phrases(
    text: Analysed, phrases: Iterable[Cue], held: Mapping[int, float], scores: Mapping[str, _Score]
) -> set[int]:
    """Score the phrases that are found, and return the tokens that they keep to themselves."""
    claimed: set[int] = set()
    for cue in phrases:
        for tokens in _phrase(text, cue.lemmas):
            if not claimed.isdisjoint(tokens):
                continue
            claimed.update(tokens)
            score = scores[cue.lens]
            score.weight += _PHRASE * min(held.get(token, 1.0) for token in tokens)
            score.tokens.update(dict.fromkeys(tokens, _PHRASE))
            score.cues[cue.text] = None
    return claimed


def _phrase(text: Analysed, lemmas: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """Where the words of a phrase follow one another, with a few words between at most."""
    for first in text.at.get(lemmas[0], ()):
        tokens = [first]
        for base in lemmas[1:]:
            reach = range(tokens[-1] + 1, min(tokens[-1] + _STEP, len(text.words)))
            step = next((i for i in reach if text.words[i].lemma == base), None)
            if step is None:
                break
            tokens.append(step)
        else:
            yield tuple(tokens)


def _held(text: Analysed, turns: tuple[Turn, ...], but: frozenset[str]) -> dict[int, float]:
    """The tokens that count less: what is denied, and not at all what makes place for "but"."""
    held = {i: _DENIED for turn in turns for i in _turned(text, turn)}
    for turn in () if but.isdisjoint(text.norms) else turns:
        if turn.kind is ContrastKind.NEGATION:
            held.update(dict.fromkeys(_rejected(text, turn, but), 0.0))
    return held


def _rejected(text: Analysed, turn: Turn, but: frozenset[str]) -> range:
    """The tokens between a negation and the "but" of the same or the next clause."""
    for index in range(turn.last + 1, len(text.words)):
        if text.clause[index] > turn.clause + 1:
            break
        if text.words[index].norm in but:
            return range(turn.last + 1, index)
    return range(0)


def _turned(text: Analysed, turn: Turn) -> Sequence[int]:
    if turn.strength not in ("", "must-not", "need-not"):
        return ()
    return turn.scope or [i for i in text.clauses[turn.clause] if i > turn.first]


def _guessed(scores: Mapping[str, _Score]) -> Angles:
    sharp = {
        lens: scores[lens].weight ** _SHARP for lens in sorted(scores) if scores[lens].weight > 0
    }
    total = sum(sharp.values())
    weights = {
        lens: LensWeight(weight / total, tuple(scores[lens].cues)) for lens, weight in sharp.items()
    }
    return Angles(weights, _shown(scores, weights))


def _chosen(scores: Mapping[str, _Score], chosen: Sequence[str]) -> Angles:
    own = sorted(set(chosen))
    weights = {
        lens: LensWeight(1 / len(own), tuple(scores[lens].cues) if lens in scores else ())
        for lens in own
    }
    return Angles(weights, _shown(scores, own), chosen=True)


def _shown(scores: Mapping[str, _Score], lenses: Iterable[str]) -> dict[int, str]:
    best: dict[int, tuple[float, str]] = {}
    for lens in sorted(lenses):
        for token, gained in scores[lens].tokens.items() if lens in scores else ():
            if token not in best or gained > best[token][0]:
                best[token] = (gained, lens)
    return {token: lens for token, (_, lens) in best.items()}
