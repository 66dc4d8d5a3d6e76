"""Definitions one after the other, marks in words: for screen readers and pipes."""

from collections.abc import Iterator, Mapping

from glossary.cli.marks import Mark, Run, runs
from glossary.cli.plain_text import fact, quoted, said
from glossary.compare import Comparison
from glossary.compare.model import Side
from glossary.compare.quoting import phrase
from glossary.domain import TermSet, one_line
from glossary.locale import gettext as _


def linear(termset: TermSet, found: Comparison, known: Mapping[str, Mark]) -> Iterator[str]:
    """Per partner its own text, and after a label of their own the words that are marked in it."""
    for key, text in found.texts.items():
        yield ""
        yield from said(one_line(termset.partners[key].name), text.text)
        marked = [*_clashes(termset, key, found), *_marked(runs(text, known), known)]
        if marked:
            yield _("Marked words:")
            yield from marked


def _clashes(termset: TermSet, partner: str, found: Comparison) -> Iterator[str]:
    for own, others in _clashes_of(partner, found).items():
        sides = "; ".join(
            says(termset, other, words) if words else does_not(termset, other)
            for other, words in others.items()
        )
        yield fact(_("Clash"), f"{quoted(own)}; {sides}.")


def says(termset: TermSet, partner: str, words: str) -> str:
    """What a partner says, in its words."""
    name = one_line(termset.partners[partner].name)
    return _("{who} says {words}").format(who=name, words=quoted(words))


def does_not(termset: TermSet, partner: str) -> str:
    """That a partner says nothing of the kind."""
    return _("{who} does not say this").format(who=one_line(termset.partners[partner].name))


def _marked(text: list[Run], known: Mapping[str, Mark]) -> Iterator[str]:
    for name, mark in known.items():
        words = [quoted(run.text) for run in text if run.mark == mark]
        if words and name != "contrast":
            head = _("Lens {lens}").format(lens=mark.word) if ":" in name else mark.word
            yield fact(head, ", ".join(words))


def _clashes_of(partner: str, found: Comparison) -> dict[str, dict[str, str]]:
    """By each phrase with which a partner clashes: what the others say there, by partner id.

    What another says is empty where it does not speak of it at all.
    """
    told: dict[str, dict[str, str]] = {}
    for own, other in _sides(partner, found):
        if own.words:
            said = told.setdefault(phrase(found.texts[own.partner].text, own), {})
            said.setdefault(other.partner, phrase(found.texts[other.partner].text, other))
    return told


def _sides(partner: str, found: Comparison) -> Iterator[tuple[Side, Side]]:
    for pair in found.pairs.values():
        for one in pair.contrasts:
            if one.a.partner == partner:
                yield one.a, one.b
            elif one.b.partner == partner:
                yield one.b, one.a
