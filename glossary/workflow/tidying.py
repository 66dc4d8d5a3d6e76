"""Give the files of sets their canonical form."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from glossary.domain import GlossaryError
from glossary.workflow.ports import Store


class Tidied(NamedTuple):
    """The files that changed, or would on a trial, and why others cannot: one sentence each."""

    changed: tuple[Path, ...]
    refused: tuple[str, ...]


def tidy(store: Store, paths: Sequence[Path] = (), *, is_trial: bool = False) -> Tidied:
    """Give these files, or those in these folders, their canonical form, each on its own.

    Raises what the store raises for a path at which there are no files of a set.
    """
    changed: list[Path] = []
    refused: list[str] = []
    for path in store.files(paths):
        try:
            if store.tidy(path, is_trial=is_trial):
                changed.append(path)
        except GlossaryError as error:
            refused.append(str(error))
    return Tidied(tuple(changed), tuple(refused))
