"""Who looks through which lens and who says what of the boundary cases, as drawings.

A drawing is one image to whoever cannot see it; the same stands in a table beside it that only
screen readers read.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.domain import CaseAnswer, Partner, Term, one_line
from glossary.domain.cells import cut, wrap
from glossary.formats.html_book import Book, anchor
from glossary.formats.html_text import Html, line, say, tag
from glossary.locale import gettext as _
from glossary.workflow.angles import lens_glyph, lenses_of
from glossary.workflow.session.settling import case_choices
from glossary.workflow.words import answer_word

# Pixels. Labels stand above their row: so the drawing of three partners fits on a phone.
_COLUMN, _CELL, _LINE, _HEAD, _LEAST = 96, 36, 20, 30, 320
_CELL_WIDTH = 9.6  # that of a letter in a wide, bold font
_HEAD_CELLS = 11


class Value(NamedTuple):
    """What is drawn for a partner, how it looks and what it says in words."""

    sign: str
    look: str
    words: str


class Row(NamedTuple):
    """What is asked about, and a value for each partner; `told` is the label in words."""

    label: str
    told: Html
    values: tuple[Value, ...]

    @property
    def is_seen(self) -> bool:
        """Whether anybody gives more than no trace."""
        return any(value.look != "none" for value in self.values)


def lens_matrix(book: Book, term: Term) -> Iterator[Html]:
    """How much each partner speaks from which lens; nothing where nobody does."""
    beside, speakers = book.beside(term), book.said(term)
    lang = book.lang if term.lenses else None
    rows = [
        Row(
            f"{lens_glyph(place)} {one_line(lens.label)}",
            line(lens.label),
            tuple(
                _pull(
                    lens_glyph(place),
                    (beside.pulls.get(one.id, ()) + (0,) * (place + 1))[place],
                    is_chosen=lens.id in one.definitions[term.id].lenses,
                )
                for one in speakers
            ),
        )
        for place, lens in enumerate(lenses_of(term))
    ]
    if not term.lenses:
        # They belong to no term: those through which nobody looks say nothing.
        rows = [row for row in rows if row.is_seen]
    if any(row.is_seen for row in rows):
        legend = _("■■■ mostly · ■■ also · ■ a little · ✓ confirmed by the partner")
        key = f"{anchor(term)}-lenses"
        yield _figure(_("Through which lens?"), key, legend, speakers, rows, lang)


def case_matrix(book: Book, term: Term) -> Iterator[Html]:
    """Who says what of the boundary cases, those that split the group first."""
    choices = case_choices(book.termset, term.id)
    answered = {key for choice in choices for key in choice.answers}
    said = book.said(term)
    spoken = {one.id for one in said}
    more = (one for key, one in book.termset.partners.items() if key in answered - spoken)
    partners = [*said, *more]
    rows = [
        Row(
            f"{'≠ ' if choice.is_split else ''}{one_line(choice.case.text)}",
            say(_("Split: {case}"), case=line(choice.case.text))
            if choice.is_split
            else line(choice.case.text),
            tuple(_answer(choice.answers.get(one.id)) for one in partners),
        )
        for choice in choices
    ]
    if answered:
        told = _("≠ split · {sign} {depends} · {silent} no answer")
        legend = told.format(sign="?", depends=answer_word(CaseAnswer.DEPENDS), silent="–")
        key = f"{anchor(term)}-cases"
        yield _figure(_("Does this count?"), key, legend, partners, rows, book.lang)


def _pull(glyph: str, drawn: int, *, is_chosen: bool) -> Value:
    if is_chosen:
        return Value(f"✓ {glyph * 3}", "confirmed", _("confirmed by the partner"))
    words = {3: _("mostly"), 2: _("also"), 1: _("a little")}
    looks = {3: "for", 2: "strong", 1: "some"}
    if drawn not in words:
        return Value("·", "none", "–")
    return Value(glyph * drawn, looks[drawn], words[drawn])


def _answer(answer: CaseAnswer | None) -> Value:
    if answer is None:
        return Value("–", "none", _("no answer"))
    looks = {CaseAnswer.YES: "for", CaseAnswer.NO: "against", CaseAnswer.DEPENDS: "strong"}
    word = answer_word(answer)
    return Value("?" if answer is CaseAnswer.DEPENDS else word, looks[answer], word)


def _figure(
    question: str,
    key: str,
    legend: str,
    partners: Sequence[Partner],
    rows: Sequence[Row],
    lang: str | None,
) -> Html:
    drawing = _drawing(question, key, legend, partners, rows, lang)
    scroll = tag("div", drawing, class_="scroll", role="group", tabindex="0", aria_label=question)
    return tag(
        "section",
        tag("h4", question),
        tag("figure", scroll, tag("figcaption", legend, class_="quiet")),
        _table(question, partners, rows, lang),
        class_="matrix",
    )


def _drawing(
    question: str,
    key: str,
    legend: str,
    partners: Sequence[Partner],
    rows: Sequence[Row],
    lang: str | None,
) -> Html:
    width = max(_LEAST, len(partners) * _COLUMN)
    drawn = [
        _text(cut(one_line(one.short_name), _HEAD_CELLS), _middle(place), _HEAD // 2, "head")
        for place, one in enumerate(partners)
    ]
    top = _HEAD
    for row in rows:
        for start, end in wrap(row.label, int(width / _CELL_WIDTH)):
            drawn.append(_text(row.label[start:end], 0, top + _LINE // 2, "label"))
            top += _LINE
        drawn += [part for place, one in enumerate(row.values) for part in _cell(one, place, top)]
        top += _CELL + _LINE // 2
    return tag(
        "svg",
        tag("title", question, id=f"{key}-title"),
        tag("desc", legend, id=f"{key}-desc"),
        tag("g", *drawn, lang=lang),
        role="img",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
        viewBox=f"0 0 {width} {top}",
        width=str(width),
        height=str(top),
    )


def _cell(value: Value, place: int, top: int) -> Iterator[Html]:
    if value.look != "none":
        yield tag(
            "rect",
            x=str(place * _COLUMN + 2),
            y=str(top + 2),
            width=str(_COLUMN - 4),
            height=str(_CELL - 4),
            rx="4",
            class_=value.look,
        )
    yield _text(value.sign, _middle(place), top + _CELL // 2, value.look)


def _text(text: str, x: int, y: int, look: str) -> Html:
    return tag("text", line(text), x=str(x), y=str(y), class_=look)


def _middle(place: int) -> int:
    return place * _COLUMN + _COLUMN // 2


def _table(
    question: str, partners: Sequence[Partner], rows: Sequence[Row], lang: str | None
) -> Html:
    head = tag("tr", tag("td"), *(tag("th", line(one.name), scope="col") for one in partners))
    body = (
        tag(
            "tr",
            tag("th", row.told, scope="row", lang=lang),
            *(tag("td", value.words) for value in row.values),
        )
        for row in rows
    )
    table = tag("table", tag("caption", question), head, *body)
    return tag("div", table, class_="spoken")
