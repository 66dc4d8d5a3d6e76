"""Who decides or answers for the same thing: "de ouders beslissen", "de rechter beslist"."""

from collections.abc import Iterator

from glossary.compare.analysis import Analysed, Load
from glossary.compare.contrasts.said import Actor, Side
from glossary.compare.contrasts.turned import ENOUGH, Links, Turned, alike, both
from glossary.compare.languages import Language
from glossary.compare.model import ContrastKind
from glossary.compare.turns import find

_MOST = 8  # who decides in a text; more are looked at no further
_SUBJECT = 2  # tokens from who decides to the deciding


def actors(text: Analysed, known: Language) -> tuple[Actor, ...]:
    """Who decides or answers for something according to a text."""
    found = []
    for first, last, _ in find(text, known.deciding):
        clause = text.clause[first]
        before = [i for i in text.clauses[clause] if 0 < first - i <= _SUBJECT]
        if before and text.words[before[-1]].load is Load.CONTENT and before[-1] not in text.term:
            found.append(Actor(before[-1], frozenset(range(first, last + 1)), clause))
    return tuple(found)


def other_actor(a: Side, b: Side, forth: Links) -> Iterator[Turned]:
    """Where both texts have the same decided, each by another."""
    for x in a.said.actors[:_MOST]:
        for y in b.said.actors[:_MOST]:
            besides = ({*x.deed, x.who}, {*y.deed, y.who})
            if x.who in forth or y.who in forth.values():
                continue
            share = alike(a.text, b.text, (x.clause, y.clause), forth, besides)
            if share >= ENOUGH:
                sides = ((x.who, x.who), (y.who, y.who))
                yield both(ContrastKind.ACTOR, (a, b), *sides, opposing=True, sure=share)
                return
