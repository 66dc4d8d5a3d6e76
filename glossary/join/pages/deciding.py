"""Questions about the wording: where a partner stands on it, and where all do."""

from collections.abc import Iterator

from glossary.domain import Stand
from glossary.formats.html_text import Html, line, say, tag, together
from glossary.join.pages.parts import Sheet, choices, form, page, writing
from glossary.locale import gettext as _
from glossary.workflow.session.asking import MyPosition
from glossary.workflow.session.changes import told_round
from glossary.workflow.session.consenting import by_stand
from glossary.workflow.session.open_points import told_decisions
from glossary.workflow.session.reading import Positions
from glossary.workflow.words import disposition_word, field_word, stand_sentence, stand_word

# Who has something to say comes first.
_ORDER = (Stand.OBJECTION, Stand.CONCERN, Stand.STAND_ASIDE, Stand.CONSENT)


def position(sheet: Sheet, asked: MyPosition) -> Html:
    """Where the partner stands on the wording, and why."""
    return page(sheet, asked, *_wording(sheet, asked), *_standing(sheet, asked))


def positions(sheet: Sheet, asked: Positions) -> Html:
    """Where everybody stands, and why."""
    stood = [tag("li", one) for one in _stood(sheet, asked)]
    return page(
        sheet,
        asked,
        tag("h2", _("Positions")),
        sheet.words(asked.wording, "blockquote"),
        tag("ul", *stood, class_="stood"),
    )


def _wording(sheet: Sheet, asked: MyPosition) -> Iterator[Html]:
    yield tag("h2", _("Wording"))
    yield sheet.words(asked.wording, "blockquote")
    fields = [
        part
        for name in ("example", "counterexample")
        if (text := getattr(asked, name)).strip()
        for part in (tag("dt", field_word(name)), sheet.words(text, "dd"))
    ]
    if fields:
        yield tag("dl", *fields)
    decided = told_decisions(asked.decided)
    if decided:
        yield tag("p", line(decided), class_="hint")
    if asked.changed:
        head, told = told_round(asked.number, asked.changed)
        yield tag("p", line(head), " ", tag("strong", line(told), lang=sheet.lang))


def _standing(sheet: Sheet, asked: MyPosition) -> Iterator[Html]:
    now, before = asked.position, asked.before
    if asked.is_recorded:
        yield tag("p", _("The outcome of this conversation is recorded."), class_="again")
        if now is not None:
            yield tag("p", line(stand_word(now.position)), class_="asked")
            yield sheet.words(now.reason)
        return
    if now is None and before is not None:
        told = _("↻ ask again (was: {stand})").format(stand=stand_word(before.position))
        yield tag("p", line(told), class_="again")
        if before.reason.strip():
            yield sheet.words(before.reason, "blockquote", "earlier")
    held = {"stand": now.position.value if now else "", "reason": now.reason if now else ""}
    offered = [(one.value, line(stand_word(one))) for one in Stand]
    hint = together(
        _("A concern or an objection cannot be worked with without its reason."),
        _("Reasons are shown when all have spoken."),
        between=" ",
    )
    yield form(
        sheet,
        asked.id,
        held,
        choices(
            sheet, "stand", line(_("Where do you stand on this wording?")), offered, held["stand"]
        ),
        writing(sheet, "reason", _("Reason"), held["reason"], hint=hint),
        on=asked.on,
    )


def _stood(sheet: Sheet, asked: Positions) -> Iterator[Html]:
    def who(partners: tuple[str, ...]) -> Html:
        return together(*(line(asked.names.get(key, key)) for key in partners), between=", ")

    for made in asked.objections:
        head = say(
            _("Objection of {partner} ({fate})"),
            partner=who((made.partner,)),
            fate=disposition_word(made.disposition),
        )
        yield together(tag("strong", head), ": ", sheet.words(made.text, "span"))
    for one in sorted(by_stand(asked.stood), key=lambda one: _ORDER.index(one.stand)):
        if one.reason:
            reason = sheet.words(one.reason, "span")
            yield say(stand_sentence(one.stand), partner=who(one.partners), reason=reason)
        else:
            yield together(stand_word(one.stand), ": ", who(one.partners))
    if asked.absent:
        yield say(_("Without a position: {partners}"), partners=who(asked.absent))
