"""Conflicts in a text: both versions of an entry between the marks that git makes."""

from glossary.domain.merging import ABSENT, Conflict
from glossary.store.dressing import eol_of
from glossary.store.places import Layout, unix
from glossary.store.statement import CannotEditError

_OURS, _BETWEEN, _THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"


def marked(shown: Layout, theirs: Layout, conflicts: tuple[Conflict, ...]) -> str:
    """The text with marks around every entry or field in conflict, and nothing else.

    `shown` holds our version of each, and theirs where ours has none. No text with these marks
    is TOML, so nobody takes it for one. Raises CannotEditError where the versions of an entry
    do not stand in lines of their own.
    """
    lines = [block.text for block in shown.blocks]
    eol = eol_of(shown.text)
    for conflict in conflicts:
        start, end = _span(shown, conflict)
        with_comments = ABSENT in (conflict.ours, conflict.theirs)
        if with_comments:
            start = _with_lead(shown, start)
        here = there = ""
        if conflict.ours is not ABSENT:
            here = "".join(lines[start:end])
        if conflict.theirs is not ABSENT:
            there = _their_version(shown, theirs, conflict, with_comments=with_comments)
        text = unix(_OURS + _ended(here) + _BETWEEN + _ended(there) + _THEIRS)
        if start:
            lines[start - 1] = _ended(lines[start - 1], eol)
        lines[start:end] = [text.replace("\n", eol), *[""] * (end - start - 1)]
    return "".join(lines)


def _their_version(
    shown: Layout, theirs: Layout, conflict: Conflict, *, with_comments: bool
) -> str:
    (here, _end), (start, end) = _span(shown, conflict), _span(theirs, conflict)
    one, other = shown.blocks[here], theirs.blocks[start]
    depths = [len(block.path) - len(block.table) for block in (one, other)]
    if one.kind is not other.kind or depths[0] != depths[1]:
        raise CannotEditError
    start = _with_lead(theirs, start) if with_comments else start
    return "".join(block.text for block in theirs.blocks[start:end])


def _with_lead(layout: Layout, start: int) -> int:
    """With an entry go the comments about it; those at the top are about the file."""
    return layout.lead(start) or start


def _span(layout: Layout, conflict: Conflict) -> tuple[int, int]:
    span = None if conflict.is_order else layout.span(conflict.place)
    if span is None:
        raise CannotEditError
    return span


def _ended(text: str, eol: str = "\n") -> str:
    return text if not text or text.endswith("\n") else text + eol
