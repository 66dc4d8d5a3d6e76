"""`glossary compare`: what partners mean by one term, side by side."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glossary.cli.compare_json import comparison_json
from glossary.cli.linear import linear
from glossary.cli.marks import marks, runs
from glossary.cli.options import (
    dir_option,
    json_option,
    plain_option,
    set_option,
    term_argument,
    vectors_option,
)
from glossary.cli.output import say, say_json, width, with_colour
from glossary.cli.plain_matrix import matrices
from glossary.cli.plain_reasons import plain_reasons
from glossary.cli.plain_text import facts, heading
from glossary.cli.side_by_side import folded, legend, side_by_side
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.compare import Comparison
from glossary.domain import Term, TermSet, one_line
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.angles import lenses_of
from glossary.workflow.comparing import compare_term
from glossary.workflow.explaining import reasons
from glossary.workflow.lookup import term_of
from glossary.workflow.overtaken import above_meanings
from glossary.workflow.term_facts import term_facts
from glossary.workflow.words import full_names_of, with_full_names


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "compare",
        callback=compare,
        help=_("Lay what partners mean by a term side by side, and show what to talk about."),
        params=[
            term_argument(),
            set_option(),
            json_option(),
            plain_option(_("One partner after the other, marks in words, then lenses and cases.")),
            vectors_option(),
            dir_option(),
        ],
    )


def compare(
    *,
    term: str,
    set_id: str | None,
    as_json: bool,
    as_lines: bool,
    vectors: bool,
    folder: Path | None,
) -> int:
    """Compare and print."""
    from glossary.bootstrap import today

    place = workspace(folder)
    termset = place.load(place.choose(set_id))
    word = term_of(termset, term)
    comparison = compare_term(termset, word.id, vectors=vectors)
    if as_json:
        say_json(comparison_json(termset, word, comparison))
        return 0
    above = [*above_meanings(termset, word.id, today(), full_names_of(termset))]
    if as_lines:
        lines = [*_told(with_full_names(termset), word, comparison, above)]
    else:
        title = f"{one_line(word.label)} · {one_line(termset.title)}"
        talk = _talk_about(termset, comparison, reasons(termset, word.id, comparison.signals))
        lines = [*folded(title, width())]
        lines += [part for line in above for part in folded(line, width())]
        lines += [*_columns(termset, word, comparison), ""]
        if not comparison.texts:
            told = facts(term_facts(termset, word))
            lines += [*(part for line in told for part in folded(line, width())), ""]
        lines += [part for line in talk for part in folded(line, width())]
    say("\n".join(lines))
    return 0


def _columns(termset: TermSet, term: Term, comparison: Comparison) -> Iterator[str]:
    known, colour = marks(lenses_of(term)), with_colour()
    columns = [
        (one_line(termset.partners[key].name), runs(text, known))
        for key, text in comparison.texts.items()
    ]
    if columns:
        yield from legend([text for _name, text in columns], known, width(), colour=colour)
        yield ""
        yield from side_by_side(columns, width(), colour=colour)


def _told(
    termset: TermSet, term: Term, comparison: Comparison, above: Sequence[str]
) -> Iterator[str]:
    yield heading(termset, term)
    yield from above
    if not comparison.texts:
        yield from facts(term_facts(termset, term))
    yield from linear(termset, comparison, marks(lenses_of(term)))
    yield from matrices(termset, term, comparison)
    yield ""
    told = plain_reasons(termset, term, comparison.signals)
    yield from _talk_about(termset, comparison, told)


def _talk_about(
    termset: TermSet, comparison: Comparison, sentences: Sequence[str]
) -> Iterator[str]:
    """What people named, then what was found, then who has not spoken."""
    if sentences:
        yield _("What to talk about:")
        yield from (f"- {sentence}" for sentence in sentences)
    silent = len(termset.partners) - len(comparison.texts)
    if silent:
        yield ngettext(
            "{n} of {all} partners has not said what it means by this word.",
            "{n} of {all} partners have not said what they mean by this word.",
            silent,
        ).format(n=silent, all=termset.size)
