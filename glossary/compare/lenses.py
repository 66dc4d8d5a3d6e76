"""From which angle a text speaks: the cues of the lenses that are found in it.

A phrase weighs more than a single word and keeps its words to itself; a cue that is denied is
no plain hit; what a partner chose itself outranks every guess.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.compare.analysis import Analysed, Load, word
from glossary.compare.kinship import Kin
from glossary.compare.languages import Language
from glossary.compare.model import LensWeight
from glossary.compare.tokens import tokenize
from glossary.compare.turns import Turn
from glossary.domain import Lens

_PHRASE = 1.8
_STEP = 4  # tokens from one word of a phrase to the next, at most
_DENIED = 0.4  # "zonder controle" still speaks of control
_AGAIN = 0.3  # a cue that was already found
_LABEL = 0.5
_PARTIAL = 0.4


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a lens as dictionary forms."""

    lens: str
    text: str
    lemmas: tuple[str, ...]
    norms: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Angles:
    """The lenses of one text: their weights, and for every cue word the lens that it shows.

    `chosen` when the partner named its lenses itself.
    """

    weights: Mapping[str, LensWeight]
    tokens: Mapping[int, str]
    chosen: bool = False


@dataclass(slots=True)
class _Score:
    weight: float = 0.0
    cues: list[str] = field(default_factory=list)
    tokens: dict[int, float] = field(default_factory=dict)


def read_cues(lenses: Sequence[Lens], known: Language) -> tuple[Cue, ...]:
    """All cues, phrases first, in an order that does not depend on that of the lenses."""
    found: dict[tuple[str, tuple[str, ...]], Cue] = {}
    for lens in sorted(lenses, key=lambda lens: lens.id):
        named = [(lens.label, _LABEL)]
        for text in lens.cues:
            norms = tuple(token.norm for token in tokenize(text))
            if len(norms) > 1:
                named.append((text, _PARTIAL))
            _add(found, lens.id, text, norms, 1.0, known)
        # Single words of phrases and of the label point the same way, but more weakly.
        for text, weight in named:
            for token in tokenize(text):
                if word(token.norm, known.code).load is Load.CONTENT:
                    _add(found, lens.id, token.norm, (token.norm,), weight, known)
    return tuple(sorted(found.values(), key=lambda cue: (-len(cue.lemmas), cue.lens, cue.lemmas)))


def _add(
    found: dict[tuple[str, tuple[str, ...]], Cue],
    lens: str,
    text: str,
    norms: tuple[str, ...],
    weight: float,
    known: Language,
) -> None:
    lemmas = tuple(word(norm, known.code).lemma for norm in norms)
    if norms:
        found.setdefault((lens, lemmas), Cue(lens, text, lemmas, norms, weight))


def angles(
    text: Analysed, turns: tuple[Turn, ...], cues: Iterable[Cue], kin: Kin, chosen: Sequence[str]
) -> Angles:
    """The lenses that a text speaks from, by its cues or, where given, as `chosen`."""
    denied = {i for turn in turns for i in _turned(text, turn)}
    scores: dict[str, _Score] = {}
    claimed: set[int] = set()
    for cue in cues:
        hits = [hit for hit in _hits(text, cue, kin) if not claimed & set(hit[0])]
        for number, (tokens, strength) in enumerate(hits):
            if len(cue.lemmas) > 1:
                claimed.update(tokens)
            score = scores.setdefault(cue.lens, _Score())
            gained = strength * cue.weight * (_DENIED if denied & set(tokens) else 1.0)
            score.weight += gained * (_AGAIN if number else 1.0)
            for token in tokens:
                score.tokens[token] = max(gained, score.tokens.get(token, 0.0))
            if not number:
                score.cues.append(cue.text)
    return _chosen(scores, chosen) if chosen else _guessed(scores)


def _turned(text: Analysed, turn: Turn) -> Sequence[int]:
    if turn.strength not in ("", "must-not", "need-not"):
        return ()
    return turn.scope or [i for i in text.clauses[turn.clause] if i > turn.first]


def _hits(text: Analysed, cue: Cue, kin: Kin) -> list[tuple[tuple[int, ...], float]]:
    if len(cue.lemmas) > 1:
        return [(tokens, _PHRASE) for tokens in _phrase(text, cue.lemmas)]
    base = cue.lemmas[0]
    hits = [(i, 1.0) for i in text.at.get(base, ())]
    if base in kin:
        for other in sorted(kin[base].keys() & text.at.keys()):
            hits += [(i, kin[base][other]) for i in text.at[other]]
    # Everybody says the term itself: that shows no angle.
    return [((i,), strength) for i, strength in hits if i not in text.term]


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


def _guessed(scores: Mapping[str, _Score]) -> Angles:
    total = sum(score.weight for score in scores.values())
    weights = {
        lens: LensWeight(scores[lens].weight / total, tuple(scores[lens].cues))
        for lens in sorted(scores)
    }
    return Angles(weights, _shown(scores, scores.keys()))


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
