"""What is asked before a phone is let in or taken out, or the room is closed."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from glossary.domain import RefusedError, one_line
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.phone_list import PhoneRow

if TYPE_CHECKING:
    from glossary.join.lobby import Phone

_ABOUT = mark(
    "A phone answers for one partner: what it sends is that partner's answer. Ask whose phone "
    "bears this mark. Enter takes the partner that it answers for now, or that its holder named, "
    "or else the first without a phone; a second phone of the same partner is fine."
)


def ask_whose(
    screen: RoomScreen,
    row: PhoneRow,
    inside: "Iterable[Phone]",
    answered: Callable[[str | None], None],
) -> None:
    """Ask for which partner a phone answers; no partner is no answer."""
    names = screen.desk.names
    if not names:
        screen.trouble(RefusedError(_("No partners yet: add one on the agenda, or in the form.")))
        return
    answering = {phone.id: phone.partner for phone in inside}
    own = answering.pop(row.id, "")
    taken = {*answering.values()}
    answers = [
        (key, one_line(name) + (" ●" if key in taken else "")) for key, name in names.items()
    ]
    question = Question(
        _("For which partner does {phone} answer?").format(phone=_called(row)),
        answers,
        _("● has a phone already; another one beside it is fine. Esc goes back, F1 explains."),
        declined="",
        offered=own or _likely(row, screen, taken),
        about=_ABOUT,
    )
    screen.app.push_screen(question, answered)


def ask_to_remove(screen: RoomScreen, row: PhoneRow, then: Callable[[], object]) -> None:
    """Ask once."""
    question = Question(
        _("Take {phone} out of the room?").format(phone=_called(row)),
        [("keep", _("Leave it in")), ("remove", _("Take it out"))],
        _("What it sent stays. It may come back by the code, and then it waits again."),
    )
    _ask(screen, question, "remove", then)


def ask_to_close(screen: RoomScreen, inside: int, then: Callable[[], object]) -> None:
    """Ask once, and say what becomes of the phones."""
    told = ngettext(
        "{n} phone is told that it is over.", "{n} phones are told that it is over.", inside
    ).format(n=inside)
    question = Question(
        _("Close the room for phones?"),
        [("stay", _("Leave it open")), ("close", _("Close it"))],
        told
        + " "
        + _("What was received is saved; what was typed and not sent stays on the phone alone."),
    )
    _ask(screen, question, "close", then)


def _ask(screen: RoomScreen, question: Question, wanted: str, then: Callable[[], object]) -> None:
    def answered(answer: str | None) -> None:
        if answer == wanted:
            then()

    screen.app.push_screen(question, answered)


def _called(row: PhoneRow) -> str:
    told = ", ".join(filter(None, (one_line(row.name), row.partner)))
    return f"{row.mark} ({told})" if told else row.mark


def _likely(row: PhoneRow, screen: RoomScreen, taken: set[str]) -> str:
    """The partner that the holder of a phone named, or else the first without a phone."""
    typed = row.name.casefold()
    for key, partner in screen.desk.termset.partners.items():
        called = (partner.name.casefold(), partner.short_name.casefold())
        if any(one and one in typed for one in called) or (len(typed) > 2 and typed in called[0]):
            return key
    return next((key for key in screen.desk.names if key not in taken), "")
