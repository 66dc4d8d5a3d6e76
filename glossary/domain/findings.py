"""What is wrong with a file, where, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """An error keeps a file or a part of it from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a file.

    `code` is stable and kebab-case ("unknown-key"), `key` the dotted key path ("" for the whole
    file), `line` and `column` count from 1 (0 when unknown).
    """

    path: Path
    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    key: str = ""
    line: int = 0
    column: int = 0

    @property
    def place(self) -> str:
        """path:line:column as far as known, in the form that editors jump to."""
        parts = [str(self.path), *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)
