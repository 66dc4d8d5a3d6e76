"""Wires the adapters to the ports; the only place that knows them all."""

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from glossary.domain import NotFoundError, UnreadableError
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence
from glossary.workflow.naming import quote

if TYPE_CHECKING:
    from glossary.domain import Finding
    from glossary.git.past import GitPast
    from glossary.git.setup import Clone
    from glossary.store.folder import FolderStore
    from glossary.workflow.git_setup import SetPlace
    from glossary.workflow.merging import Files
    from glossary.workflow.ports import ReadMember

DEFAULT_FOLDER = Path("termsets")
DEMO_SETS = ("demo", "demo-en")


class Opened(NamedTuple):
    """A folder of term sets; `set_id` where the reader named one set rather than a folder.

    `is_new` when the copy of the demo was made just now.
    """

    store: "FolderStore"
    is_demo: bool = False
    set_id: str | None = None
    is_new: bool = False


def open_store(folder: Path | None) -> Opened:
    """Open a folder of sets, or of one set; by default ./termsets or else a copy of the demo.

    Raises NotFoundError when a given folder does not exist, UnreadableError when it is a file
    or may not be read, and when no copy of the demo can be made.
    """
    if folder is None and not DEFAULT_FOLDER.exists():
        return open_demo()
    place = folder or DEFAULT_FOLDER
    if _is_set(place):
        from glossary.store.layout import whole

        # A set that is a link stays one, so that it is refused.
        place = whole(place)
        return Opened(_store(place.parent), set_id=place.name)
    return Opened(_store(place))


def open_demo() -> Opened:
    """Open the copy of the demo that the reader may change.

    Raises UnreadableError when no copy can be made.
    """
    folder, is_new = _demo_copy()
    return Opened(_store(folder), is_demo=True, is_new=is_new)


def is_newcomer() -> bool:
    """Whether the reader was never shown around here."""
    mark = _tour_mark()
    return mark is not None and not mark.exists()


def shown_around() -> None:
    """Remember that the reader was shown around; nothing is lost where that cannot be kept."""
    mark = _tour_mark()
    if mark is not None:
        with suppress(OSError):
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()


def new_store(folder: Path | None) -> "FolderStore":
    """Where a set may be made: in this folder, by default in ./termsets; neither is made yet.

    Raises UnreadableError when the folder is a file or may not be read.
    """
    from glossary.store.folder import FolderStore
    from glossary.store.layout import whole

    place = folder or DEFAULT_FOLDER
    try:
        is_set = _is_set(place)
    except NotFoundError:
        is_set = False
    return FolderStore(whole(place).parent if is_set else place)


def own_store() -> "FolderStore":
    """Where sets of one's own are: ./termsets, which need not be there yet."""
    return _store(DEFAULT_FOLDER)


def starters() -> "FolderStore":
    """The sets that come with the program: starters and demos."""
    from glossary.store.folder import FolderStore

    return FolderStore(_shipped())


def past_of(folder: Path) -> "GitPast":
    """What git remembers of the set in this folder."""
    from glossary.git.past import GitPast
    from glossary.store.source import MAX_BYTES

    return GitPast(folder, MAX_BYTES + 1)  # so that the reader sees what is too large


def member_reader() -> "ReadMember":
    """What reads a partner or an agreement from bytes."""
    from glossary.store.files import read_member

    return read_member


def merged(folder: Path) -> "tuple[Finding, ...] | None":
    """What the merge that HEAD is, or that goes on, lost or invented below a folder.

    None when there is no merge. Raises UnreadableError.
    """
    from glossary.git.merged import merge_at
    from glossary.store.merge_findings import merge_findings
    from glossary.store.source import MAX_BYTES

    merge = merge_at(folder, MAX_BYTES + 1)
    return None if merge is None else tuple(merge_findings(merge))


def merge_driver(files: "Files", path: Path) -> tuple[str, ...]:
    """Merge one file for git: see `glossary.workflow.merging.merge_files`."""
    from glossary.git.line_merge import line_merge
    from glossary.store.merging import merged_file
    from glossary.workflow.merging import merge_files

    return merge_files(files, path, line_merge, merged_file)


