"""Questions about a partner's own words: what it means, through which lens, cases and scales."""

from glossary.domain import CaseAnswer, TermSet
from glossary.formats.html_text import NOTHING, Html, line, tag, together
from glossary.join.pages.parts import Sheet, address, choices, form, page, unseen, writing
from glossary.locale import gettext as _
from glossary.workflow.angles import lens_glyph
from glossary.workflow.session.asking import MyCase, MyLens, MyMeaning, MyRating
from glossary.workflow.session.confirming import suggested_lens
from glossary.workflow.session.rating import Scale
from glossary.workflow.words import answer_word, field_word

_FIVE = tuple(str(number) for number in range(1, 6))


def meaning(sheet: Sheet, asked: MyMeaning) -> Html:
    """What the partner means, and what it may add."""
    seat = sheet.seat
    label = _("{partner} means by {term}:").format(partner=seat.name, term=seat.label)
    first, *others = asked.texts
    questions = [tag("li", line(one)) for one in asked.questions]
    return page(
        sheet,
        asked,
        tag("ul", *questions, class_="helps", lang=sheet.lang) if questions else NOTHING,
        form(
            sheet,
            asked.id,
            asked.texts,
            writing(sheet, first, label, asked.texts[first], hint=unseen(seat)),
            *(_more(sheet, name, asked.texts[name]) for name in others),
        ),
    )


def lens(sheet: Sheet, asked: MyLens, termset: TermSet) -> Html:
    """Through which lens that is said."""
    if not asked.meaning.strip():
        told = _("Say first what you mean; then you can choose a lens.")
        return page(sheet, asked, tag("p", tag("a", told, href=address(sheet.seat, "meaning"))))
    heard = suggested_lens(termset, sheet.seat.term, asked.meaning)
    chosen = next(iter(asked.chosen), heard)
    offered = [
        (one.id, together(lens_glyph(place), " ", tag("span", line(one.label), lang=sheet.lang)))
        for place, one in enumerate(asked.lenses)
    ]
    told = NOTHING
    if heard and not asked.chosen:
        label = next(label for key, label in offered if key == heard)
        told = tag("p", together(_("Sounds like:"), " ", label), class_="hint")
    return page(
        sheet,
        asked,
        sheet.words(asked.meaning, "blockquote"),
        told,
        form(
            sheet,
            asked.id,
            {"lens": " ".join(asked.chosen)},
            choices(sheet, "lens", line(_("Through which lens do you say this?")), offered, chosen),
            on=asked.on,
        ),
    )


def case(sheet: Sheet, asked: MyCase) -> Html:
    """Whether the term covers a case."""
    held = asked.answer.value if asked.answer is not None else ""
    offered = [(one.value, line(answer_word(one))) for one in CaseAnswer]
    return page(
        sheet,
        asked,
        tag("h2", _("Does this count?")),
        form(
            sheet,
            asked.id,
            {"answer": held},
            choices(sheet, "answer", sheet.words(asked.case.text, "span"), offered, held),
            on=asked.on,
        ),
    )


def rating(sheet: Sheet, asked: MyRating) -> Html:
    """A number from 1 to 5."""
    question, scale = _("I know what the others mean"), _("1 not at all · 5 entirely")
    if asked.scale is Scale.TEMPERATURE:
        question, scale = _("How heated is it?"), _("1 cool · 3 warm · 5 hot")
    held = "" if asked.value is None else str(asked.value)
    legend = together(
        tag("span", question, class_="asked"), tag("span", scale, class_="hint"), between=" "
    )
    offered = [(number, line(number)) for number in _FIVE]
    return page(
        sheet,
        asked,
        form(
            sheet,
            asked.id,
            {"value": held},
            choices(sheet, "value", legend, offered, held, look="scale"),
        ),
    )


def _more(sheet: Sheet, name: str, text: str) -> Html:
    """A field that is closed until somebody wants it."""
    label = field_word(name)
    is_open = bool(sheet.typed.get(name, text).strip())
    return tag(
        "details",
        tag("summary", line(label)),
        writing(sheet, name, label, text, is_spoken=True),
        open=is_open,
        class_="more",
    )
