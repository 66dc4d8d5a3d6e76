"""Words of the field as frozen dataclasses, and pure rules over them. Standard library only.

A module is loaded by the first who asks for one of its names: making a dataclass takes up to a
millisecond, and a first frame needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.domain.agreements import (
        Agreement,
        Difference,
        DifferenceKind,
        Disposition,
        Draft,
        Objection,
        Outcome,
        OutcomeKind,
        Phase,
    )
    from glossary.domain.deriving import fresh_positions, is_understood, status_of
    from glossary.domain.errors import GlossaryError, NotFoundError, RefusedError, UnreadableError
    from glossary.domain.findings import Finding, Severity
    from glossary.domain.partners import (
        TEXT_FIELDS,
        Answer,
        CaseAnswer,
        Definition,
        Partner,
        PastPosition,
        Position,
        Ratings,
        Restatement,
        Stand,
        Verdict,
    )
    from glossary.domain.status import Status
    from glossary.domain.terms import Case, Lens, Term, Vocabulary
    from glossary.domain.termset import TermSet
    from glossary.domain.text import fingerprint, has_unseen, normalise, one_line, visible

__all__ = [
    "TEXT_FIELDS",
    "Agreement",
    "Answer",
    "Case",
    "CaseAnswer",
    "Definition",
    "Difference",
    "DifferenceKind",
    "Disposition",
    "Draft",
    "Finding",
    "GlossaryError",
    "Lens",
    "NotFoundError",
    "Objection",
    "Outcome",
    "OutcomeKind",
    "Partner",
    "PastPosition",
    "Phase",
    "Position",
    "Ratings",
    "RefusedError",
    "Restatement",
    "Severity",
    "Stand",
    "Status",
    "Term",
    "TermSet",
    "UnreadableError",
    "Verdict",
    "Vocabulary",
    "fingerprint",
    "fresh_positions",
    "has_unseen",
    "is_understood",
    "normalise",
    "one_line",
    "status_of",
    "visible",
]

_NAMES = {
    "agreements": (
        "Agreement",
        "Difference",
        "DifferenceKind",
        "Disposition",
        "Draft",
        "Objection",
        "Outcome",
        "OutcomeKind",
        "Phase",
    ),
    "deriving": ("fresh_positions", "is_understood", "status_of"),
    "errors": ("GlossaryError", "NotFoundError", "RefusedError", "UnreadableError"),
    "findings": ("Finding", "Severity"),
    "partners": (
        "TEXT_FIELDS",
        "Answer",
        "CaseAnswer",
        "Definition",
        "Partner",
        "PastPosition",
        "Position",
        "Ratings",
        "Restatement",
        "Stand",
        "Verdict",
    ),
    "status": ("Status",),
    "terms": ("Case", "Lens", "Term", "Vocabulary"),
    "termset": ("TermSet",),
    "text": ("fingerprint", "has_unseen", "normalise", "one_line", "visible"),
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names}

if not TYPE_CHECKING:  # who checks types would take any name for one of these

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"{__name__}.{name}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
