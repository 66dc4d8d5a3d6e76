"""Definitions beside each other in HTML, with the marks and the legend of the screens."""

from collections import Counter
from collections.abc import Iterator, Sequence

from glossary.compare import SpanKind
from glossary.domain import TEXT_FIELDS, Partner, Restatement, Term
from glossary.domain.restating import confirmed, left_out
from glossary.formats.html_book import MOST_NAMES, Book
from glossary.formats.html_course import items
from glossary.formats.html_text import Html, line, say, tag, together
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.angles import lenses_of
from glossary.workflow.days import day
from glossary.workflow.defining import FACILITATOR
from glossary.workflow.marking import KIND_WORDS, Marking
from glossary.workflow.side_by_side import Stretch
from glossary.workflow.words import field_word, kind_word

_STYLES = 4  # looks of lenses; glyphs go on when these begin again


def meanings(book: Book, term: Term) -> Iterator[Html]:
    """What each partner means, and how they differ."""
    speakers = book.said(term)
    if not speakers:
        return
    said_back = confirmed(book.termset, term.id)
    columns = [
        _column(book, term, partner, [*_said_back(book, said_back.get(partner.id, ()))])
        for partner in speakers
    ]
    yield tag(
        "section",
        tag("h4", _("What each partner means")),
        *_legend(book, term),
        tag("div", *columns, class_="columns"),
        *_silent(book, speakers),
        *_left_out(book, term),
    )
    yield from _differences(book, term)


def _column(book: Book, term: Term, partner: Partner, heard: Sequence[Html]) -> Html:
    definition = partner.definitions[term.id]
    marks = book.beside(term).marks.get(partner.id, ())
    parts = [
        tag("h5", line(partner.name)),
        tag("p", *_marked(definition.meaning, marks), class_="typed", lang=book.lang),
    ]
    fields = [
        part
        for field in TEXT_FIELDS[1:]
        if (text := getattr(definition, field)).strip()
        for part in (tag("dt", field_word(field)), book.words(text, "dd"))
    ]
    if definition.lenses:
        labels = {lens.id: lens.label for lens in term.lenses}
        told = together(*(line(labels.get(one, one)) for one in definition.lenses), between=", ")
        fields += [tag("dt", _("Chosen lenses")), tag("dd", told, lang=book.lang)]
    if fields:
        parts.append(tag("dl", *fields))
    parts += heard
    small = [*_small_print(definition.entered_by)]
    if definition.updated:
        small.append(say(_("Last changed: {date}"), date=day(definition.updated)))
    if small:
        parts.append(tag("p", together(*small, between=" · "), class_="quiet"))
    return tag("section", *parts, class_="meaning-of")


def _marked(text: str, marks: Sequence[Stretch]) -> Iterator[str]:
    """The text with a glyph before every marked stretch.

    Marks belong to the very text that was compared: one that they do not fit has none.
    """
    at = 0
    for start, end, marking in marks if all(one[1] <= len(text) for one in marks) else ():
        if at < start:
            yield text[at:start]
        yield tag("mark", f"{marking.glyph}\u00a0{text[start:end]}", class_=_look(marking))
        at = end
    yield text[at:]


def _look(marking: Marking) -> str:
    if marking.lens is not None:
        return f"lens-{marking.lens % _STYLES}"
    return str(marking.kind)


def _legend(book: Book, term: Term) -> Iterator[Html]:
    """The marks that occur, and in how many definitions."""
    counts: Counter[Marking] = Counter()
    for marks in book.beside(term).marks.values():
        counts.update({marking for _start, _end, marking in marks})
    labels: dict[Marking, tuple[str, str | None]] = {
        Marking(kind): (_(KIND_WORDS[kind]), None) for kind in (SpanKind.CONTRAST, SpanKind.ONLY)
    }
    # General lenses are called in the language of the program.
    lang = book.lang if term.lenses else None
    for place, lens in enumerate(lenses_of(term)):
        labels[Marking(lens=place)] = (lens.label, lang)
    entries = [
        tag(
            "li",
            tag("mark", f"{marking.glyph}\u00a0", line(label), class_=_look(marking), lang=lang),
            f" {counts[marking]}",
        )
        for marking, (label, lang) in labels.items()
        if counts[marking]
    ]
    if entries:
        yield tag("p", _("Marks, and in how many definitions:"), class_="legend-head")
        yield tag("ul", *entries, class_="legend")


def _small_print(typist: str) -> Iterator[Html]:
    if typist.strip():
        name = _("the facilitator") if typist == FACILITATOR else line(typist)
        yield say(_("Written down by {name}"), name=name)


def _silent(book: Book, speakers: Sequence[Partner]) -> Iterator[Html]:
    said = {one.id for one in speakers}
    silent = [key for key in book.termset.partners if key not in said]
    if 0 < len(silent) <= MOST_NAMES:
        told = ngettext(
            "∅ {n} partner without a definition: {names}",
            "∅ {n} partners without a definition: {names}",
            len(silent),
        )
        yield tag("p", say(told, n=len(silent), names=book.names(silent)), class_="quiet")


def _said_back(book: Book, heard: Sequence[tuple[str, Restatement]]) -> Iterator[Html]:
    for by, one in heard:
        told = _("Restated by {partner}, and confirmed: {text}")
        told = say(told, partner=book.name(by), text=book.words(one.text))
        yield tag("p", told, class_="said-back")


def _left_out(book: Book, term: Term) -> Iterator[Html]:
    skips = left_out(book.termset, term.id) if term.id in book.touched else ()
    if skips:
        turns = (
            say(_("{by} about {of}"), by=book.name(one.by), of=book.name(one.of)) for one in skips
        )
        told = say(_("Not restated, by choice: {turns}."), turns=together(*turns, between="; "))
        yield tag("p", told, class_="quiet")


def _differences(book: Book, term: Term) -> Iterator[Html]:
    """What people named or, where nobody did, what stands out."""
    named = book.termset.agreement(term.id).differences
    if named:
        told = []
        for one in named:
            names = together(*map(book.name, one.between), between=" ↔ ")
            note = [": ", book.words(one.note)] if one.note.strip() else []
            told.append(together(names, " (", kind_word(one.kind), ")", *note))
        yield tag("section", tag("h4", _("Differences that were named")), items(told))
        return
    signals = [line(one.sentence(book.called)) for one in book.row(term).signals]
    if signals:
        yield tag("section", tag("h4", _("What to talk about")), items(signals))
