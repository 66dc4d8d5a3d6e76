"""Which stretches of a definition are marked, with which glyph, word and look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import click

from glossary.cli.output import few_colours
from glossary.compare import Span, SpanKind, TextComparison
from glossary.domain import Lens, one_line, visible
from glossary.locale import gettext as _
from glossary.workflow.angles import lens_glyph

# Colours of 256 by one of sixteen, for terminals that have no more.
_OF_SIXTEEN = {
    16: "black",
    88: "red",
    151: "bright_green",
    222: "bright_yellow",
    231: "bright_white",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A reason to look at some words: what it is called, its glyph and its terminal style.

    Colours come in pairs, so that they are legible on light and dark terminals alike.
    """

    glyph: str
    word: str
    foreground: int | None = None
    background: int | None = None
    bold: bool = False
    underline: bool = False

    def styled(self, text: str) -> str:
        """`text` with the terminal codes of this mark."""
        return click.style(
            text,
            fg=_colour(self.foreground),
            bg=_colour(self.background),
            bold=self.bold,
            underline=self.underline,
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a definition as it is shown, and its mark where it has one."""

    text: str
    mark: Mark | None


def marks(lenses: Sequence[Lens]) -> dict[str, Mark]:
    """The marks of a term: "only", "contrast", and one per lens by "lens:" and its id."""
    found = {
        "contrast": Mark("≠", _("clashes"), foreground=231, background=88, bold=True),
        "only": Mark("+", _("only here"), foreground=16, background=222, bold=True),
    }
    for place, lens in enumerate(lenses):
        label = one_line(lens.label)
        found[f"lens:{lens.id}"] = Mark(lens_glyph(place), label, bold=True, underline=True)
    return found


def runs(compared: TextComparison, known: Mapping[str, Mark]) -> list[Run]:
    """The text as runs; neighbours with one mark are one run, the space between included."""
    found: list[Run] = []
    for span in compared.spans:
        run = Run(visible(compared.text[span.start : span.end]), _mark(span, known))
        if found and found[-1].mark == run.mark:
            found[-1] = Run(found[-1].text + run.text, run.mark)
        elif run.mark and len(found) > 1 and found[-2].mark == run.mark and _gap(found[-1]):
            found[-2:] = [Run(found[-2].text + found[-1].text + run.text, run.mark)]
        else:
            found.append(run)
    return found


def counts(texts: Sequence[Sequence[Run]], known: Mapping[str, Mark]) -> Iterator[tuple[Mark, int]]:
    """The marks that occur and how often, in the order of `known`."""
    for mark in known.values():
        number = sum(run.mark == mark for text in texts for run in text)
        if number:
            yield mark, number


def _colour(number: int | None) -> int | str | None:
    return _OF_SIXTEEN.get(number, number) if number and few_colours() else number


def _mark(span: Span, known: Mapping[str, Mark]) -> Mark | None:
    if span.kind is SpanKind.CONTRAST:
        return known["contrast"]
    if f"lens:{span.lens}" in known:
        return known[f"lens:{span.lens}"]
    return known["only"] if span.kind is SpanKind.ONLY else None


def _gap(run: Run) -> bool:
    return run.mark is None and run.text.isspace() and "\n" not in run.text
