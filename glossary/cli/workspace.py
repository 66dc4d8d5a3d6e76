"""The folder that verbs work on, and sets out of it, with notices on standard error."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from glossary.cli.output import complain
from glossary.cli.usage import set_option_here
from glossary.domain import Severity, TermSet, UnreadableError
from glossary.locale import gettext as _
from glossary.locale import language, ngettext
from glossary.workflow.lookup import set_of
from glossary.workflow.naming import listed
from glossary.workflow.ports import Loaded, Store
from glossary.workflow.showing import shown


@dataclass(frozen=True, slots=True)
class Workspace:
    """A store, and the one set in it that `--dir` named where it named a set."""

    store: Store
    named: str | None = None
    is_demo: bool = False

    def choose(self, given: str | None) -> str:
        """Id of the set to work on; of the demo's the one in the reader's language.

        Raises NotFoundError.
        """
        asked = given or self.named
        if asked is None and self.is_demo:
            spoken = [one for one in self.store.sets() if self._language_of(one) == language()]
            asked = spoken[0] if len(spoken) == 1 else None
        return set_of(self.store, asked, set_option_here())

    def _language_of(self, set_id: str) -> str:
        try:
            return self.store.load(set_id).termset.language.partition("-")[0]
        except UnreadableError:
            return ""

    def all(self) -> tuple[str, ...]:
        """All sets. Raises NotFoundError when there is none."""
        return self.store.sets() or (self.choose(None),)

    def load(self, set_id: str, view: Callable[[TermSet], TermSet] = shown) -> TermSet:
        """A set as anybody may see it, as far as it can be read.

        What cannot be read is told on standard error.
        """
        return self.seen(self.store.load(set_id), view)

    def seen(self, loaded: Loaded, view: Callable[[TermSet], TermSet] = shown) -> TermSet:
        """What anybody may see of a set that was read; otherwise as `load`."""
        errors = sum(one.severity is Severity.ERROR for one in loaded.findings)
        if errors:
            complain(
                ngettext(
                    "{n} error in the files of {set}: see glossary check.",
                    "{n} errors in the files of {set}: see glossary check.",
                    errors,
                ).format(n=errors, set=loaded.termset.id)
            )
        absent = sorted(loaded.unread)
        if absent:
            complain(
                ngettext(
                    "{partners} is left out until that file is repaired.",
                    "{partners} are left out until those files are repaired.",
                    len(absent),
                ).format(partners=listed(absent))
            )
        return view(loaded.termset)


def workspace(folder: Path | None) -> Workspace:
    """What is in a folder; in ./termsets by default, or in the demo when there is none."""
    from glossary.bootstrap import open_store

    opened = open_store(folder)
    if opened.is_demo:
        notice = demo_notice(opened.store.folder) if opened.is_new else _("This is the demo.")
        complain(notice)
    return Workspace(opened.store, opened.set_id, opened.is_demo)


def new_workspace(folder: Path | None) -> Workspace:
    """Where a set may be made: ./termsets by default, never the demo. Nothing is made yet."""
    from glossary.bootstrap import new_store

    return Workspace(new_store(folder))


def meant(path: Path) -> Path:
    """The folder of a project stands for the sets in it."""
    from glossary.bootstrap import DEFAULT_FOLDER

    inner = path / DEFAULT_FOLDER
    try:
        return inner if inner.is_dir() else path
    except OSError:
        return path  # checking it says why it cannot be read


def demo_notice(folder: Path) -> str:
    """Says that the demo is used, and where it is: said when its copy is made."""
    return _("There is no folder termsets here: this is the demo, in {folder}.").format(
        folder=folder
    )
