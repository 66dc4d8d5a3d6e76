"""Words that deny themselves: "onafhankelijk" where the other says "afhankelijk"."""

from collections.abc import Iterator

from glossary.compare.analysis import Analysed, Load
from glossary.compare.contrasts.poles import denied_at
from glossary.compare.contrasts.said import Side
from glossary.compare.contrasts.turned import ENOUGH, Links, Turned, alike, both
from glossary.compare.languages import Language
from glossary.compare.model import ContrastKind

_SHORTEST = 4  # letters of a word behind its prefix; "inter" is no denial of "ter"


def undone(text: Analysed, known: Language) -> dict[str, int]:
    """Words that begin with a denial: what is left of each, with its token."""
    found: dict[str, int] = {}
    for index, word in enumerate(text.words):
        if word.load is not Load.CONTENT or not word.norm.startswith(known.prefixes):
            continue
        for prefix in known.prefixes:
            if word.norm.startswith(prefix) and len(word.norm) >= len(prefix) + _SHORTEST:
                for form in (word.norm, word.lemma):
                    found.setdefault(form.removeprefix(prefix).removeprefix("-"), index)
    return found


def denied_words(a: Side, b: Side, forth: Links) -> Iterator[Turned]:
    """Words of `a` that deny a word of `b`, in comparable clauses."""
    for base, here in sorted(a.said.undone.items()):
        there = next(iter(b.text.carrying.get(base, ())), None)
        if there is None or there in forth.values() or denied_at(b.said.in_clause, b.text, there):
            continue
        clauses = (a.text.clause[here], b.text.clause[there])
        share = alike(a.text, b.text, clauses, forth, ({here}, {there}))
        if share >= ENOUGH:
            sides = ((here, here), (there, there))
            yield both(ContrastKind.OPPOSITE, (a, b), *sides, opposing=True, sure=share)
            return
