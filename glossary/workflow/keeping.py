"""What is kept beside the sets: what was worked out about them, and what is not saved yet.

As the sets themselves, it lies where `glossary.bootstrap` says; see `workflow.ports`.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol


class Memory(Protocol):
    """What was worked out about the sets of a folder, which may be lost at any time.

    It holds words that partners wrote: as private as their files. No method raises.
    """

    def recall(self, set_id: str) -> Mapping[str, str]:
        """What is kept of a set, oldest first; empty where nothing is. For the thread that asks."""

    def add(self, set_id: str, found: Mapping[str, str]) -> None:
        """Keep this of a set as well, or in the place of what goes by the same name."""

    def forget(self, set_id: str, besides: Collection[str]) -> None:
        """Keep only what goes by these names."""


class Forgetful:
    """A memory that keeps nothing."""

    def recall(self, set_id: str) -> Mapping[str, str]:  # noqa: ARG002  # of no set at all
        """Nothing."""
        return {}

    def add(self, set_id: str, found: Mapping[str, str]) -> None:
        """Nothing is kept."""

    def forget(self, set_id: str, besides: Collection[str]) -> None:
        """Nothing was kept."""


class Unsaved(NamedTuple):
    """What somebody typed in a form and is in no file of the set yet.

    `form` is one of `recovering.FORMS`; `partner` is empty where the form is nobody's own.
    `typed` and `known` give by field what was typed, and what the file held when that began.
    """

    id: str
    form: str
    term: str
    partner: str
    typed: Mapping[str, str]
    known: Mapping[str, str]


class Journal(Protocol):
    """Unsaved texts of the sets of a folder, kept outside the sets until people decide on them.

    They are as private as the files that they were meant for. No method raises.
    """

    def waiting(self, set_id: str) -> tuple[Unsaved, ...]:
        """The texts of a set, oldest first, as far as they can be read."""

    def keep(self, set_id: str, text: Unsaved) -> bool:
        """Keep a text in place of what was kept under its id; whether it is on disk."""

    def drop(self, set_id: str, text_id: str) -> None:
        """Forget a text: it was saved, or people decided against it."""

    def file(self, set_id: str, text_id: str) -> Path:
        """Where a person finds the text."""


class NoJournal:
    """A journal that keeps nothing."""

    def waiting(self, set_id: str) -> tuple[Unsaved, ...]:  # noqa: ARG002  # of no set at all
        """Nothing."""
        return ()

    def keep(self, set_id: str, text: Unsaved) -> bool:  # noqa: ARG002
        """Nothing is kept."""
        return False

    def drop(self, set_id: str, text_id: str) -> None:
        """There is nothing to forget."""

    def file(self, set_id: str, text_id: str) -> Path:  # noqa: ARG002
        """Nowhere."""
        return Path()
