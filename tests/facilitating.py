"""One facilitator at the keyboard of a real terminal: keys are counted, words that people say not.

What is typed as text (definitions, restatements, wordings, reasons) would be said without a
program too; every other key is one that the program asks for.
"""

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.terminal import Terminal

ROOT = Path(__file__).parents[1]


class Facilitator:
    """Presses keys of `glossary session` in Dutch, and waits for what appears."""

    def __init__(self, folder: Path, set_id: str) -> None:
        argv = [sys.executable, "-m", "glossary", "--language", "nl", "session", set_id]
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
            self.see(name, f"nog {len(said) - place} te gaan")
            self.type(meaning)
            self.see(meaning.split()[-1])

    def say_back(self, by: str, of: str, text: str) -> None:
        """`by` says back what `of` means, and `of` is asked whether that is it."""
        self.see(f"{by} zegt in eigen woorden wat {of} bedoelt")
        self.type(text)
        self.press("ctrl+s")
        self.see("▸k Klopt")

    def stop(self) -> None:
        """Leave the program from the overview."""
        self.press("q")
        assert self.terminal.wait_exit() == 0


def undated(minutes: str) -> str:
    """Minutes with the days on which they were made taken out; a day beyond stays."""
    months = "januari februari maart april mei juni juli augustus september oktober november"
    day = rf"\d{{1,2}} (?:{'|'.join([*months.split(), 'december'])}) (\d{{4}})"
    latest = dt.date.today().year + 1
    return re.sub(day, lambda found: "DAG" if int(found[1]) <= latest else found[0], minutes)


def consent(facilitator: Facilitator, round_of: Sequence[tuple[str, str, str]]) -> None:
    """A round: partner, letter of its answer, reason ("" where it needs none)."""
    for name, letter, reason in round_of:
        facilitator.see(f"▶ {name} i Instemming")
        facilitator.press(letter)
        if reason:
            facilitator.see(f"{name} · ", "Waarom?")
            facilitator.type(reason)
            facilitator.press("enter")
