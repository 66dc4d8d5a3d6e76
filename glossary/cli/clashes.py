"""Contrasts between partners with the whole phrase on both sides, so that a line says it all."""

import re
from collections.abc import Iterator

from glossary.compare import Comparison, Contrast, Signal
from glossary.compare.model import Side
from glossary.domain import one_line

# A comma within a number, or a point within a name, ends no phrase.
_END = re.compile(r"[.;:!?,](?=\s|$)|\n")
_ENOUGH = 4  # words from the clash on that say by themselves what it is about


def clashes_of(partner: str, found: Comparison) -> dict[str, dict[str, str]]:
    """By each phrase with which a partner clashes: what the others say there, by partner id.

    What another says is empty where it does not speak of it at all.
    """
    told: dict[str, dict[str, str]] = {}
    for own, other in _sides(partner, found):
        if own.words:
            said = told.setdefault(phrase(found, own), {})
            said.setdefault(other.partner, phrase(found, other))
    return told


def clash_of(signal: Signal, found: Comparison) -> Contrast | None:
    """The contrast that a signal quotes."""
    a, b = sorted((signal.who["a"], signal.who["b"]))
    pair = found.pairs.get((a, b))
    quoted = {signal.who["a"]: signal.words["x"], signal.who["b"]: signal.words.get("y", "")}
    for one in pair.contrasts if pair is not None else ():
        if all(_quotes(quoted[side.partner], side.words) for side in (one.a, one.b)):
            return one
    return None


def phrase(found: Comparison, side: Side) -> str:
    """What a partner says there: from the words on, or all of it where these are the last."""
    text = found.texts[side.partner].text
    starts = [0, *(one.end() for one in _END.finditer(text, 0, side.start))]
    after = _END.search(text, side.end)
    end = after.start() if after is not None else len(text)
    rest = one_line(text[side.start : end])
    if side.words and len(rest.split()) >= _ENOUGH:
        return rest
    return one_line(text[starts[-1] : end])


def _sides(partner: str, found: Comparison) -> Iterator[tuple[Side, Side]]:
    for pair in found.pairs.values():
        for one in pair.contrasts:
            if one.a.partner == partner:
                yield one.a, one.b
            elif one.b.partner == partner:
                yield one.b, one.a


def _quotes(quoted: str, words: str) -> bool:
    """Whether a quotation, which may be cut short, is of these words and maybe one beside them."""
    kept, said = quoted.rstrip("…"), one_line(words)
    return bool(kept) == bool(said) and (said in kept or said.startswith(kept))
