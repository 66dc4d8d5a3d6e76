"""What the list has done behind it: the set is read, and its terms are compared."""

from time import sleep

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from glossary.domain import GlossaryError, TermSet
from glossary.tui.garbage import lay_by
from glossary.tui.ranking import RankedMessage, StoppedError, rank
from glossary.tui.screens.room import RoomScreen
from glossary.workflow.ports import Loaded

# Seconds in which the terms are painted before comparing them takes its share of the processor.
_BREATH = 0.1


class LibraryWork(RoomScreen):
    """The part of the list that works in threads, and tells in messages what came of it."""

    class Read(Message):
        """The whole set has been read."""

        def __init__(self, loaded: Loaded) -> None:
            super().__init__()
            self.loaded = loaded

    class Compared(Message):
        """So many terms have been compared."""

        def __init__(self, done: int, terms: int) -> None:
            super().__init__()
            self.done, self.terms = done, terms

    @work(thread=True, exclusive=True, group="read")
    def _read(self, set_id: str) -> None:
        try:
            self.desk.store.sweep(set_id)
            self.post_message(self.Read(self.desk.store.load(set_id)))
        except GlossaryError as error:
            self.app.call_from_thread(self.trouble, error)
        finally:
            lay_by()

    # Textual would describe it by its arguments: every word of the set.
    @work(thread=True, exclusive=True, group="rank", description="rank")
    def _rank(self, termset: TermSet) -> None:
        worker, known = get_current_worker(), self.desk.ranked
        if known is None:
            sleep(_BREATH)
        try:
            ranked = rank(
                termset,
                self.desk.today(),
                lambda: not worker.is_cancelled,
                lambda done, terms: self.post_message(self.Compared(done, terms)),
                self.desk.store.memory,
                self.desk.pace,
                known,
            )
        except StoppedError:
            return
        if known is None:
            lay_by()
        self.post_message(RankedMessage(ranked))
