"""Where an export goes, and how it gets there whole."""

import datetime as dt
from pathlib import Path

from glossary.domain import RefusedError, TermSet
from glossary.locale import gettext as _
from glossary.workflow.naming import quote
from glossary.workflow.ports import Memory


def place(typed: str, termset: TermSet) -> Path:
    """The file that the reader means: in the present folder unless said otherwise, with .md.

    Raises RefusedError for a name that no file can have.
    """
    name = typed.strip() or f"{termset.id}.md"
    path = Path(name).expanduser() if name.startswith("~/") else Path(name)
    if path.is_dir():
        path /= f"{termset.id}.md"
    if "\0" in name or not path.name:
        raise RefusedError(
            _("{name} is no name for a file. Type another.").format(name=quote(name))
        )
    return path if path.suffix else path.with_suffix(".md")


def is_own(path: Path, termset: TermSet) -> bool:
    """Whether the file begins as an export of this set does."""
    from glossary.formats.markdown_text import heading

    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.readline().rstrip("\r\n") == f"# {heading(termset.title)}"
    except OSError:
        return False


def write(path: Path, termset: TermSet, today: dt.date, memory: Memory) -> None:
    """Write the set as Markdown, whole or not at all. Raises RefusedError."""
    from glossary.formats.contract import Request
    from glossary.formats.registry import EXPORTERS
    from glossary.store import atomic

    text = EXPORTERS["markdown"].export(termset, Request(today, memory))
    if atomic.create(path, text):
        return
    try:
        old = path.read_bytes()
    except OSError as error:
        raise atomic.refused(path, error) from error
    if old != text and not atomic.replace(path, old, text):
        raise RefusedError(
            _("{file} was changed at this very moment. Try again.").format(file=quote(path.name))
        )
