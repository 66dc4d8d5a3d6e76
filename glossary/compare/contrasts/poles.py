"""Where a text stands between opposites: "openbaar" or "vertrouwelijk", "vooraf" or "achteraf"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.compare.analysis import Analysed
from glossary.compare.contrasts.said import Stance
from glossary.compare.languages import Language, Pole
from glossary.compare.model import ContrastKind
from glossary.compare.turns import Turn
from glossary.compare.verbs import is_verb

_BEFORE = 4  # tokens that a negation may stand before what it denies
_AFTER = 2  # and behind it: "openbaar is het niet"
_DENYING = ("must-not", "need-not")


def stances(
    text: Analysed, in_clause: Mapping[int, Sequence[Turn]], known: Language
) -> dict[int, tuple[Stance, ...]]:
    """The sides that a text takes, by the number of the opposition."""
    found: dict[int, list[Stance]] = {}
    for first, last, poles in _named(text, known):
        clause = text.clause[last]
        denial = _denial(text, in_clause.get(clause, ()), (first, last), known)
        edges = (first, last) if denial is None else (denial.first, denial.last)
        shown = (min(first, edges[0]), max(last, edges[1]))
        for pole in poles:
            stance = Stance(pole, first, last, clause, denial is not None, shown)
            found.setdefault(pole.opposition, []).append(stance)
    return {number: tuple(each) for number, each in found.items()}


def _denial(
    text: Analysed, turns: Iterable[Turn], phrase: tuple[int, int], known: Language
) -> Turn | None:
    verb = text.words[phrase[0]]
    is_one = is_verb(verb.norm, verb.lemma, known)
    denying = (
        turn for turn in turns if _denies(turn, *phrase) or (is_one and _ends(turn, text, phrase))
    )
    return next(denying, None)


def _named(text: Analysed, known: Language) -> Iterator[tuple[int, int, tuple[Pole, ...]]]:
    """Phrases that name a side: as written or by their dictionary forms, the longest first."""
    if known.poles.keys().isdisjoint(text.norms) and known.poles.keys().isdisjoint(text.at):
        return
    end = 0
    for index, word in enumerate(text.words):
        if index < end or not (word.norm in known.poles or word.lemma in known.poles):
            continue
        ahead = text.words[index + 1] if index + 1 < len(text.words) else word
        forms = (ahead.norm, ahead.lemma)  # most phrases end the search at their second word
        for words, poles in (*known.poles.get(word.norm, ()), *known.poles.get(word.lemma, ())):
            if len(words) == 1 or (words[1] in forms and _stand(text, index, words)):
                end = index + len(words)
                yield index, end - 1, poles
                break


def _stand(text: Analysed, index: int, words: Sequence[str]) -> bool:
    here = text.words[index : index + len(words)]
    said = (word in (each.norm, each.lemma) for word, each in zip(words, here, strict=False))
    return len(here) == len(words) and all(said)


def denied_at(in_clause: Mapping[int, Sequence[Turn]], text: Analysed, token: int) -> bool:
    """Whether a negation beside it denies a word."""
    turns = in_clause.get(text.clause[token], ())
    return any(_denies(turn, token, token) for turn in turns)


def _denies(turn: Turn, first: int, last: int) -> bool:
    if turn.first <= last and first <= turn.last:
        return False
    if turn.kind is ContrastKind.OBLIGATION and turn.strength not in _DENYING:
        return False
    if turn.last < first:
        return first - turn.last <= _BEFORE
    return not turn.scope and turn.first - last <= _AFTER


def _ends(turn: Turn, text: Analysed, phrase: tuple[int, int]) -> bool:
    """Whether a negation ends the clause of a verb, which it denies: "verwerpt het plan niet"."""
    behind = any(i > turn.last for i in text.clauses[turn.clause])
    return turn.kind is ContrastKind.NEGATION and phrase[1] < turn.first and not behind
