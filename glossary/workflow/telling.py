"""A change in words: what it is of, and which words went and came."""

from collections.abc import Mapping

from glossary.domain import Outcome, OutcomeKind, Position, Status
from glossary.domain.worddiff import Piece, PieceKind, word_diff
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.history import Change
from glossary.workflow.moves import OUTCOME, POSITION, Value
from glossary.workflow.status_words import status_word
from glossary.workflow.words import field_word, stand_word

_GROUP: Mapping[str, tuple[str, ...]] = {
    "draft.wording": (mark("Draft"),),
    "draft.example": (mark("Draft"), "example"),
    "draft.counterexample": (mark("Draft"), "counterexample"),
    OUTCOME: (mark("Outcome"),),
}
_STATUS = {
    OutcomeKind.SHARED: Status.AGREED,
    OutcomeKind.DIFFER: Status.DIFFERS,
    OutcomeKind.RENAMED: Status.RENAMED,
    OutcomeKind.PARKED: Status.PARKED,
}


def what_of(change: Change) -> str:
    """Of what a change is: "Gemeente Noord · Meaning", "Draft · Example"."""
    if change.partner:
        word = _("Position") if change.field == POSITION else field_word(change.field)
        return f"{change.name} · {word}"
    head, *field = _GROUP[change.field]
    return " · ".join([_(head), *map(field_word, field)])


def pieces_of(change: Change) -> tuple[Piece, ...]:
    """What went, came and stayed, in reading order; positions and outcomes in words.

    What reads the same before and after was taken or recorded again, on another wording.
    """
    before, after = in_words(change.before), in_words(change.after)
    if isinstance(change.before, str) or isinstance(change.after, str):
        return word_diff(before, after)
    if before == after:
        return (Piece(PieceKind.KEPT, _("{text} (again, on another wording)").format(text=after)),)
    whole = (Piece(PieceKind.REMOVED, before), Piece(PieceKind.ADDED, after))
    return tuple(piece for piece in whole if piece.text)


def in_words(value: Value) -> str:
    """A value as people read it; "" for none."""
    if isinstance(value, Position):
        return ": ".join(part for part in (stand_word(value.position), value.reason) if part)
    if isinstance(value, Outcome):
        return _outcome(value)
    return value or ""


def _outcome(outcome: Outcome) -> str:
    word = status_word(_STATUS[outcome.kind])
    text = ": ".join(part for part in (word, outcome.name) if part)
    if outcome.review is None:
        return text
    return _("{outcome}, look again on {date}").format(outcome=text, date=outcome.review)
