"""Check files: their format, and what a reader would stumble over."""

from collections.abc import Sequence
from pathlib import Path

from glossary.domain import Finding
from glossary.workflow.lint import lint
from glossary.workflow.ports import Store


def check(store: Store, paths: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """All findings on these files or folders, by path and line; on all sets when there are none.

    Raises what the store raises for a path that cannot be read at all.
    """
    return store.check(paths, lint)
