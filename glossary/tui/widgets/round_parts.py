"""What a round of consent offers and tells: letters, glyphs, and what changed in the wording."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from glossary.domain import Disposition, Position, Stand
from glossary.locale import gettext as _
from glossary.locale import ngettext, pgettext
from glossary.tui.text import line
from glossary.tui.widgets.seat_list import Way
from glossary.workflow.session.changes import told_round
from glossary.workflow.session.consenting import (
    ConsentRound,
    Reason,
    Seat,
    Stood,
    by_stand,
)
from glossary.workflow.words import disposition_word, stand_word

_ORDER = (Stand.OBJECTION, Stand.CONCERN, Stand.STAND_ASIDE, Stand.CONSENT)
MARKS = {
    Stand.CONSENT: "✓",
    Stand.CONCERN: "~",
    Stand.OBJECTION: "✗",
    Stand.STAND_ASIDE: "–",
}


def weight(seat: Seat) -> tuple[int, bool]:
    """What seats are sorted by once all have spoken: who has something to say comes first."""
    if seat.position is None:
        return len(_ORDER), True
    return _ORDER.index(seat.position.position), not seat.position.reason.strip()


def stands() -> list[Way]:
    """What a partner may answer; the letter is that of the word in the reader's language."""
    keys = {
        Stand.CONSENT: pgettext("key for consent", "c"),
        Stand.CONCERN: pgettext("key for concern", "e"),
        Stand.OBJECTION: pgettext("key for objection", "o"),
        Stand.STAND_ASIDE: pgettext("key for stand aside", "a"),
    }
    return [Way(stand.value, keys[stand], stand_word(stand), MARKS[stand]) for stand in Stand]


def fates() -> list[Way]:
    """What the group may do with an objection; no letter that also takes a position."""
    keys = {
        Disposition.INTEGRATED: pgettext("key for integrated", "i"),
        Disposition.ADDRESSED: pgettext("key for discussed", "d"),
        Disposition.SUSTAINED: pgettext("key for sustained", "s"),
    }
    words = {one: disposition_word(one) for one in keys}
    words[Disposition.INTEGRATED] = _("work it into the wording")
    return [Way(one.value, key, words[one]) for one, key in keys.items()]


def changed(found: ConsentRound) -> Content:
    """What the wording became since the round before, in words; "…" stands for more of it."""
    head, told = told_round(found.number, found.changed)
    return Content.assemble(line(head), " ", line(told, "bold")) if told else line(head)


def hint(found: ConsentRound) -> str:
    """What can be done now, and who is to go."""
    if found.is_complete:
        if not found.objections:
            return _("Nobody objects.")
        return _("Working it in leads back to the draft, and counts once the wording changed.")
    if not found.waiting:
        return _("The file of a partner cannot be read: it may not have spoken.")
    to_go = len(found.waiting)
    told = ngettext("{n} partner to go.", "{n} partners to go.", to_go).format(n=to_go)
    return told + " " + _("r adds a reason, ^e closes the round without those who are absent.")


def remark(found: ConsentRound, seat: Seat, latest: Position | None) -> str:
    """What stands beside a partner; `latest` is its position, on whatever wording."""
    if seat.position is not None:
        has_reason = latest is not None and bool(latest.reason.strip())
        return _("(the reason follows)") if has_reason and not found.is_complete else ""
    if found.is_complete:
        return _("(round closed without an answer)")
    if seat.was_asked and latest is not None:
        return _("↻ ask again (was: {stand})").format(stand=stand_word(latest.position))
    return ""


def said(stand: Stand, who: str, text: Content) -> Content:
    """A line on partners that took a stand, or on one with its reason."""
    head = line(f"{MARKS[stand]} {stand_word(stand)}{who}:", "bold")
    return Content(" ").join([head, text])


def stood_lines(found: ConsentRound, names: Mapping[str, str]) -> Content:
    """Who stands where on the wording, objections first, with reasons unless they are held."""
    fates = {one.partner: one.disposition for one in found.objections}
    told = []
    stood = [Stood(seat.partner, seat.position) for seat in found.seats if seat.position]
    for one in sorted(by_stand(stood), key=lambda one: _ORDER.index(one.stand)):
        who = ", ".join(names.get(key, key) for key in one.partners)
        if not one.reason:
            told.append(said(one.stand, "", line(who)))
            continue
        fate = fates.get(one.partners[0], Disposition.OPEN)
        parts = [line(one.reason)]
        if fate is not Disposition.OPEN:
            parts.append(line(f"→ {disposition_word(fate)}", "bold"))
        told.append(said(one.stand, f", {who}", Content(" ").join(parts)))
    if told and found.waiting:
        who = ", ".join(names.get(key, key) for key in found.waiting)
        told.append(Content(" ").join([line(_("No position:"), "bold"), line(who)]))
    return Content("\n").join(told)


def unsolved_lines(found: Sequence[Reason], names: Mapping[str, str]) -> Content:
    """What has to be taken away by another wording: who said it, and why."""
    return Content("\n").join(
        Content.assemble(
            line(f"{MARKS[one.stand]} {names.get(one.partner, one.partner)}:", "bold"),
            " ",
            line(one.text),
        )
        for one in found
    )
