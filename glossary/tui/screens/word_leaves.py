"""Ask whether a word leaves the set."""

from collections.abc import Callable

from glossary.domain import Term
from glossary.locale import gettext as _
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.workflow.naming import quote
from glossary.workflow.removing_term import removable, remove_term


def ask_to_remove(screen: RoomScreen, term_id: str, removed: Callable[[], object]) -> None:
    """Ask once, and take the term out; says so where it has to stay."""
    screen.desk.complete()
    with screen.calmly():
        _ask(screen, removable(screen.desk.whole, term_id), removed)


def _ask(screen: RoomScreen, term: Term, removed: Callable[[], object]) -> None:

    def answered(answer: str | None) -> None:
        if answer == "remove":
            with screen.calmly():
                remove_term(screen.desk.store, screen.desk.set_id, term.id)
                screen.desk.reload()
                removed()
                screen.say(_("{term} left this set.").format(term=quote(term.label)))

    question = Question(
        _("Take {term} out of this set?").format(term=quote(term.label)),
        [("keep", _("Leave it in")), ("remove", _("Take it out"))],
        _("Nobody has written about it. Its questions and boundary cases go with it."),
    )
    screen.app.push_screen(question, answered)
