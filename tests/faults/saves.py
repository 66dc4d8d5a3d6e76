"""Everything that writes in a set, prepared so far that only the write is left to do."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from glossary.domain import Agreement, Draft, Partner, Vocabulary
from glossary.store.folder import FolderStore
from glossary.workflow.import_rows import apply_import, plan_import
from tests.store import define
from tests.workflow.rows import incoming, row

Act = Callable[[], object]


def _update(store: FolderStore) -> Act:
    return partial(store.update_partner, "keten", "noord", define(meaning="Er gaat niets fout."))


def _retitle(store: FolderStore) -> Act:
    return partial(store.update_vocabulary, "keten", lambda now: replace(now, title="Keten"))


def _draft(store: FolderStore) -> Act:
    def change(now: Agreement) -> Agreement:
        return replace(now, draft=Draft("Wie begint, maakt het af."))

    return partial(store.update_agreement, "keten", "regie", change)


def _session(store: FolderStore) -> Act:
    return partial(store.update_session, "keten", lambda now: replace(now, terms=("regie",)))


def _add(store: FolderStore) -> Act:
    return partial(store.add_partner, "keten", Partner("west", "West"))


def _create(store: FolderStore) -> Act:
    return partial(store.create, replace(store.load("keten").termset, id="kopie"))


def _tidy(store: FolderStore) -> Act:
    path = store.folder / "keten" / "partners" / "noord.toml"
    path.write_bytes(path.read_bytes().replace(b"short = ", b"short   =   "))
    return partial(store.tidy, path, is_trial=False)


def _import(store: FolderStore) -> Act:
    rows = [row(2, "regie", "Wie begint, maakt het af.", "Gemeente Noord")]
    plan = plan_import(store.load("keten").termset, incoming(rows))
    return partial(apply_import, store, "keten", plan, Vocabulary("Keten", "nl"))


def _import_new(store: FolderStore) -> Act:
    rows = [row(2, "regie", "Wie begint, maakt het af.", name) for name in ("Oost", "West")]
    plan = plan_import(None, incoming(rows))
    return partial(apply_import, store, "nieuw", plan, Vocabulary("Nieuw", "nl"))


def _undo(store: FolderStore) -> Act:
    _update(store)()
    return store.undo


def _undo_new(store: FolderStore) -> Act:
    _draft(store)()
    return store.undo


def _redo(store: FolderStore) -> Act:
    _update(store)()
    store.undo()
    return store.redo


SAVES: Mapping[str, Callable[[FolderStore], Act]] = {
    "update a partner": _update,
    "update the words": _retitle,
    "begin an agreement": _draft,
    "begin a session": _session,
    "add a partner": _add,
    "create a set": _create,
    "tidy a file": _tidy,
    "import into a set": _import,
    "import a new set": _import_new,
    "take back": _undo,
    "take back a new file": _undo_new,
    "make again": _redo,
}
