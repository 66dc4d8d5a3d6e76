"""What does not matter to the one and does to the other: "ongeacht inkomen", "naar inkomen"."""

from collections.abc import Iterator, Mapping

from glossary.compare.analysis import Analysed, Load
from glossary.compare.contrasts.said import Indifferent, Side
from glossary.compare.contrasts.turned import Links, Turned, both
from glossary.compare.languages import Indifference, Language
from glossary.compare.model import ContrastKind
from glossary.compare.turns import find

_REACH = 2  # words that carry something, to or from the words that say it does not matter
_SURE = 0.7
_BEFORE = 2  # tokens before a word in which "elke" makes it no condition


def indifferent(text: Analysed, known: Language) -> Mapping[int, Indifferent]:
    """What does not matter according to a text, by token."""
    found: dict[int, Indifferent] = {}
    for first, last, kind in find(text, known.indifferent):
        clause = text.clauses[text.clause[last]]
        if kind is Indifference.BEHIND:
            targets = [i for i in clause if i < first][-1:]
        else:
            targets = [i for i in clause if i > last][:_REACH]
        for target in targets:
            if text.words[target].load is Load.CONTENT:
                edges = (min(first, target), max(last, target))
                found.setdefault(target, Indifferent(*edges, target, kind))
    return found


def regardless(a: Side, b: Side, forth: Links, known: Language) -> Iterator[Turned]:
    """What does not matter to `a`, and is a condition to `b`."""
    for target, each in sorted(a.said.indifferent.items()):
        there = forth.get(target)
        if there is None or there in b.said.indifferent or there in b.text.term:
            continue
        at = _condition(b, there, each.kind, known)
        if at is not None:
            mine = (each.first, each.last)
            yield both(ContrastKind.SCOPE, (a, b), mine, at, opposing=True, sure=_SURE)
            return


def _condition(b: Side, token: int, kind: Indifference, known: Language) -> tuple[int, int] | None:
    """The words of `b` that make a condition of `token`, or None."""
    clause = b.text.clause[token]
    before = [i for i in range(max(0, token - _BEFORE), token) if b.text.clause[i] == clause]
    if any(b.text.words[i].norm in known.everyone for i in before):
        return None
    if kind is not Indifference.EVEN_IF:
        return (before[-1] if before and before[-1] == token - 1 else token, token)
    limits = [first for first, _, _ in find(b.text, known.limits) if b.text.clause[first] == clause]
    first = next((i for i in limits if i < token), None)
    return None if first is None else (first, token)
