"""The bytes of a file that somebody hands over: no more of them than a glossary has."""

import stat
from pathlib import Path
from typing import Final

from glossary.domain import UnreadableError, one_line
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence

MAX_MB: Final = 20
# Parts of a file that are nested or repeated stay below these, or it is no list of words.
MAX_DEPTH: Final = 40
MAX_PARTS: Final = 100_000
# Characters in one place of it; no text of a partner comes near.
MAX_TEXT: Final = 1_000_000


def bytes_of(path: Path) -> bytes:
    """Everything in a file of at most 20 MB. Raises UnreadableError."""
    name = one_line(str(path))
    most = MAX_MB * 1_000_000
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableError(_("{file} is no file.").format(file=name))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(
            _("{file} cannot be read. {reason}").format(file=name, reason=os_sentence(error))
        ) from error
    if len(data) > most:
        raise UnreadableError(
            _("{file} is larger than {most} MB: import it in parts.").format(file=name, most=MAX_MB)
        )
    return data


def too_deep(name: str, line: int) -> UnreadableError:
    """That parts stand in one another deeper than those of a glossary do."""
    return UnreadableError(
        _("{file}, line {line}: nested deeper than {most} levels; no glossary is.").format(
            file=name, line=line, most=MAX_DEPTH
        )
    )


def too_many(name: str, line: int) -> UnreadableError:
    """That a file holds more parts than a glossary does."""
    return UnreadableError(
        _("{file}, line {line}: more than {most} parts so far; import it in parts.").format(
            file=name, line=line, most=MAX_PARTS
        )
    )
