"""The question that a form asks when a text that was typed in it before is not saved."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from glossary.domain import Stand
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.screens.question import Question
from glossary.tui.text import line, prose
from glossary.workflow.keeping import Unsaved
from glossary.workflow.recovering import POSITION, Place, is_untouched, texts_at, unlike
from glossary.workflow.words import field_word, stand_word


def waiting_at(desk: Desk, place: Place) -> list[Unsaved]:
    """The unsaved texts of a form, oldest first."""
    return [text for text in desk.waiting() if Place.of(text) == place]


def forget(desk: Desk, text: Unsaved) -> None:
    """It was put back, or people decided against it."""
    desk.store.journal.drop(desk.set_id, text.id)


def put_back_question(desk: Desk, text: Unsaved) -> Question:
    """Gives "back", "file" or "later"; both texts are in view, unless a blind round goes on.

    What would overwrite a text that was written since is not the first answer.
    """
    now = texts_at(desk.whole, Place.of(text)) or {}
    later = ("later", _("Decide later"))
    others = [("back", _("Put it back")), ("file", _("Keep the file"))]
    at = 1 if is_untouched(text, now) else 0
    if text.partner:
        sentence = _("What {partner} typed here last could not be saved. Put it back?").format(
            partner=desk.names[text.partner]
        )
    else:
        sentence = _("What was typed here last could not be saved. Put it back?")
    return Question(
        sentence,
        [*others[:at], later, *others[at:]],
        "" if is_blind(desk.whole, text.term) else Content("\n").join(_both(text, now)),
        declined="later",
    )


def reasons_at(desk: Desk, term_id: str) -> list[Unsaved]:
    """The reasons for positions on a term that were being typed, oldest first."""
    stands = [stand.value for stand in Stand]
    return [
        text
        for text in desk.waiting()
        if (text.form, text.term) == (POSITION, term_id)
        and text.partner in desk.termset.partners
        and text.typed.get("stand") in stands
        and "reason" in text.typed
    ]


def reason_question(desk: Desk, text: Unsaved) -> Question:
    """Gives "back", "file" or "later"; the reason stays closed, for the round may not be over."""
    answers = [
        ("back", _("Put it back")),
        ("later", _("Decide later")),
        ("file", _("Throw it away")),
    ]
    who = _("{partner} · {stand}. Why?").format(
        partner=desk.termset.partners[text.partner].name,
        stand=stand_word(Stand(text.typed["stand"])),
    )
    return Question(
        _("This reason was not saved yet. Put it back?"),
        answers,
        who,
        declined="later",
    )


def _both(text: Unsaved, now: Mapping[str, str]) -> Iterator[Content]:
    others = {
        "wording": _("Wording"),
        "text": _("Restatement"),
        "correction": _("Correction"),
    }
    for field in unlike(text, now):
        word = others[field] if field in others else field_word(field)
        for heading, said in (
            (_("{field}, as typed:"), text.typed[field]),
            (_("{field}, in the file:"), now.get(field, "")),
        ):
            yield line(heading.format(field=word), "bold")
            yield prose(said.strip() or _("(nothing)"))
