"""The bytes of a file that somebody hands over: no more of them than a glossary has."""

import stat
from pathlib import Path
from typing import Final

from glossary.domain import UnreadableError, one_line
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence

BYTES_PER_MB: Final = 1_000_000
MAX_MB: Final = 20
# Parts of a file that are nested or repeated stay below these, or it is no list of words.
MAX_DEPTH: Final = 40
MAX_PARTS: Final = 100_000
# Characters in one place of it; no text of a partner comes near.
MAX_TEXT: Final = 1_000_000


def bytes_of(path: Path, most: int = MAX_MB) -> bytes:
    """Everything in a file of at most so many MB. Raises UnreadableError."""
    name = one_line(str(path))
    room = most * BYTES_PER_MB
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(_("{file} is no file.").format(file=name))
        if status.st_size > room:
            raise too_large(name, most)
        with path.open("rb") as file:
            data = file.read(room + 1)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error
    # It may have grown since.
    if len(data) > room:
        raise too_large(name, most)
    return data


def unreadable(name: str, error: OSError | ValueError) -> UnreadableError:
    """That a file or folder could not be opened, and why."""
    return UnreadableError(
        _("{file} cannot be read. {reason}").format(file=name, reason=os_sentence(error))
    )


def too_large(name: str, most: int) -> UnreadableError:
    """That a file, or all of a folder, is larger than so many MB."""
    return UnreadableError(
        _("{file} is larger than {most} MB: split it into parts.").format(file=name, most=most)
    )


def too_deep(name: str, line: int) -> UnreadableError:
    """That parts stand in one another deeper than those of a glossary do."""
    return UnreadableError(
        _("{file}, line {line}: nested deeper than {most} levels; no glossary is.").format(
            file=name, line=line, most=MAX_DEPTH
        )
    )


def too_many_rows(name: str) -> UnreadableError:
    """That a table has more rows than a glossary does."""
    return UnreadableError(
        _("{file} has more than {most} rows, empty ones included: import it in parts.").format(
            file=name, most=MAX_PARTS
        )
    )


def too_many(name: str, line: int) -> UnreadableError:
    """That a file holds more parts than a glossary does."""
    return UnreadableError(
        _("{file}, line {line}: more than {most} parts so far; import it in parts.").format(
            file=name, line=line, most=MAX_PARTS
        )
    )
