"""A history in the terminal: what went and came, by signs, and by colour where it is welcome."""

import sys
from collections.abc import Iterator

import click

from glossary.cli.marks import Mark
from glossary.cli.output import on_terminal, width, with_colour
from glossary.cli.side_by_side import folded, styled_lines
from glossary.domain import TermSet, one_line
from glossary.domain.worddiff import PieceKind
from glossary.locale import gettext as _
from glossary.workflow.history import History, Step
from glossary.workflow.ports import Commit
from glossary.workflow.telling import pieces_of, remarks_on, signed, what_of

_MARKS = {
    PieceKind.REMOVED: Mark("-", "", foreground=231, background=88),
    PieceKind.ADDED: Mark("+", "", foreground=16, background=151),
}
_INDENT = 4


def history_lines(termset: TermSet, found: History) -> Iterator[str]:
    """The lines: the steps with their changes, and where the history begins and ends."""
    cells = width() if on_terminal() else sys.maxsize
    yield from folded(f"{one_line(found.term.label)} · {one_line(termset.title)}", cells)
    if found.since is not None:
        since = _("Since {commit}:").format(commit=told_commit(found.since))
        yield from folded(since, cells)
    for step in found.told:
        yield ""
        yield from _step(step, cells, colour=with_colour())
    for remark in remarks_on(found):
        yield ""
        yield from folded(remark, cells)


def _step(step: Step, cells: int, *, colour: bool) -> Iterator[str]:
    head = _("not committed yet") if step.commit is None else told_commit(step.commit)
    for line in folded(head, cells):
        yield click.style(line, bold=True) if colour else line
    for change in step.changes:
        yield from (f"  {line}" for line in folded(one_line(what_of(change)), cells - 2))
        parts = [(piece.text, _MARKS.get(piece.kind)) for piece in signed(pieces_of(change))]
        for line, _used in styled_lines(parts, cells - _INDENT, colour=colour):
            yield (" " * _INDENT + line).rstrip()


def told_commit(commit: Commit) -> str:
    """A commit on one line, harmless: 2026-11-23 · Ann Field · 1a2b3c4 · Sharpen our meaning."""
    date = _("without a date") if commit.date is None else commit.date.date().isoformat()
    parts = (date, commit.author, commit.short, commit.subject)
    return " · ".join(shown for part in parts if (shown := one_line(part)))
