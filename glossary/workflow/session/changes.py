"""What became what between two wordings, in words."""

from collections.abc import Callable, Iterator, Sequence

from glossary.domain import one_line
from glossary.domain.worddiff import Piece, PieceKind
from glossary.locale import gettext as _
from glossary.workflow.session.consenting import is_kept

MOST_CHANGES = 4  # that are told one by one


def told_changes(pieces: Sequence[Piece], show: Callable[[str], str] = one_line) -> Iterator[str]:
    """A phrase per change, in reading order; `show` makes words harmless where they are read."""
    at = 0
    while at < len(pieces):
        piece, after = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        at += 1
        text = show(piece.text)
        if piece.kind is PieceKind.ADDED:
            yield _("“{words}” came in").format(words=text)
        elif piece.kind is PieceKind.REMOVED and after and after.kind is PieceKind.ADDED:
            at += 1
            yield _("“{old}” became “{new}”").format(old=text, new=show(after.text))
        elif piece.kind is PieceKind.REMOVED:
            yield _("“{words}” went out").format(words=text)


def told_round(number: int, pieces: Sequence[Piece]) -> tuple[str, str]:
    """Which round it is, and what the wording became since the one before.

    The latter is empty where nothing of it stayed; "…" stands for more of it.
    """
    place = {"number": number, "before": number - 1}
    if not any(map(is_kept, pieces)):
        return _("Round {number} · rewritten since round {before}").format(**place), ""
    found = [*told_changes(pieces)]
    told = "; ".join(found[:MOST_CHANGES]) + ("; …" if len(found) > MOST_CHANGES else "")
    return _("Round {number} · changed since round {before}:").format(**place), told
