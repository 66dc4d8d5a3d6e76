"""A first look at the demo in three steps; F10 leaves it out, and it is not shown again."""

from collections.abc import Callable

from glossary.locale import gettext as _
from glossary.tui import keys
from glossary.tui.keys import Key
from glossary.tui.widgets.message_bar import SentenceLines


class Tour:
    """Goes along from the list to the definitions and back; `over` is called at its end."""

    def __init__(self, over: Callable[[], object]) -> None:
        self._over = over
        self._step = 1
        self.is_on = True

    def arrive(self, at: tuple[Key, ...]) -> str:
        """What to say on the screen with these keys; empty where the tour says nothing."""
        if self._step == 1 and at is keys.COMPARE:
            self._step = 2
        elif self._step == 2 and at is keys.LIBRARY:
            self._step = 3
        elif self._step == 3 and at is not keys.LIBRARY:
            self.end()
        is_there = at is (keys.COMPARE if self._step == 2 else keys.LIBRARY)
        return self._told() if self.is_on and is_there else ""

    def end(self) -> None:
        """Say nothing more, today or later."""
        if self.is_on:
            self.is_on = False
            self._over()

    def _told(self) -> str:
        told = {
            1: _(
                "Three partners wrote what they mean. Enter lays it side by side. F10 ends this "
                "tour."
            ),
            2: _("Marked is where they part. Esc leads back to the list."),
            3: _("s leads a group, e fills in, x writes it all; o, then n: a set of your own."),
        }
        count = _("{n} of {m}").format(n=self._step, m=len(told))
        return f"{count} · {told[self._step]}"


class TourBar(SentenceLines):
    """Where the tour speaks, above the message and the keys."""

    DEFAULT_CSS = """
    TourBar { max-height: 3; background: $panel; text-style: bold; }
    """
