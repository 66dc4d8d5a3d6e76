"""What comparisons found before, so that only a term that changed is compared again.

It is filed under a digest of everything that it depends on: it can be lost at any time, and it
is never wrong.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from threading import Lock
from typing import NamedTuple

from glossary.compare.edition import edition
from glossary.compare.general import general_labels
from glossary.domain import Term, TermSet
from glossary.workflow.comparing import Question, question
from glossary.workflow.keeping import Memory
from glossary.workflow.kept_signals import KeptSignals
from glossary.workflow.overview import SIGNALS
from glossary.workflow.side_by_side import SideBySide, side_by_side

# So many comparisons are kept at a time.
_AT_ONCE = 100


class Weighed(NamedTuple):
    """How much a term deserves the group's time (0 to 1), the strongest reasons, and its marks."""

    attention: float
    signals: KeptSignals
    beside: SideBySide = SideBySide()


NOTHING = Weighed(0.0, KeptSignals("[]"))


class Remembered:
    """What is known of the terms of one set; `used` are the names of what was asked for since."""

    def __init__(self, memory: Memory, set_id: str) -> None:
        self._memory, self._set_id = memory, set_id
        self._known = memory.recall(set_id)
        self._new: dict[str, str] = {}
        self.used: set[str] = set()

    def weigh(self, asked: Question, most: int) -> Weighed:
        """What comes of a question, with at most `most` reasons; compared only when it is new."""
        name = _digest(asked, most)
        weighed = _read(self._known.get(name, ""))
        if weighed is None:
            found = asked.answer()
            beside = side_by_side(found, [lens.id for lens in asked.lenses or general_labels()])
            weighed = Weighed(found.attention, KeptSignals.of(found.signals[:most]), beside)
            self._new[name] = _told(weighed)
            if len(self._new) >= _AT_ONCE:
                self.keep()
        self.used.add(name)
        return weighed

    def keep(self) -> None:
        """Keep what is new."""
        if self._new:
            self._memory.add(self._set_id, self._new)
            self._new = {}

    def forget_others(self) -> None:
        """Forget what was not asked for."""
        if not self.used.issuperset(self._known):
            self._memory.forget(self._set_id, self.used)


class Marks:
    """What definitions of a set show beside each other, for many that look at the same time.

    Each question is answered once; nothing is kept on disk.
    """

    def __init__(self, memory: Memory, set_id: str) -> None:
        self._memory, self._set_id = memory, set_id
        self._lock = Lock()
        self._found: dict[str, SideBySide] = {}

    def of(self, termset: TermSet, term: Term) -> SideBySide:
        """Of a term; `termset` is the set as it is shown."""
        said = termset.meanings(term.id)
        if len(said) < 2:
            return SideBySide()
        asked = question(termset, term, said)
        key = _digest(asked, SIGNALS)
        with self._lock:
            if key not in self._found:
                known = Remembered(self._memory, self._set_id)
                # Nobody looks back: what was said before is of no use.
                self._found = {key: known.weigh(asked, SIGNALS).beside}
            return self._found[key]


@contextmanager
def remembering(memory: Memory, set_id: str) -> Iterator[Remembered]:
    """What is known of a set. What was used is kept for the next time, and all else forgotten.

    Nothing is forgotten where the work is broken off.
    """
    remembered = Remembered(memory, set_id)
    try:
        yield remembered
        remembered.forget_others()
    finally:
        remembered.keep()


def _digest(asked: Question, most: int) -> str:
    told = f"{edition()}\n{most}\n{asked!r}"
    return blake2b(told.encode(), digest_size=16).hexdigest()


def _told(weighed: Weighed) -> str:
    """A line for each of the three."""
    beside = json.dumps(weighed.beside.plain(), separators=(",", ":"))
    return f"{weighed.attention!r}\n{weighed.signals.text}\n{beside}"


def _read(told: str) -> Weighed | None:
    """The other way round; None for what is not there, or is no such thing."""
    try:
        attention, signals, beside = told.split("\n")
        marks = SideBySide.of_plain(json.loads(beside))
        return Weighed(float(attention), KeptSignals(signals), marks)
    except (AttributeError, RecursionError, TypeError, ValueError):
        return None
