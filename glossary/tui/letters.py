"""The size of letters, which is the terminal's: all that the program can do is to say how."""

from glossary.locale import gettext as _
from glossary.tui.screens.question import Question


def enlarging() -> str:
    """The keys of most terminals, as a part of a sentence."""
    return _("Ctrl and + in most terminals, ⌘ and + on a Mac")


def letters_question() -> Question:
    """What to press, and what becomes of the screens."""
    detail = _(
        "Press {keys}. With - they get smaller, with 0 they are as before; elsewhere look in the "
        "menu of the window, under View or Font.\n\nEvery screen takes the room that is left, "
        "down to 80 columns and 24 rows."
    )
    return Question(
        _("Your terminal makes letters bigger, not this program."),
        [("", _("Back"))],
        detail.format(keys=enlarging()),
    )
