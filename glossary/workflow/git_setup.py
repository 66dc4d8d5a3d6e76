"""Set a clone up, step by step, and say what was done and what was so already."""

from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple, Protocol

from glossary.domain import NotFoundError, UnreadableError
from glossary.workflow.ports import Store


class SetPlace(NamedTuple):
    """A folder of term sets, or the folder of one."""

    folder: Path
    is_set: bool = False


class State(Enum):
    """What became of a step."""

    DONE = "done"
    SO_ALREADY = "so-already"
    NOT_DONE = "not-done"


class Step(NamedTuple):
    """One thing that is set up, and in a sentence what it does, or why it was left."""

    state: State
    what: str


class Clone(Protocol):
    """A clone of a repository. Each step raises GlossaryError where it cannot be made."""

    prefix: str
    """The folder in the repository: "" or with a slash at its end."""

    def name_files(self) -> Step:
        """Say which files are those of term sets, for everybody."""

    def merge_entries(self, program: Sequence[str]) -> Step:
        """Have them merged entry by entry by `program`, the words that start glossary."""

    def show_headings(self) -> Step:
        """Have a diff say which entry a change is in."""

    def check_commits(self, program: Sequence[str]) -> Step:
        """Have what is committed checked."""


def set_up(clone: Clone, program: Sequence[str], *, with_hook: bool) -> Iterator[Step]:
    """The steps, each when it was made."""
    yield clone.name_files()
    yield clone.merge_entries(program)
    yield clone.show_headings()
    if with_hook:
        yield clone.check_commits(program)


def owners(store: Store, prefix: str, set_id: str | None) -> Iterator[str]:
    """Lines for CODEOWNERS that give each partner its own file, with the ids for names."""
    for one in store.sets() if set_id is None else (set_id,):
        folder = f"/{prefix}" if set_id is not None else f"/{prefix}{one}/"
        try:
            partners = store.load(one).termset.partners
        except (NotFoundError, UnreadableError):
            continue
        for partner in partners:
            yield folder.replace(" ", "\\ ") + f"partners/{partner}.toml @{partner}"
