"""Questions about restatements: a partner says what another one means, and answers who does so."""

from collections.abc import Iterator, Sequence

from glossary.domain import Answer
from glossary.domain.restating import Attempt, TurnState
from glossary.formats.html_text import NOTHING, Html, line, say, tag
from glossary.join.pages.parts import Sheet, choices, form, page, writing
from glossary.locale import gettext as _
from glossary.workflow.session.asking import AnswerRestatement, Restate
from glossary.workflow.words import verdict_word


def restating(sheet: Sheet, asked: Restate) -> Html:
    """Say in one's own words what another partner means."""
    if asked.state is TurnState.HEARD:
        heard = _("{of} has been heard.").format(of=asked.name)
        return page(
            sheet,
            asked,
            tag("h2", line(heard)),
            sheet.words(asked.text, "blockquote"),
            _look(sheet, asked),
        )
    label = _("{by} says in its own words what {of} means").format(
        by=sheet.seat.name, of=asked.name
    )
    answered = [one for one in asked.tried if one.verdict is not None]
    return page(
        sheet,
        asked,
        *_again(sheet, asked, answered),
        form(
            sheet,
            asked.id,
            {"text": asked.text},
            writing(sheet, "text", label, asked.text, hint=_hint(asked)),
        ),
        _look(sheet, asked),
        *_earlier(sheet, answered),
    )


def answering(sheet: Sheet, asked: AnswerRestatement) -> Html:
    """Say whether that is what one means."""
    seat = sheet.seat
    head = _("{by} says in its own words what {of} means").format(by=asked.name, of=seat.name)
    held = asked.verdict.value if asked.verdict is not None else ""
    legend = line(_("{of} answers:").format(of=seat.name))
    offered = [
        (Answer.YES.value, line(_("That is it"))),
        (Answer.ALMOST.value, line(_("Almost…"))),
        (Answer.NO.value, line(_("No…"))),
    ]
    label = _("{of}: what is not right yet? (may stay empty)").format(of=seat.name)
    return page(
        sheet,
        asked,
        tag("h2", line(head)),
        sheet.words(asked.text, "blockquote"),
        form(
            sheet,
            asked.id,
            {"verdict": held, "correction": asked.correction},
            choices(sheet, "verdict", legend, offered, held),
            writing(sheet, "correction", label, asked.correction),
            on=asked.on,
        ),
    )


def _hint(asked: Restate) -> str:
    if asked.state is TurnState.ASKED:
        return _("{of} has not answered yet; until then you can change your words.").format(
            of=asked.name
        )
    return ""


def _again(sheet: Sheet, asked: Restate, answered: Sequence[Attempt]) -> Iterator[Html]:
    """Why it is to be said again."""
    if asked.is_outdated:
        changed = _("{of} changed its text since it was restated: say it again.")
        yield tag("p", line(changed.format(of=asked.name)), class_="again")
    last = answered[-1].verdict if answered else None
    if last is not None and asked.state is TurnState.AGAIN:
        yield tag("p", _told(sheet, asked.name, last.verdict, last.correction), class_="again")


def _told(sheet: Sheet, name: str, verdict: Answer, correction: str) -> Html:
    told, word = _("{of} said “{answer}”"), verdict_word(verdict)
    if not correction.strip():
        return say(told, of=line(name), answer=word)
    told = _("{of} said “{answer}”: {correction}")
    return say(told, of=line(name), answer=word, correction=sheet.words(correction, "span"))


def _look(sheet: Sheet, asked: Restate) -> Html:
    told = _("Read again what {of} wrote").format(of=asked.name)
    return tag("details", tag("summary", line(told)), sheet.words(asked.meaning), class_="more")


def _earlier(sheet: Sheet, answered: Sequence[Attempt]) -> Iterator[Html]:
    """The attempts that were answered, the last one first."""
    told = [
        tag(
            "li",
            sheet.words(one.restatement.text, "span"),
            f" → {verdict_word(one.verdict.verdict)}",
            *(
                [": ", sheet.words(one.verdict.correction, "span")]
                if one.verdict.correction
                else []
            ),
            value=str(number),
        )
        for number, one in reversed(list(enumerate(answered, 1)))
        if one.verdict is not None
    ]
    yield tag("h2", _("Earlier attempts")) if told else NOTHING
    yield tag("ol", *told, class_="attempts") if told else NOTHING
