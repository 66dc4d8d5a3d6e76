"""The texts of a turn of restating, while they are typed."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from glossary.domain import Answer, fingerprint, visible
from glossary.domain.restating import Attempt, Turn, attempts
from glossary.tui.desk import Desk
from glossary.tui.keeper import Changes
from glossary.tui.sheets import TextSheet
from glossary.workflow.recovering import CORRECTION, RESTATEMENT, Place
from glossary.workflow.session.restating import answer, restate, take_back


class RestatementSheet(TextSheet):
    """What one partner says that another means, until that one has answered it.

    An attempt that was answered is history: what is typed then is the next one.
    """

    def __init__(
        self, desk: Desk, term_id: str, turn: Turn, typed: Callable[[], Mapping[str, str]]
    ) -> None:
        self._turn = turn
        super().__init__(desk, Place(f"{RESTATEMENT} {turn.of}", term_id, turn.by), typed)

    def put(self, changes: Changes) -> None:
        """Save through `restate`."""
        desk, turn = self.desk, self._turn
        place = (self.place.term, turn.by, turn.of)
        if changes["text"].strip():
            restate(desk.store, desk.set_id, *place, changes["text"], desk.today(), rewording=True)
        else:
            take_back(desk.store, desk.set_id, *place)

    def unsaved(self) -> Changes:
        """As for any sheet, without the words of the last attempt.

        Emptied is an attempt that waits for its answer, and no other one.
        """
        last = last_attempt(self.desk, self.place.term, self._turn)
        known = visible(last.restatement.text).strip() if last is not None else ""
        unchanged = (known,) if last is not None and last.verdict is None else ("", known)
        changes = super().unsaved()
        return {key: text for key, text in changes.items() if text.strip() not in unchanged}

    def follow(self) -> Changes:
        """What others wrote here; a text that is typed never gives way to none."""
        return {key: text for key, text in super().follow().items() if text}

    def _clashing(self, changes: Changes) -> dict[str, str]:
        # That it was answered elsewhere is no clash: what is typed then is the next attempt.
        return {key: text for key, text in super()._clashing(changes).items() if text}


class CorrectionSheet(TextSheet):
    """What the owner says is not right yet in the last attempt, which it has answered."""

    def __init__(
        self, desk: Desk, term_id: str, turn: Turn, typed: Callable[[], Mapping[str, str]]
    ) -> None:
        self._turn = turn
        super().__init__(desk, Place(f"{CORRECTION} {turn.by}", term_id, turn.of), typed)

    def put(self, changes: Changes) -> None:
        """Save through `answer`."""
        desk, turn = self.desk, self._turn
        last = last_attempt(desk, self.place.term, turn)
        given = last.verdict.verdict if last and last.verdict else Answer.ALMOST
        place, said = (self.place.term, turn.by, turn.of), changes["correction"]
        answer(desk.store, desk.set_id, *place, given, said, seen=words_of(last))


def last_attempt(desk: Desk, term_id: str, turn: Turn) -> Attempt | None:
    """The last attempt at the present meaning; None while there is none."""
    tried = attempts(desk.termset, term_id, turn)
    return tried[-1] if tried else None


def words_of(attempt: Attempt | None) -> str | None:
    """Fingerprint of what was said in an attempt."""
    return fingerprint(attempt.restatement.text) if attempt is not None else None


class Kept(NamedTuple):
    """A turn in which something was typed that could not be saved."""

    turn: Turn
    is_correction: bool


def kept_turns(desk: Desk, term_id: str) -> Iterator[Kept]:
    """The turns of a term of which a text waits in the journal, oldest first."""
    for text in desk.waiting():
        kind, other = Place.of(text).about
        if text.term == term_id and kind == RESTATEMENT:
            yield Kept(Turn(text.partner, other), is_correction=False)
        elif text.term == term_id and kind == CORRECTION:
            yield Kept(Turn(other, text.partner), is_correction=True)
