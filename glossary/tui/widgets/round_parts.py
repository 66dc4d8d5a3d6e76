"""What a round of consent offers and tells: letters, glyphs, and what changed in the wording."""

from textual.content import Content

from glossary.domain import Disposition, Stand
from glossary.domain.worddiff import PieceKind
from glossary.locale import gettext as _
from glossary.locale import pgettext
from glossary.tui.text import line
from glossary.tui.widgets.seat_list import Way
from glossary.workflow.session.consenting import ConsentRound, Seat, is_kept
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
    return [Way(one.value, key, disposition_word(one)) for one, key in keys.items()]


def changed(found: ConsentRound) -> Content:
    """What the wording became since the round before; "…" stands for words that stayed."""
    if not any(is_kept(piece) for piece in found.changed):
        return line(
            _("Round {number} · rewritten since round {before}").format(
                number=found.number, before=found.number - 1
            )
        )
    parts: list[Content] = []
    for piece in found.changed:
        if piece.kind is PieceKind.REMOVED:
            parts.append(line(f"[-{piece.text.strip()}-]", "bold strike"))
        elif piece.kind is PieceKind.ADDED:
            parts.append(line(f"{{+{piece.text.strip()}+}}", "bold underline"))
        elif parts and piece is not found.changed[-1]:
            parts.append(line("…"))
    head = _("Round {number} · changed since round {before}:").format(
        number=found.number, before=found.number - 1
    )
    return Content(" ").join([line(head), *parts])
