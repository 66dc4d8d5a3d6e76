"""Words of the field as frozen dataclasses, and pure rules over them. Standard library only."""

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
from glossary.domain.errors import GlossaryError, NotFoundError, RefusedError, UnreadableError
from glossary.domain.findings import Finding, Severity
from glossary.domain.partners import (
    TEXT_FIELDS,
    Answer,
    CaseAnswer,
    Definition,
    Partner,
    Position,
    Ratings,
    Restatement,
    Stand,
    Verdict,
)
from glossary.domain.status import Status, fresh_positions, is_understood, status_of
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
