"""Check files: their format, and what a reader would stumble over."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from glossary.domain import Finding, UnreadableError
from glossary.workflow.lint import lint
from glossary.workflow.ports import Store


def check(store: Store, paths: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """All findings on these files or folders, by path and line; on all sets when there are none.

    Raises what the store raises for a path that cannot be read at all.
    """
    scope = [_real(path) for path in paths]
    warnings = (
        finding
        for set_id in store.sets()
        if _touches(store.folder / set_id, scope)
        for finding in _lint(store, set_id)
        if not scope or _within(finding.path, scope)
    )
    return tuple(sorted((*store.check(paths), *warnings), key=_place))


def _lint(store: Store, set_id: str) -> Iterator[Finding]:
    try:
        termset = store.load(set_id).termset
    except UnreadableError:
        return  # the store's own check says what is wrong with this set
    yield from lint(termset, store.folder / set_id, store.locate)


def _touches(folder: Path, scope: Sequence[Path]) -> bool:
    here = _real(folder)
    return not scope or any(p.is_relative_to(here) or here.is_relative_to(p) for p in scope)


def _within(path: Path, scope: Sequence[Path]) -> bool:
    return any(_real(path).is_relative_to(place) for place in scope)


def _real(path: Path) -> Path:
    """`path` without links; a loop of them stays as it is, where `resolve` would raise."""
    return Path(os.path.realpath(path))


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return (str(finding.path), finding.line, finding.column, finding.code)
