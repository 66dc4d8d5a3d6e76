"""Definitions beside each other in HTML, with the marks and the legend of the screens."""

from collections.abc import Iterator, Sequence

from glossary.domain import TEXT_FIELDS, Partner, Restatement, Term
from glossary.domain.restating import confirmed, left_out
from glossary.formats.html_book import MOST_NAMES, Book
from glossary.formats.html_course import items
from glossary.formats.html_marks import legend, marked
from glossary.formats.html_text import Html, line, say, tag, together
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.days import day
from glossary.workflow.defining import FACILITATOR
from glossary.workflow.words import field_word, kind_word


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
        *legend(term, book.beside(term), book.lang),
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
        tag("p", *marked(definition.meaning, marks), class_="typed", lang=book.lang),
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