def git_clone(place: "SetPlace") -> "Clone":
    """The clone of a git repository in which the sets are."""
    from glossary.git.setup import Clone

    return Clone(place)


def today() -> dt.date:
    """Today, where the reader is."""
    return dt.datetime.now().astimezone().date()


def _store(folder: Path) -> "FolderStore":
    """A store that remembers what it compared, and what could not be saved."""
    from glossary.store.folder import FolderStore
    from glossary.store.journal import FileJournal
    from glossary.store.memory import FileMemory

    cache, state = _cache_folder(), _state_folder()
    return FolderStore(
        folder,
        FileMemory(cache, folder) if cache is not None else None,
        FileJournal(state / "unsaved", folder) if state is not None else None,
    )


def _cache_folder() -> Path | None:
    from platformdirs import user_cache_path

    given = os.environ.get("GLOSSARY_CACHE_DIR")
    if given is None:
        return user_cache_path("glossary")
    return Path(given) if given else None


def _state_folder() -> Path | None:
    from platformdirs import user_state_path

    given = os.environ.get("GLOSSARY_STATE_DIR")
    if given is None:
        return user_state_path("glossary")
    return Path(given) if given else None


def _tour_mark() -> Path | None:
    state = _state_folder()
    return state / "shown-around" if state is not None else None


def _is_set(place: Path) -> bool:
    """Whether a folder is a set rather than a folder of sets."""
    try:
        if (place / "termset.toml").is_file():
            return True
        is_folder, exists = place.is_dir(), place.exists()
    except OSError as error:
        raise UnreadableError(
            _("The folder {folder} cannot be read. {reason}").format(
                folder=quote(str(place)), reason=os_sentence(error)
            )
        ) from error
    if exists and not is_folder:
        raise UnreadableError(
            _("{folder} is a file. Give the folder that holds the term sets.").format(
                folder=quote(str(place))
            )
        )
    if not exists:
        raise NotFoundError(
            _("There is no folder {folder}. Without one, ./termsets or the demo opens.").format(
                folder=quote(str(place))
            )
        )
    return False


def _shipped() -> Path:
    """Inside the package when installed, beside it in a work tree."""
    package = Path(__file__).parent
    installed = package / "termsets"
    return installed if installed.is_dir() else package.parent / "termsets"


def _demo_folder() -> Path:
    from platformdirs import user_data_path

    given = os.environ.get("GLOSSARY_DEMO_DIR")
    return Path(given) if given else user_data_path("glossary") / "demo"


def _demo_copy() -> tuple[Path, bool]:
    """Folder of the copy that the reader may change, and whether it was made just now.

    It is made once, complete or not at all.
    """
    folder = _demo_folder()
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise UnreadableError(
                _("{folder} is no folder, so the demo cannot open. Remove or rename it.").format(
                    folder=quote(str(folder))
                )
            )
        is_new = not _has_files(folder)
        if is_new:
            _make_demo(folder)
    except OSError as error:
        raise UnreadableError(
            _(
                "The demo cannot be copied to {folder}. {reason} "
                "Let GLOSSARY_DEMO_DIR name a folder in which you may write."
            ).format(folder=quote(str(folder)), reason=os_sentence(error))
        ) from error
    return folder, is_new


def _make_demo(folder: Path) -> None:
    import shutil
    import tempfile

    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name in DEMO_SETS:
            _copy(_shipped() / name, unfinished / name)
        if folder.is_dir():
            folder.rmdir()
        unfinished.rename(folder)
    except OSError:
        # another start of the program may have finished the same copy first
        if not _has_files(folder):
            raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _copy(source: Path, target: Path) -> None:
    """Copy regular files only, without their modes: a shipped file may be read-only."""
    import shutil

    for file in sorted(source.rglob("*")):
        if file.is_file() and not file.is_symlink():
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
