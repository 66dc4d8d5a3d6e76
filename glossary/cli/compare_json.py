"""A comparison as JSON: the fields of `Comparison` by their names (docs/json.md)."""

from glossary.compare import Comparison, PairComparison
from glossary.domain import Term, TermSet
from glossary.formats.json_text import plain
from glossary.workflow.words import short_names_of

FORMAT = 1


def comparison_json(termset: TermSet, term: Term, comparison: Comparison) -> dict[str, object]:
    """Everything that the comparison found; pairs as a list, signals with their sentences."""
    names = short_names_of(termset)
    return {
        "format": FORMAT,
        "set": termset.id,
        "term": term.id,
        "label": term.label,
        "language": termset.language,
        "texts": plain(comparison.texts),
        "pairs": [
            {"between": list(between), **_pair(pair)}
            for between, pair in sorted(comparison.pairs.items())
        ],
        "lenses": plain(comparison.lenses),
        "cases": plain(comparison.cases),
        "attention": comparison.attention,
        "signals": [
            {
                "kind": str(signal.kind),
                "strength": signal.strength,
                "sentence": signal.sentence(names),
                "partners": list(signal.partners),
            }
            for signal in comparison.signals
        ],
    }


def _pair(pair: PairComparison) -> dict[str, object]:
    return {
        "wording_apart": pair.wording_apart,
        "links": plain(pair.links),
        "contrasts": plain(pair.contrasts),
        "relation": str(pair.relation),
    }
