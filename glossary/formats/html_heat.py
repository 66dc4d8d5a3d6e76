"""All terms and partners on one map: who says what near the others, far from them, or against."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from glossary.domain import Partner, Term
from glossary.formats.html_book import Book, anchor
from glossary.formats.html_text import Html, line, tag, together
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.side_by_side import Nearness

_MOST_COLUMNS = 24


class Heat(StrEnum):
    """What a partner's words about a term are to those of the others."""

    SILENT = "silent"
    UNSEEN = "unseen"
    ALONE = "alone"
    NEAR = "near"
    FAR = "far"
    CONTRAST = "contrast"


_SIGNS = {
    Heat.SILENT: "–",
    Heat.UNSEEN: "✓",
    Heat.ALONE: "○",
    Heat.NEAR: "≈",
    Heat.FAR: "+",
    Heat.CONTRAST: "≠",
}
_WORDS = {
    Heat.SILENT: mark("said nothing"),
    Heat.UNSEEN: mark("answered, not revealed"),
    Heat.ALONE: mark("alone"),
    Heat.NEAR: mark("near"),
    Heat.FAR: mark("far"),
    Heat.CONTRAST: mark("in contrast"),
}
_TOLD = {
    Heat.UNSEEN: mark("nothing is shown before the reveal"),
    Heat.ALONE: mark("nobody else said anything yet"),
    Heat.NEAR: mark("another partner puts it much alike, or looks through the same lens"),
    Heat.FAR: mark("in words of its own"),
    Heat.CONTRAST: mark("a few words turn what another says, or people named a difference"),
}
_NEARNESS = {
    Nearness.NEAR: Heat.NEAR,
    Nearness.FAR: Heat.FAR,
    Nearness.CONTRAST: Heat.CONTRAST,
}


def heat_map(book: Book) -> Html:
    """A section with the map; with many partners how many of them stand where."""
    partners = [*book.termset.partners.values()]
    heats = {term.id: _heats(book, term) for term in book.termset.terms.values()}
    occurring = {heat for found in heats.values() for heat in found.values()}
    is_crowded = len(partners) > _MOST_COLUMNS
    if not is_crowded and any(len(found) < len(partners) for found in heats.values()):
        occurring.add(Heat.SILENT)
    shown = [heat for heat in Heat if heat in occurring]
    table = _counts(book, heats, shown) if is_crowded else _cells(book, heats, partners)
    title = _("Who stands where")
    return tag(
        "section",
        tag("h2", title),
        tag("p", _("A hint at how wordings stand to each other, not at how much people agree.")),
        _legend(shown),
        tag("div", table, class_="scroll", role="group", tabindex="0", aria_label=title),
        class_="heat",
        id="map",
    )


def _heats(book: Book, term: Term) -> dict[str, Heat]:
    """By partner, for those that said something."""
    said = book.said(term)
    if book.is_blind(term):
        return dict.fromkeys((one.id for one in said), Heat.UNSEEN)
    nearness = book.beside(term).nearness
    differences = book.termset.agreement(term.id).differences
    named = {key for one in differences for key in one.between}
    return {
        one.id: Heat.CONTRAST
        if one.id in named
        else _NEARNESS[nearness[one.id]]
        if one.id in nearness
        else Heat.ALONE
        for one in said
    }


def _cells(book: Book, heats: dict[str, dict[str, Heat]], partners: Sequence[Partner]) -> Html:
    head = tag(
        "tr",
        tag("td"),
        *(tag("th", line(one.short_name), scope="col", title=one.name) for one in partners),
    )
    rows = [
        _row(
            book,
            term,
            (_cell(term, heats[term.id].get(one.id, Heat.SILENT)) for one in partners),
        )
        for term in book.termset.terms.values()
    ]
    return _table(head, rows)


def _cell(term: Term, heat: Heat) -> Html:
    sign = tag("span", _SIGNS[heat], aria_hidden="true")
    words = tag("span", _(_WORDS[heat]), class_="spoken")
    return tag("td", tag("a", sign, words, href=f"#{anchor(term)}"), class_=heat)


def _counts(book: Book, heats: dict[str, dict[str, Heat]], shown: Sequence[Heat]) -> Html:
    head = tag(
        "tr",
        tag("td"),
        *(tag("th", together(_SIGNS[heat], " ", _(_WORDS[heat])), scope="col") for heat in shown),
    )
    rows = []
    for term in book.termset.terms.values():
        counts = Counter(heats[term.id].values())
        cells = (_count(term, heat, counts[heat]) for heat in shown)
        rows.append(_row(book, term, cells))
    return _table(head, rows)


def _count(term: Term, heat: Heat, number: int) -> Html:
    if not number:
        return tag("td", class_=Heat.SILENT)
    return tag("td", tag("a", str(number), href=f"#{anchor(term)}"), class_=heat)


def _row(book: Book, term: Term, cells: Iterable[Html]) -> Html:
    label = tag("a", line(term.label), href=f"#{anchor(term)}", lang=book.lang)
    return tag("tr", tag("th", label, scope="row"), *cells, data_term=anchor(term))


def _table(head: Html, rows: Sequence[Html]) -> Html:
    body = together("\n", *rows, between="\n")
    return tag("table", tag("thead", head), tag("tbody", body))


def _legend(shown: Sequence[Heat]) -> Html:
    entries = (
        tag(
            "li",
            tag("span", _SIGNS[heat], class_=f"sign {heat}", aria_hidden="true"),
            tag("span", tag("b", _(_WORDS[heat])), *_explained(heat)),
        )
        for heat in shown
    )
    return tag("ul", *entries, class_="heat-legend")


def _explained(heat: Heat) -> Iterator[str]:
    if heat in _TOLD:
        yield ": "
        yield _(_TOLD[heat])
