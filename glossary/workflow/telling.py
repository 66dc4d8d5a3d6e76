"""A history in words: what a change is of, which words went and came, and what is not there."""

from collections.abc import Iterator, Mapping, Sequence

from glossary.domain import Outcome, OutcomeKind, Position, Status, visible
from glossary.domain.worddiff import Piece, PieceKind, word_diff
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.days import day
from glossary.workflow.history import Change, History, Lost
from glossary.workflow.moves import OUTCOME, POSITION, Value
from glossary.workflow.naming import quote
from glossary.workflow.status_words import status_word
from glossary.workflow.words import field_word, stand_word

_GROUP: Mapping[str, tuple[str, ...]] = {
    "draft.wording": (mark("Draft"),),
    "draft.example": (mark("Draft"), "example"),
    "draft.counterexample": (mark("Draft"), "counterexample"),
    OUTCOME: (mark("Outcome"),),
}
# What opens and closes words that went or came, so that they stand apart without colour too.
_SIGNS = {PieceKind.REMOVED: ("[-", "-]"), PieceKind.ADDED: ("{+", "+}")}
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


def signed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as they are shown, harmless, with signs around what went or came.

    Signs stand close around words; the white space outside them is kept.
    """
    found: list[Piece] = []
    follows_sign = False
    for at, piece in enumerate(pieces):
        text = visible(piece.text)
        words = text.strip()
        if piece.kind is PieceKind.KEPT or not words:
            # What a text now begins with has no space before it that would keep it off a sign.
            begins = at == 1 and follows_sign and pieces[0].kind is PieceKind.REMOVED
            found.append(Piece(PieceKind.KEPT, f" {text.lstrip()}" if begins else text))
            follows_sign = False
            continue
        start, (opens, closes) = text.index(words), _SIGNS[piece.kind]
        end = start + len(words)
        found += [
            Piece(PieceKind.KEPT, text[:start] or (" " if follows_sign else "")),
            Piece(piece.kind, f"{opens}{words}{closes}"),
            Piece(PieceKind.KEPT, text[end:]),
        ]
        follows_sign = end == len(text)
    return [piece for piece in found if piece.text]


def remarks_on(found: History) -> Iterator[str]:
    """What is to be said below the steps: that there are none, that older ones are elsewhere."""
    if not found.told:
        yield _nothing(found)
    yield from map(_unreadable, found.lost)
    if not found.complete:
        yield _("Older commits are not in this clone. Fetch them with: git fetch --unshallow.")


def _unreadable(lost: Lost) -> str:
    commits = ", ".join(
        one.short if one is not None else _("what is not committed yet") for one in lost.commits
    )
    if not lost.name:
        return _("In {commits} the file of this agreement could not be read.").format(
            commits=commits
        )
    return _("In {commits} the file of {partner} could not be read.").format(
        commits=commits, partner=quote(lost.name)
    )


def in_words(value: Value) -> str:
    """A value as people read it; "" for none."""
    if isinstance(value, Position):
        return ": ".join(part for part in (stand_word(value.position), value.reason) if part)
    if isinstance(value, Outcome):
        return _outcome(value)
    return value or ""


def _nothing(found: History) -> str:
    if found.partner:
        return _nothing_of(found, visible(found.partner))
    if found.since is not None:
        return _("Nothing about this term has changed since.")
    if not found.complete:
        return _("Nothing about this term has changed in the commits of this clone.")
    return _("Nothing has been said about this term yet.")


def _nothing_of(found: History, partner: str) -> str:
    if found.since is not None:
        told = _("Nothing that {partner} says about this term has changed since.")
    elif not found.complete:
        told = _(
            "Nothing that {partner} says about this term has changed in the commits of this clone."
        )
    else:
        told = _("{partner} has said nothing about this term yet.")
    return told.format(partner=partner)


def _outcome(outcome: Outcome) -> str:
    word = status_word(_STATUS[outcome.kind])
    text = ": ".join(part for part in (word, outcome.name) if part)
    if outcome.review is None:
        return text
    return _("{outcome}, look again on {date}").format(outcome=text, date=day(outcome.review))
