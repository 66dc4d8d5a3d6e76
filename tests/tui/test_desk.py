"""What lies on the desk and on a form while a save in a thread and a look at the files meet."""

import threading
from collections.abc import Callable

from glossary.tui.desk import Desk
from glossary.tui.sheets import DefinitionSheet
from glossary.workflow.defining import define
from glossary.workflow.ports import Loaded
from tests.memory_store import MemoryStore
from tests.tui.sample import TODAY, sample

_WORDS = "We do what we said."


class Meanwhile:
    """Something that a thread does in the middle of something else, once."""

    def __init__(self, deed: Callable[[], object]) -> None:
        self._thread = threading.Thread(target=deed)
        self._is_started = False

    def happen(self) -> None:
        """Let it happen, as far as it gets: it may have to wait for what it interrupts."""
        if not self._is_started:
            self._is_started = True
            self._thread.start()
            self._thread.join(0.3)

    def end(self) -> None:
        self._thread.join(10)
        assert not self._thread.is_alive()


class InterruptedStore(MemoryStore):
    """Something happens between reading a set and giving it."""

    meanwhile: Meanwhile | None = None

    def load(self, set_id: str) -> Loaded:
        loaded = super().load(set_id)
        if self.meanwhile is not None:
            self.meanwhile.happen()
        return loaded


def test_an_older_reading_never_lies_on_a_newer_one() -> None:
    store = InterruptedStore(sample())
    desk = Desk(store, "sample", lambda: TODAY)

    def save() -> None:
        define(store, "sample", "trust", "council", {"meaning": _WORDS}, TODAY)
        desk.reload()

    meanwhile = store.meanwhile = Meanwhile(save)
    desk.reload()
    meanwhile.end()
    assert desk.termset.partners["council"].meaning_of("trust") == _WORDS


def test_a_text_that_is_saved_while_one_looks_at_the_files_stays() -> None:
    desk = Desk(MemoryStore(sample()), "sample", lambda: TODAY)
    desk.reload()
    sheet = InterruptedSheet(desk, "trust", "council", lambda: {"meaning": _WORDS})
    meanwhile = sheet.meanwhile = Meanwhile(lambda: sheet.write({"meaning": _WORDS}))
    assert sheet.follow() == {}
    meanwhile.end()
    assert sheet.unsaved() == {}
    assert sheet.follow() == {}


class InterruptedSheet(DefinitionSheet):
    """Something happens between a look at the files and what is made of it."""

    meanwhile: Meanwhile | None = None

    def shown(self) -> dict[str, str]:
        shown = super().shown()
        if self.meanwhile is not None and threading.current_thread() is threading.main_thread():
            self.meanwhile.happen()
        return shown
