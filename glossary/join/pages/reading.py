"""Pages without a question: what all mean, and that there is nothing to do now."""

from glossary.domain import TEXT_FIELDS, Phase, Term, one_line
from glossary.formats.html_marks import legend, marked
from glossary.formats.html_text import NOTHING, Html, line, say, tag, together
from glossary.join.pages.parts import Sheet, address, page, unseen
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.announcing import recorded_words
from glossary.workflow.naming import quote
from glossary.workflow.session.asking import (
    AnswerRestatement,
    MyCase,
    MyRating,
    Question,
    Restate,
    Seat,
)
from glossary.workflow.session.rating import Scale
from glossary.workflow.session.reading import Others, Said, Wait
from glossary.workflow.side_by_side import SideBySide
from glossary.workflow.words import field_word


def others(sheet: Sheet, told: Others, term: Term, beside: SideBySide) -> Html:
    """What everybody means, with the marks of the screen."""
    parts = [tag("h2", _("What each partner means"))]
    parts += legend(term, beside, sheet.lang)
    parts += [_said(sheet, one, term, beside) for one in told.said]
    if told.silent:
        sentence = ngettext(
            "∅ {n} partner without a definition: {names}",
            "∅ {n} partners without a definition: {names}",
            len(told.silent),
        )
        names = together(*map(line, told.silent), between=", ")
        parts.append(tag("p", say(sentence, n=len(told.silent), names=names), class_="hint"))
    return page(sheet, told, *parts)


def wait(sheet: Sheet, told: Wait) -> Html:
    """That there is nothing to do now, and the way to what was answered."""
    seat = sheet.seat
    if not seat.term:
        return page(
            sheet,
            told,
            tag("h1", _("You are in.")),
            tag("p", _("This page shows a question as soon as the group begins.")),
        )
    is_done = all(done for _id, done in told.answered)
    parts = [tag("h2", _head(told, is_done=is_done))]
    if told.outcome is not None:
        parts.append(tag("p", line(recorded_words(told.outcome))))
    elif is_done and (meanwhile := _meanwhile(seat)):
        parts.append(tag("p", meanwhile))
    ways = [tag("li", _way(seat, one)) for one in seat.questions[:-1]]
    return page(sheet, told, *parts, tag("ul", *ways, class_="all") if ways else NOTHING)


def title(seat: Seat, question: Question) -> str:
    """What a question is called in a list."""
    if isinstance(question, MyCase):
        return quote(question.case.text)
    if isinstance(question, Restate):
        return _("Say back what {of} means").format(of=one_line(question.name))
    if isinstance(question, AnswerRestatement):
        return _("{by} says back what {of} means").format(
            by=one_line(question.name), of=one_line(seat.name)
        )
    if isinstance(question, MyRating):
        is_heat = question.scale is Scale.TEMPERATURE
        return _("How heated is it?") if is_heat else _("I know what the others mean")
    named = {
        "meaning": _("Meaning"),
        "lens": _("Lens"),
        "position": _("Position"),
        "positions": _("Positions"),
        "others": _("What each partner means"),
    }
    return named.get(question.id, "")


def _said(sheet: Sheet, one: Said, term: Term, beside: SideBySide) -> Html:
    said = one.definition
    name = [line(one.name), *([" ", tag("span", _("(you)"))] if one.is_mine else [])]
    fields = [
        part
        for field in TEXT_FIELDS[1:]
        if (text := getattr(said, field)).strip()
        for part in (tag("dt", field_word(field)), sheet.words(text, "dd"))
    ]
    labels = {lens.id: lens.label for lens in term.lenses}
    chosen = [line(labels[lens]) for lens in said.lenses if lens in labels]
    if chosen:
        words = tag("dd", together(*chosen, between=", "), lang=sheet.lang)
        fields += [tag("dt", _("Chosen lenses")), words]
    return tag(
        "section",
        tag("h3", *name),
        tag(
            "p",
            *marked(said.meaning, beside.marks.get(one.partner, ())),
            class_="typed",
            lang=sheet.lang,
            dir="auto",
        ),
        tag("dl", *fields) if fields else NOTHING,
        class_="mine" if one.is_mine else "said",
    )


def _head(told: Wait, *, is_done: bool) -> str:
    if not told.answered:
        return _("Nothing is asked of you now.")
    return _("You have answered everything.") if is_done else _("All questions")


def _meanwhile(seat: Seat) -> str:
    """What the group does, for whoever is done."""
    told = {
        Phase.COLLECT: unseen(seat),
        Phase.COMPARE: _("The group looks at the differences together, on the big screen."),
        Phase.RESTATE: _("Others may still be writing."),
        Phase.DRAFT: _("The group looks for one wording together, on the big screen."),
        Phase.CONSENT: _("Reasons are shown when all have spoken."),
        Phase.CLOSED: _("The group rounds off, on the big screen."),
    }
    return told[seat.phase] if seat.phase is not None else ""


def _way(seat: Seat, question: Question) -> Html:
    link = tag("a", line(title(seat, question)), href=address(seat, question.id))
    if question.is_open and question.is_answer:
        return together(link, " ", tag("span", _("still open"), class_="open"))
    is_unasked = isinstance(question, MyRating) and question.value is None
    if is_unasked or not question.is_answer:
        return link
    return together(link, " ", tag("span", "✓ ", _("done"), class_="done"))
