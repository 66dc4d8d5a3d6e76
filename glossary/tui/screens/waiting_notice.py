"""One line on texts that were typed before and could not be saved."""

from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.tui.desk import Desk
from glossary.workflow.keeping import Unsaved
from glossary.workflow.recovering import DIFFERENCE, DRAFT, OUTCOME, POSITION, Place, can_open


def waiting_notice(desk: Desk) -> str:
    """Whose text it is and where, never the text itself: everybody in the room reads along."""
    # A chosen outcome is on its page again: there is no text to put back.
    texts = [text for text in desk.waiting() if text.form != OUTCOME]
    if not texts:
        return ""
    openable = [text for text in texts if can_open(desk.termset, Place.of(text))]
    said = _where(openable[0], desk) if openable else _lying(texts[0], desk)
    more = len(texts) - 1
    if not more:
        return said
    return f"{said} " + ngettext("One more text waits.", "{n} more texts wait.", more).format(
        n=more
    )


def _where(text: Unsaved, desk: Desk) -> str:
    term = desk.termset.terms[text.term].label
    if text.form == DRAFT:
        return _("Text typed in the draft of {term} is not saved yet: press {key} there.").format(
            term=term, key="a"
        )
    if text.form == DIFFERENCE:
        return _(
            "A difference about {term} was being named: press {key} beside its definitions."
        ).format(term=term, key="v")
    if text.form == POSITION:
        return _("{partner} was giving a reason about {term}: press {key} there.").format(
            partner=desk.names[text.partner], term=term, key="a"
        )
    is_about = any(Place.of(text).about)
    return _(
        "{partner} typed something for {term} that is not saved yet: press {key} there."
    ).format(partner=desk.names[text.partner], term=term, key="r" if is_about else "e")


def _lying(text: Unsaved, desk: Desk) -> str:
    """Where to read a text of which the term or the partner is not in the set now."""
    return _(
        "What was typed for {place}, which this set does not have now, stands in {file}"
    ).format(
        place=f"{text.term}/{text.partner}" if text.partner else text.term,
        file=desk.store.journal.file(desk.set_id, text.id),
    )
