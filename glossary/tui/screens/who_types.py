"""Whose definition is typed: asked once, where it may be that of several partners."""

from collections.abc import Callable

from glossary.domain import one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui.screens.entry import EntryScreen, first_to_write, waiting_for
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen

_ABOUT = mark(
    "Each partner has a form and a file of its own: choose whose words you are about to type. "
    "Enter takes the first that has not answered. It is asked once; after ^n in the form, which "
    "hands the keyboard on, it is asked again. Who is missing here joins with + in the form."
)


def open_entry(screen: RoomScreen, term_id: str, back: Callable[[None], None]) -> None:
    """Open the form of whoever types, and ask who that is where nobody said so.

    A text that waits to be put back goes first. In a session partners write in turn, unasked.
    """
    desk, partners = screen.desk, screen.desk.termset.partners

    def answered(partner: str | None) -> None:
        if partner:
            desk.writer = partner
            opened(partner)

    def opened(partner: str | None = None) -> None:
        screen.app.push_screen(EntryScreen(desk, term_id, partner), back)

    if desk.guide is not None or len(partners) < 2 or waiting_for(desk, term_id):
        opened()
    elif desk.writer in partners:
        opened(desk.writer)
    else:
        screen.app.push_screen(_question(screen, term_id), answered)


def _question(screen: RoomScreen, term_id: str) -> Question:
    """Gives a partner; enter takes the first that has not answered, and the sign says who has."""
    termset = screen.desk.termset
    meanings = termset.meanings(term_id)
    answers = [
        (key, ("✓ " if key in meanings else "") + one_line(partner.name))
        for key, partner in termset.partners.items()
    ]
    return Question(
        _("Whose definition do you type?"),
        answers,
        _("✓ has answered already. Esc goes back, F1 explains."),
        declined="",
        offered=first_to_write(screen.desk, term_id),
        about=_ABOUT,
    )
