"""Every pair of partners: links, wording, contrasts and what they amount to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from glossary.compare import wording
from glossary.compare.align import Alignment, align
from glossary.compare.analysis import Analysed
from glossary.compare.attention import Evidence, angles_apart
from glossary.compare.contrasts import Said, Turned, contrasts
from glossary.compare.kinship import Kin
from glossary.compare.languages import Language
from glossary.compare.lenses import Angles
from glossary.compare.links import Linker
from glossary.compare.model import Contrast, PairComparison, Side
from glossary.compare.vectors import Vectors

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one text by itself."""

    text: Analysed
    said: Said
    angles: Angles


@dataclass(frozen=True, slots=True)
class Met:
    """A pair with everything found between the two: by token, and as a caller sees it.

    `turned` and the contrasts of `shown` run alongside. `spoken` when both said something.
    """

    links: Alignment
    turned: tuple[Turned, ...]
    evidence: Evidence
    shown: PairComparison
    spoken: bool


def meet(
    readings: Mapping[str, Reading], kin: Kin, known: Language, alike: Vectors | None
) -> dict[Pair, Met]:
    """All pairs (a, b), a before b in the order of `readings`; `alike` only adds links."""
    linker = Linker({partner: reading.text for partner, reading in readings.items()}, kin, alike)
    weights = {partner: wording.weight(reading.text) for partner, reading in readings.items()}
    return {
        (a, b): _meet((a, b), readings, (weights[a], weights[b]), linker, known)
        for a, b in combinations(readings, 2)
    }


def _meet(
    pair: Pair,
    readings: Mapping[str, Reading],
    weights: tuple[float, float],
    linker: Linker,
    known: Language,
) -> Met:
    a, b = readings[pair[0]], readings[pair[1]]
    links = align(a.text, b.text, linker.kin)
    apart = wording.apart(a.text, b.text, links, weights)
    turned = contrasts(a.text, a.said, b.text, b.said, links, known)
    evidence = Evidence(
        contrast=max((each.weight for each in turned), default=0.0),
        opposing=any(each.opposing for each in turned),
        angles=angles_apart(a.angles, b.angles, apart),
        wording=apart,
    )
    shown = PairComparison(
        wording_apart=apart,
        contrasts=tuple(_contrast(each, (pair[0], a.text), (pair[1], b.text)) for each in turned),
        relation=evidence.relation,
        find_links=partial(linker.links, *pair, links),
    )
    return Met(links, turned, evidence, shown, bool(a.text.normal and b.text.normal))


def _contrast(turned: Turned, a: tuple[str, Analysed], b: tuple[str, Analysed]) -> Contrast:
    return Contrast(turned.kind, _side(*a, turned.a, turned.at_a), _side(*b, turned.b, turned.at_b))


def _side(partner: str, text: Analysed, tokens: tuple[int, int] | None, at: int) -> Side:
    if tokens is None:
        return Side(partner, at, at, "")
    start, end = text.tokens[tokens[0]].start, text.tokens[tokens[1]].end
    return Side(partner, start, end, text.text[start:end])
