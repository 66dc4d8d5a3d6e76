"""The history of a term as paragraphs: what the history screen says, before it is laid out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from glossary.domain import one_line, visible
from glossary.domain.worddiff import PieceKind
from glossary.locale import gettext as _
from glossary.tui.marking import NO_BREAK
from glossary.tui.widgets.pieces import Piece, Row
from glossary.tui.wrapping import wrap
from glossary.workflow.history import Change, History, Step
from glossary.workflow.ports import Commit
from glossary.workflow.telling import in_words, pieces_of, remarks_on, signed, what_of

_LOOKS = {PieceKind.ADDED: "came", PieceKind.REMOVED: "gone"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in pieces that each have their look, `indent` cells from the edge."""

    pieces: Row
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A step with its head; or, without a head, something that is said before or below the steps.

    `commit` is None for these and for what is not committed yet.
    """

    head: str
    body: tuple[Paragraph, ...] = ()
    commit: Commit | None = None


def sentence(text: str) -> Entry:
    """Something to say, harmless, in an entry of its own."""
    return Entry("", (Paragraph((Piece(one_line(text)),), 2),))


def entries(found: History) -> tuple[Entry, ...]:
    """Since when, the steps newest first, and what is to be remarked below them."""
    before = []
    if found.since is not None:
        before.append(sentence(_("Since {commit}:").format(commit=_told(found.since))))
    steps = (_step(step) for step in found.told)
    return (*before, *steps, *map(sentence, remarks_on(found)))


def lines(paragraph: Paragraph, width: int) -> Iterator[Row]:
    """The lines of a paragraph in `width` cells; no word of it is left out."""
    indent = Piece(" " * paragraph.indent)
    text = "".join(piece.text for piece in paragraph.pieces)
    ends = [*accumulate(len(piece.text) for piece in paragraph.pieces)]
    at = 0
    for start, end in wrap(text, width - paragraph.indent):
        row = [indent]
        begin = start
        while begin < end:
            while ends[at] <= begin:
                at += 1
            stop = min(end, ends[at])
            row.append(Piece(text[begin:stop], paragraph.pieces[at].look))
            begin = stop
        yield tuple(row)


def _step(step: Step) -> Entry:
    head = _("not committed yet") if step.commit is None else _told(step.commit)
    body = [paragraph for change in step.changes for paragraph in _change(change)]
    return Entry(head, tuple(body), step.commit)


def _change(change: Change) -> Iterator[Paragraph]:
    what = one_line(what_of(change))
    if change.before is None:
        # Marked from end to end, first words would drown the few that changed elsewhere.
        yield Paragraph((Piece(_("{what} · new").format(what=what), "strong"),), 2)
        yield Paragraph((Piece(_shown(visible(in_words(change.after)))),), 4)
        return
    yield Paragraph((Piece(what, "strong"),), 2)
    pieces = signed(pieces_of(change))
    shown = (Piece(_shown(one.text), _LOOKS.get(one.kind, "")) for one in pieces)
    yield Paragraph(tuple(shown), 4)


def _shown(text: str) -> str:
    return text.replace("\t", "    ")


def _told(commit: Commit) -> str:
    """A commit on one line, harmless: 23 Nov 2026 · Ann Field · Sharpen our meaning · 1a2b3c4."""
    date = _("without a date") if commit.date is None else _day(commit.date)
    parts = (date, commit.author, commit.subject, commit.short)
    return f" ·{NO_BREAK}".join(shown for part in parts if (shown := one_line(part)))


def _day(moment: dt.date) -> str:
    """A day as the reader writes it: 23 Nov 2026."""
    months = _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return _("{day} {month} {year}").format(
        day=moment.day, month=months[moment.month - 1], year=moment.year
    )
