"""A set as one HTML file to mail, project or print: definitions beside each other, with marks.

The file asks for nothing from outside, runs no other script than its own, and says everything
without it. It has no date of its own, so that two exports differ only where the set does.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from glossary.domain import OutcomeKind, Status, Term, TermSet
from glossary.formats.contract import Exporter, Request
from glossary.formats.html_book import MOST_NAMES, Book, anchor, book
from glossary.formats.html_heat import heat_map
from glossary.formats.html_matrix import case_matrix, lens_matrix
from glossary.formats.html_meanings import meanings
from glossary.formats.html_outcome import course, outcome
from glossary.formats.html_text import DOCTYPE, Html, as_source, line, say, tag, together
from glossary.formats.parts import Part
from glossary.locale import gettext as _
from glossary.locale import language, mark, ngettext
from glossary.workflow.leaving_out import counted_partners, missing
from glossary.workflow.status_words import status_word

_GROUPS = {
    "agreed": mark("Agreed"),
    "other": mark("Other outcomes"),
    "open": mark("Still open"),
    "silent": mark("Nobody said anything yet"),
}


class HtmlPage(Exporter):
    """Writes a set as a page."""

    name = "html"
    suffix = ".html"
    description = mark(
        "definitions side by side with their marks, a map of who stands where and what was agreed, "
        "in one file to mail, project or print"
    )
    leaves_out = (
        Part.VARIANTS,
        Part.TRANSLATION,
        Part.QUESTIONS,
        Part.LENSES,
        Part.RATINGS,
        Part.SESSION,
    )

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set as one page."""
        read = book(termset, request)
        style, script = _own("page.css"), _own("page.js")
        body = together(
            tag("a", _("To the terms"), href="#terms", class_="skip"),
            _header(read, request),
            _contents(read),
            tag("main", *_main(read), id="terms", tabindex="-1"),
            tag("script", script),
            between="\n",
        )
        page = together(
            DOCTYPE,
            tag("html", _head(termset, style, script), "\n", tag("body", body), lang=language()),
            between="\n",
        )
        return (page + "\n").encode()


def _head(termset: TermSet, style: Html, script: Html) -> Html:
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        # Before anything that it rules.
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", line(termset.title)),
        tag("style", style),
    )


def _own(name: str) -> Html:
    return as_source((files(__package__) / "html" / name).read_text("utf-8"))


def _digest(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _header(read: Book, request: Request) -> Html:
    termset = read.termset
    words = ngettext("{n} word", "{n} words", len(termset.terms)).format(n=len(termset.terms))
    told = counted_partners(termset)
    names = [": ", read.names(termset.partners)] if 0 < len(termset.partners) <= MOST_NAMES else []
    about = termset.vocabulary.about
    return tag(
        "header",
        tag("h1", line(termset.title), lang=read.lang),
        *([read.words(about, "p")] if about.strip() else []),
        tag("p", words, " · ", told, *names, class_="quiet"),
        *_missing(request),
    )


def _missing(request: Request) -> Iterator[Html]:
    if request.left_out:
        told = _("This document is incomplete: files could not be read. Left out:")
        yield tag("p", told, class_="warning")
        yield tag("ul", *(tag("li", line(missing(one))) for one in request.left_out))


def _grouped(read: Book) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {group: [] for group in _GROUPS}
    for term in read.termset.terms.values():
        found[_group(read, term)].append(term)
    return {group: terms for group, terms in found.items() if terms}


def _group(read: Book, term: Term) -> str:
    recorded = read.termset.agreement(term.id).outcome
    if recorded is not None:
        return "agreed" if recorded.kind is OutcomeKind.SHARED else "other"
    is_begun = read.said(term) or read.termset.agreement(term.id).draft.wording.strip()
    return "open" if is_begun else "silent"


def _contents(read: Book) -> Html:
    lists = []
    for group, terms in _grouped(read).items():
        links = [
            tag(
                "li",
                tag("a", line(term.label), href=f"#{anchor(term)}", lang=read.lang),
                data_term=anchor(term),
            )
            for term in terms
        ]
        lists += [tag("h3", _(_GROUPS[group])), tag("ul", "\n", together(*links, between="\n"))]
    return tag(
        "nav",
        tag("h2", _("Contents"), id="contents"),
        tag("p", tag("a", _("Who stands where"), href="#map")) if lists else "",
        *lists,
        aria_labelledby="contents",
    )


def _main(read: Book) -> Iterator[Html]:
    if not read.termset.terms:
        yield tag("p", _("This set has no terms yet."))
        return
    yield _filter(len(read.termset.terms))
    yield heat_map(read)
    for group, terms in _grouped(read).items():
        articles = together(*(_article(read, term) for term in terms), between="\n")
        yield tag("section", tag("h2", _(_GROUPS[group])), "\n", articles, class_="group")


def _filter(terms: int) -> Html:
    """Only shown by the script that makes it work."""
    return tag(
        "div",
        tag("label", _("Only terms with these words:"), for_="filter"),
        tag("input", type="search", id="filter", autocomplete="off", spellcheck="false"),
        tag(
            "output",
            for_="filter",
            data_some=_("{k} of {n} terms").format(k="{k}", n=terms),
            data_none=_("No term has these words."),
        ),
        role="search",
        class_="filter",
        hidden=True,
    )


def _article(read: Book, term: Term) -> Html:
    row = read.row(term)
    told = status_word(row.status)
    if row.status is Status.COLLECTING and row.defined:
        told = _("{status}, {k} of {n} partners").format(status=told, k=row.defined, n=row.partners)
    return tag(
        "article",
        tag("h3", tag("a", line(term.label), href=f"#{anchor(term)}", lang=read.lang)),
        tag("p", told, class_="status"),
        *([read.words(term.why, "p")] if term.why.strip() else []),
        *_parts(read, term),
        id=anchor(term),
    )


def _parts(read: Book, term: Term) -> Sequence[Html]:
    if read.is_blind(term):
        told = _("Answered: {k} of {n} partners. Nothing is shown before the reveal.")
        said = say(told, k=len(read.said(term)), n=read.termset.size)
        return [tag("p", said)]
    return [
        *outcome(read, term),
        *meanings(read, term),
        *lens_matrix(read, term),
        *case_matrix(read, term),
        *course(read, term),
    ]
