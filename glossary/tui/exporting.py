"""Where an export goes, and how it gets there whole."""

import datetime as dt
from pathlib import Path

from glossary.domain import Finding, RefusedError, TermSet
from glossary.locale import gettext as _
from glossary.workflow.keeping import Memory
from glossary.workflow.naming import quote


def file_name(termset: TermSet, today: dt.date) -> str:
    """What minutes of today are called: those of another day stay beside them."""
    return f"{termset.id}-{today.isoformat()}.md"


def place(typed: str, termset: TermSet, today: dt.date) -> Path:
    """The file that the reader means: in the present folder unless said otherwise, with .md.

    Raises RefusedError for a name that no file can have.
    """
    name = typed.strip() or file_name(termset, today)
    path = Path(name).expanduser() if name.startswith("~/") else Path(name)
    if path.is_dir():
        path /= file_name(termset, today)
    if "\0" in name or not path.name:
        raise RefusedError(
            _("{name} is no name for a file. Type another.").format(name=quote(name))
        )
    return path if path.suffix else path.with_suffix(".md")


def write(
    typed: Path,
    termset: TermSet,
    today: dt.date,
    memory: Memory,
    left_out: tuple[Finding, ...] = (),
) -> Path:
    """Write the minutes, whole or not at all; gives the file that they stand in.

    A name that ends in .html gives a web page, any other one Markdown. The file has the next name
    where the one that was typed holds what the program did not write.
    It says what is missing in it. Raises RefusedError.
    """
    from glossary.formats.contract import Request
    from glossary.formats.registry import EXPORTERS
    from glossary.store import atomic
    from glossary.workflow.exported import Exports

    exports = Exports(memory, termset.id)
    exporter = EXPORTERS["html" if typed.suffix.lower() == ".html" else "markdown"]
    text = exporter.export(termset, Request(today, memory, left_out=left_out))
    try:
        path = exports.free(typed, text)
        old = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise atomic.refused(typed, error) from error
    written = atomic.create(path, text) if old is None else atomic.replace(path, old, text)
    if not written:
        raise RefusedError(
            _("{file} was changed at this very moment. Try again.").format(file=quote(path.name))
        )
    exports.remember(path, text)
    return path
