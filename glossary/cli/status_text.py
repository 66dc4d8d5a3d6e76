"""A set as lines of text: aligned for a terminal, with tabs for a pipe."""

from collections.abc import Iterator, Mapping, Sequence

import click

from glossary.cli.output import width, with_colour
from glossary.cli.plain_reasons import plain_reasons
from glossary.cli.plain_text import fact, share
from glossary.cli.side_by_side import folded
from glossary.domain import Status, TermSet, one_line
from glossary.domain.cells import cell_len, cut, pad
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.leaving_out import counted_partners
from glossary.workflow.overview import TermRow
from glossary.workflow.status_words import explained, status_word
from glossary.workflow.words import short_names_of, with_full_names

_BAR = 8
_MUCH, _SOME = 2 / 3, 1 / 3
_LABEL = 24
_REASON = 12  # cells under which a reason says nothing
_GAPS = 10  # two cells before each of five columns


def aligned(termset: TermSet, rows: Sequence[TermRow], overtaken: Mapping[str, str]) -> str:
    """Columns: word, bar of attention, reason, coverage, status; as wide as the terminal.

    `overtaken` tells by term what happened since its outcome: that is the reason then.

    Where no room for a reason would be left: lines with word, status and coverage.
    """
    names = short_names_of(termset)
    labels = [cut(one_line(row.label), _LABEL) for row in rows]
    shares = [f"{row.defined}/{row.partners}" for row in rows]
    statuses = [status_word(row.status) for row in rows]
    wide = [max(map(cell_len, column), default=0) for column in (labels, shares, statuses)]
    room = width() - sum(wide) - _BAR - _GAPS
    lines = [*_title(termset)]
    if room < _REASON:
        lines += [part for row in rows for part in folded(_short(row), width())]
        return "\n".join(lines) + "\n"
    for row, label, cover, word in zip(rows, labels, shares, statuses, strict=True):
        why = pad(cut(_reason(row, names, overtaken), room), room)
        cells = (pad(label, wide[0]), bar(row.attention or 0.0), why, cover.rjust(wide[1]), word)
        lines.append("  " + "  ".join(cells))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def listed(termset: TermSet, rows: Sequence[TermRow], overtaken: Mapping[str, str]) -> str:
    """A paragraph for each word, a fact on each line; a status is explained where it first is."""
    named = with_full_names(termset)
    lines = [*_counted(termset)]
    told: set[Status] = set()
    for row in rows:
        where = status_word(row.status) if row.status in told else explained(row.status)
        told.add(row.status)
        lines += ["", fact(_("Word"), row.label), fact(_("Where it is"), where)]
        lines.append(fact(_("Said what it means"), share(row.defined, row.partners)))
        if row.id in overtaken:
            lines.append(fact(_("Look at it again"), overtaken[row.id]))
        if row.signals:
            lines.append(fact(_("Deserves the group's time"), _how_much(row.attention or 0.0)))
        reasons = plain_reasons(named, named.terms[row.id], row.signals)
        lines += [fact(_("Reason"), one) for one in reasons]
    return "\n".join(lines) + "\n"


def tabbed(termset: TermSet, rows: Sequence[TermRow], overtaken: Mapping[str, str]) -> str:
    """Set, term, status, defined/partners, attention and reason, with tabs between them."""
    names = short_names_of(termset)
    return "\n".join(
        "\t".join(
            (
                termset.id,
                row.id,
                status_word(row.status),
                f"{row.defined}/{row.partners}",
                f"{row.attention or 0.0:.2f}",
                _reason(row, names, overtaken),
            )
        )
        for row in rows
    )


def bar(attention: float) -> str:
    """Attention from 0 to 1 as eight cells; some attention is never nothing."""
    full = round(attention * _BAR)
    if full == 0 and attention > 0:
        full = 1
    return "█" * full + "░" * (_BAR - full)


def _how_much(attention: float) -> str:
    """Attention from 0 to 1 in words: a figure says nothing to whoever hears it."""
    if attention >= _MUCH:
        return _("a lot")
    return _("some") if attention >= _SOME else _("a little")


def _counted(termset: TermSet) -> tuple[str, ...]:
    """The title, how many words, how many partners."""
    words = ngettext("{n} word", "{n} words", len(termset.terms)).format(n=len(termset.terms))
    return one_line(termset.title), words, counted_partners(termset)


def _title(termset: TermSet) -> Iterator[str]:
    for line in folded(" · ".join(_counted(termset)), width()):
        yield click.style(line, bold=True) if with_colour() else line


def _short(row: TermRow) -> str:
    return f"- {one_line(row.label)}: {status_word(row.status)}, {row.defined}/{row.partners}"


def _reason(row: TermRow, names: Mapping[str, str], overtaken: Mapping[str, str]) -> str:
    if row.id in overtaken:
        return one_line(overtaken[row.id])
    return one_line(row.signals[0].sentence(names)) if row.signals else ""
