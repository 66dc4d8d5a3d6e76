"""One facilitator at the keyboard of a real terminal: keys are counted, words that people say not.

What is typed as text (definitions, restatements, wordings, reasons) would be said without a
program too; every other key is one that the program asks for.
"""

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from glossary.locale import gettext as _
from glossary.locale import ngettext
from tests.terminal import Terminal
from tests.whole_story import Round, Story, Turn

ROOT = Path(__file__).parents[1]


class Facilitator:
    """Presses keys of `glossary session`, and waits for what appears.

    What the program says comes from the catalogue: speak the language of the story
    (`glossary.locale.use`) in the test as well.
    """

    def __init__(
        self, folder: Path, story: Story, program: Sequence[str] = ("-m", "glossary")
    ) -> None:
        said = ["--language", story.language, "session", story.set_id]
        argv = [sys.executable, *program, *said]
        self.story = story
        self.terminal = Terminal(argv, cwd=folder, env={"PYTHONPATH": str(ROOT)})
        self.keys = 0

    def press(self, *keys: str) -> None:
        """Press keys that are no text."""
        self.keys += len(keys)
        self.terminal.press(*keys)

    def type(self, text: str) -> None:
        """Type what somebody says."""
        self.terminal.press(text)

    def erase(self, text: str) -> None:
        """Take text back that stands before the cursor; a part of typing."""
        self.terminal.press(*["backspace"] * len(text))
        self.see(lambda shown: text not in shown)

    def see(self, *seen: str | Callable[[str], bool]) -> str:
        """Wait until all of this is on the screen; the screen's text."""

        def all_seen(text: str) -> bool:
            plain = " ".join(text.split())
            return all(one in plain if isinstance(one, str) else one(plain) for one in seen)

        try:
            return self.terminal.wait_for(all_seen)
        except AssertionError as error:
            message = f"never saw {seen!r}: {error}"
            raise AssertionError(message) from None

    def phase(self, digit: int) -> None:
        """To a phase by the menu."""
        self.press("ctrl+g", str(digit))

    def collect(self, said: Mapping[str, str]) -> None:
        """Every partner writes, unseen by the others; the form of the first one is open."""
        for place, (name, meaning) in enumerate(said.items()):
            if place:
                self.press("ctrl+n")
            self.see(to_go(name, len(said) - place))
            self.type(meaning)
            self.see(meaning.split()[-1])

    def say_back(self, turn: Turn, text: str) -> None:
        """One says back what another means, and that one is asked whether that is it."""
        self.see(says_back(turn, self.story))
        self.type(text)
        self.see(text.rsplit(maxsplit=1)[-1])
        self.press("ctrl+s")
        self.see(f"▸{self.story.right} {_('That is it')}")

    def consent(self, round_of: Round) -> None:
        """Every partner takes its stand, in turn."""
        for name, letter, reason in round_of:
            self.see(f"▶ {name} ", f"{self.story.consent} {_('Consent')}")
            self.press(letter)
            if reason:
                self.see(f"{name} · ", _("{partner} · {stand}. Why?").rpartition(" ")[2])
                self.type(reason)
                self.press("enter")

    def stop(self) -> None:
        """Leave the program from the overview."""
        self.press("q")
        assert self.terminal.wait_exit() == 0


def to_go(name: str, n: int) -> str:
    """Who writes now, and how many still have to."""
    told = ngettext("{partner} · {n} to go", "{partner} · {n} to go", n)
    return told.format(partner=name, n=n)


def partners_to_go(n: int) -> str:
    """How many still have to take a position."""
    return ngettext("{n} partner to go.", "{n} partners to go.", n).format(n=n)


def says_back(turn: Turn, story: Story) -> str:
    """Whose turn it is, about whom: with whole names where they fit, a second attempt included."""
    asked = _("{by} says in its own words what {of} means")
    by, of = (next(p for p in story.partners if short in p) for short in (turn.by, turn.of))
    whole = asked.format(by=by, of=of)
    attempt = " · " + _("attempt {n}").format(n=2)
    return whole if len(whole + attempt) <= 77 else asked.format(by=turn.by, of=turn.of)


def opening(text: str) -> str:
    """By which a longer text is known on the screen, wherever its lines break."""
    return " ".join(text.split()[:2])


def undated(minutes: str) -> str:
    """Minutes with the days on which they were made taken out; a day beyond stays."""
    months = _(
        "January February March April May June July August September October November December"
    ).split()
    latest = dt.date.today().year + 1
    return re.sub(
        rf"\d{{1,2}} (?:{'|'.join(months)}) (\d{{4}})",
        lambda found: "D-M-Y" if int(found[1]) <= latest else found[0],
        minutes,
    )
