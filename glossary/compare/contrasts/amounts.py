"""Amounts: the same unit with another number."""

from collections.abc import Iterator, Mapping
from itertools import product

from glossary.compare.analysis import Analysed
from glossary.compare.contrasts.said import Amount, Side
from glossary.compare.contrasts.turned import ENOUGH, Links, Turned, alike, both
from glossary.compare.languages import Language
from glossary.compare.model import ContrastKind

_MOST = 8  # amounts of one unit in a text; more are looked at no further
_UNIT = 2  # tokens from a number to its unit
_PERCENT = "%"


def amounts(text: Analysed, known: Language) -> Mapping[str, tuple[Amount, ...]]:
    """The amounts of a text by unit: "%" or the dictionary form of the word counted."""
    found: dict[str, list[Amount]] = {}
    for amount in _amounts(text, known):
        found.setdefault(amount.unit, []).append(amount)
    return {unit: tuple(each) for unit, each in found.items()}


def _amounts(text: Analysed, known: Language) -> Iterator[Amount]:
    for index, word in enumerate(text.words):
        value = _value(word.norm, known)
        if value is None:
            continue
        end = text.tokens[index].end
        if word.norm in known.shares or text.text[end : end + 2].strip().startswith(_PERCENT):
            yield Amount(value, _PERCENT, index, index, text.clause[index])
            continue
        following = range(index + 1, min(index + 1 + _UNIT, len(text.words)))
        unit = next((i for i in following if i in text.carriers), None)
        if unit is not None and text.clause[unit] == text.clause[index]:
            base = text.words[unit].lemma
            named = _PERCENT if base in known.percent else base
            yield Amount(value, named, index, unit, text.clause[index])


def _value(norm: str, known: Language) -> float | None:
    if norm in known.numbers:
        return known.numbers[norm]
    if not norm[0].isdecimal() or ":" in norm or not norm.isascii():
        return None
    plain = norm.replace(",", ".")
    return float(plain) if plain.replace(".", "", 1).isdigit() else None


def other_amount(a: Side, b: Side, forth: Links) -> Iterator[Turned]:
    """Where both texts give the same thing other amounts. They differ, they need not oppose."""
    for unit in sorted(a.said.amounts.keys() & b.said.amounts.keys()):
        here, there = a.said.amounts[unit], b.said.amounts[unit]
        if {each.value for each in here} & {each.value for each in there}:
            continue
        sure, x, y = max(
            ((_share(a, b, x, y, forth), x, y) for x, y in product(here[:_MOST], there[:_MOST])),
            key=lambda each: (each[0], -each[1].first, -each[2].first),
        )
        if sure >= ENOUGH:
            sides = ((x.first, x.last), (y.first, y.last))
            yield both(ContrastKind.NUMBER, (a, b), *sides, opposing=False, sure=sure)


def _share(a: Side, b: Side, x: Amount, y: Amount, forth: Links) -> float:
    besides = (set(range(x.first, x.last + 1)), set(range(y.first, y.last + 1)))
    return alike(a.text, b.text, (x.clause, y.clause), forth, besides)
