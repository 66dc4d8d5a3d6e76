"""Comparisons as anybody would write them in an hour: what ours has to beat."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from rapidfuzz import fuzz

from glossary.domain import Lens

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_TURNING = {"niet", "geen", "zonder", "nooit", "not", "no", "n't", "without", "never", "nobody"}
_TURNING |= {"mag", "moet", "hoeft", "alleen", "must", "may", "only"}
_ALIKE = 0.5  # of the words in common: from here on a turning word makes an opposite

Matches = Sequence[tuple[int, int]]


def by_words(definitions: Mapping[str, str], **settings: Any) -> SimpleNamespace:
    """`token_set_ratio`, and every word marked that the other does not say."""
    return _compared(definitions, _same_words, fuzz.token_set_ratio, **settings)


def diffed(definitions: Mapping[str, str], **settings: Any) -> SimpleNamespace:
    """A word diff, as git shows it."""
    return _compared(definitions, _diff, _diff_ratio, **settings)


def _compared(
    definitions: Mapping[str, str],
    match: Callable[[list[str], list[str]], Matches],
    ratio: Callable[[str, str], float],
    *,
    lenses: Sequence[Lens] = (),
    **_settings: Any,
) -> SimpleNamespace:
    words = {key: list(_words(text)) for key, text in definitions.items()}
    matched: dict[str, set[int]] = {key: set() for key in words}
    pairs, apart = {}, [0.0]
    for a, b in combinations(sorted(words), 2):
        found = match([word for word, _ in words[a]], [word for word, _ in words[b]])
        matched[a].update(i for i, _ in found)
        matched[b].update(j for _, j in found)
        apart.append(1 - ratio(definitions[a].lower(), definitions[b].lower()) / 100)
        links = [(words[a][i][1], words[b][j][1]) for i, j in found]
        pairs[a, b] = SimpleNamespace(links=links, relation=_relation(words[a], words[b]))
    return SimpleNamespace(
        pairs=pairs,
        attention=max(apart),
        lenses={key: _lenses(text, lenses) for key, text in definitions.items()},
        texts={key: SimpleNamespace(spans=list(_spans(words[key], matched[key]))) for key in words},
    )


def _words(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for found in _WORD.finditer(text):
        yield found[0].lower(), found.span()


def _spans(
    words: Sequence[tuple[str, tuple[int, int]]], matched: set[int]
) -> Iterator[SimpleNamespace]:
    for index, (_word, (start, end)) in enumerate(words):
        kind = "shared" if index in matched else "only"
        yield SimpleNamespace(start=start, end=end, kind=kind)


def _relation(a: Sequence[tuple[str, Any]], b: Sequence[tuple[str, Any]]) -> str:
    one, other = {word for word, _ in a}, {word for word, _ in b}
    alike = len(one & other) / max(1, min(len(one), len(other)))
    return "opposed" if alike >= _ALIKE and (one ^ other) & _TURNING else "overlap"


def _lenses(text: str, lenses: Sequence[Lens]) -> dict[str, float]:
    return {
        lens.id: float(sum(cue.lower() in text.lower() for cue in lens.cues)) for lens in lenses
    }


def _same_words(a: list[str], b: list[str]) -> Matches:
    return [(i, b.index(word)) for i, word in enumerate(a) if word in b]


def _diff(a: list[str], b: list[str]) -> Matches:
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]


def _diff_ratio(a: str, b: str) -> float:
    return 100 * SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()
