"""What became of a term, in HTML: the wording, who stands where, and whether it still holds."""

from collections.abc import Iterator

from glossary.domain import Outcome, OutcomeKind, Term
from glossary.formats.html_book import Book
from glossary.formats.html_course import decided_cases, items, learned, positions, rounds
from glossary.formats.html_text import Html, say, tag
from glossary.locale import gettext as _
from glossary.locale import pgettext
from glossary.workflow.days import day
from glossary.workflow.overtaken import overtaken
from glossary.workflow.words import field_word


def outcome(book: Book, term: Term) -> Iterator[Html]:
    """A section on the outcome of a term, or on its draft; nothing where there is neither."""
    if term.id not in book.touched:
        return
    found = [*_outcome(book, term)]
    if found:
        recorded = book.termset.agreement(term.id).outcome
        word = _("Outcome") if recorded else pgettext("phase", "Draft")
        yield tag("section", tag("h4", word), *found, class_="outcome")


def course(book: Book, term: Term) -> Iterator[Html]:
    """A section on how the group got there."""
    if term.id in book.touched:
        told = items([*rounds(book, term), *learned(book, term)])
        if told:
            yield tag("section", tag("h4", _("How it went")), told, class_="course")


def _outcome(book: Book, term: Term) -> Iterator[Html]:
    agreement = book.termset.agreement(term.id)
    recorded, draft = agreement.outcome, agreement.draft
    is_shared = recorded is not None and recorded.kind is OutcomeKind.SHARED
    names = {key: one.name for key, one in book.termset.partners.items()}
    told = overtaken(book.termset, term.id, book.today, names)
    if told:
        yield tag("p", tag("strong", told), class_="warning")
    if recorded is not None and not is_shared:
        yield tag("p", _sentence(book, recorded))
    if draft.wording.strip():
        if recorded is not None and not is_shared:
            yield tag("p", _("This was tried:"), class_="quiet")
        yield tag("blockquote", book.words(draft.wording, "p"))
    fields = [
        part
        for field in ("example", "counterexample")
        if (text := getattr(draft, field)).strip()
        for part in (tag("dt", field_word(field)), book.words(text, "dd"))
    ]
    if fields:
        yield tag("dl", *fields)
    lines = [*decided_cases(book, term)]
    if draft.wording.strip():
        lines += positions(book, term)
    yield from filter(None, [items([*lines, *_dates(recorded)])])


def _dates(recorded: Outcome | None) -> Iterator[Html]:
    if recorded and recorded.date:
        yield say(_("Recorded: {date}"), date=day(recorded.date))
    if recorded and recorded.review:
        yield say(_("Review: {date}"), date=day(recorded.review))


def _sentence(book: Book, recorded: Outcome) -> Html:
    if recorded.kind is OutcomeKind.RENAMED:
        name = tag("strong", book.words(recorded.name))
        return say(_("From now on it is called {name}."), name=name)
    if recorded.kind is OutcomeKind.DIFFER:
        return say(_("Each partner keeps its own meaning, under its own name."))
    return say(_("Parked until later."))
