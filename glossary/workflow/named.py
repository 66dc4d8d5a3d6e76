"""What people named as a difference, as signals: they outrank everything that was computed."""

from glossary.compare import Signal, SignalKind
from glossary.domain import Difference, TermSet, one_line
from glossary.locale import mark
from glossary.workflow.words import KIND_WORDS

_SURE = 0.95  # what people named brings by itself: more than all that can be computed


def named(termset: TermSet, term_id: str) -> tuple[Signal, ...]:
    """The differences that people named on a term, in the order of the file."""
    return tuple(_signal(each) for each in termset.agreement(term_id).differences)


def with_named(computed: float) -> float:
    """The attention (0 to 1) for a term on which people named a difference as well."""
    return 1.0 - (1.0 - computed) * (1.0 - _SURE)


def _signal(difference: Difference) -> Signal:
    who = {f"p{place}": key for place, key in enumerate(difference.between)}
    between = " ↔ ".join(f"{{{slot}}}" for slot in who)
    note = one_line(difference.note)
    return Signal(
        SignalKind.NAMED,
        1.0,
        f"{between} ({{kind}})" + (": {x}" if note else ""),
        mark("named: {kind}"),
        difference.between,
        who,
        {"x": note},
        {"kind": KIND_WORDS[difference.kind]},
    )
