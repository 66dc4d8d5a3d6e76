"""Pages that ask further: another text stood there, the group went on, or something is missing."""

from collections.abc import Mapping

from glossary.domain import Answer, CaseAnswer, GlossaryError, Stand
from glossary.formats.html_text import NOTHING, Html, tag, together
from glossary.join.pages.parts import Sheet, Texts, form, going_on, notice, page
from glossary.locale import gettext as _
from glossary.workflow.session.giving import LateError, Sent
from glossary.workflow.words import answer_word, field_word, stand_word, verdict_word


def other_words(sheet: Sheet, sent: Sent, sentence: str, held: Texts) -> Html:
    """What the file holds by now, above the page with what was typed.

    Who takes that sends it: then a phone forgets what it kept.
    """
    taken = {**sent.typed, **held}
    # An attribute has no lines.
    fields = [tag("textarea", text, name=name, hidden=True) for name, text in taken.items()]
    taking = form(sheet, sent.question, held, *fields, on=sent.on, sends=_("Take this text"))
    return notice(
        tag("h2", sentence),
        *_texts(sheet, held),
        taking,
        tag("p", _("Or save what you typed in its place:")),
    )


def trouble(error: GlossaryError) -> Html:
    """Why nothing was saved, above the page with what was typed."""
    told = str(error)
    if not isinstance(error, LateError):
        told = _("Not saved: {reason}").format(reason=told)
    return notice(tag("p", told))


def over(sheet: Sheet, sentence: str, typed: Texts) -> Html:
    """What was typed is not asked any more: it stands here to be copied."""
    told = (notice(tag("p", sentence)), copied(sheet, typed), going_on())
    return page(sheet, sheet.seat.questions[-1], *told)


def copied(sheet: Sheet, typed: Texts) -> Html:
    """What was typed and is not saved; nothing where nothing was."""
    texts = _texts(sheet, typed)
    return together(tag("p", _("This is what you sent:")), *texts) if texts else NOTHING


def _texts(sheet: Sheet, texts: Texts) -> list[Html]:
    return [
        part
        for name, text in texts.items()
        for part in (
            tag("p", _label(name), class_="asked"),
            sheet.words(_called(name, text) or "–", "blockquote"),
        )
        if text.strip() or len(texts) == 1
    ]


def _label(name: str) -> str:
    labels = {
        "text": _("Restatement"),
        "correction": _("Correction"),
        "reason": _("Reason"),
        "lens": _("Lens"),
        "stand": _("Position"),
        "answer": _("Answer"),
        "verdict": _("Answer"),
        "value": _("Answer"),
    }
    return labels[name] if name in labels else field_word(name)


def _called(name: str, value: str) -> str:
    """What a choice is called; a text is itself."""
    words: Mapping[str, Mapping[str, str]] = {
        "stand": {one.value: stand_word(one) for one in Stand},
        "answer": {one.value: answer_word(one) for one in CaseAnswer},
        "verdict": {one.value: verdict_word(one) for one in Answer},
    }
    return words.get(name, {}).get(value, value)
