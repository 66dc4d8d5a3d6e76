"""What turned up while reading one file: problems, references and what was left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from glossary.domain import Finding, Severity
from glossary.store.blocks import line_of, lines_of
from glossary.store.keypath import KeyPath, dotted


class Ref(Enum):
    """What an id in a file refers to."""

    TERM = "term"
    PARTNER = "partner"
    LENS = "lens"
    CASE = "case"


class Problem(NamedTuple):
    """A finding before its file and line are known."""

    at: KeyPath
    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR


@dataclass(slots=True)
class Report:
    """Collects while a file is read.

    `references` holds every id that names something elsewhere. `left_out` holds the paths of
    values that the model does not have, with the known keys that stand there in the file.
    """

    problems: list[Problem] = field(default_factory=list)
    references: list[tuple[Ref, str, KeyPath]] = field(default_factory=list)
    left_out: dict[KeyPath, tuple[str, ...]] = field(default_factory=dict)

    def add(self, at: KeyPath, code: str, message: str, remedy: str = "") -> None:
        """Note an error."""
        self.problems.append(Problem(at, code, message, remedy))

    def warn(self, at: KeyPath, code: str, message: str, remedy: str = "") -> None:
        """Note something that keeps nothing from being used."""
        self.problems.append(Problem(at, code, message, remedy, Severity.WARNING))


def findings(path: Path, text: str, problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """The problems of one file with their lines; the text is scanned only when there are any."""
    listed = list(problems)
    if not listed:
        return ()
    lines = lines_of(text)
    return tuple(
        Finding(
            path,
            problem.code,
            problem.message,
            problem.remedy,
            problem.severity,
            key=dotted(problem.at),
            line=line_of(lines, problem.at) if problem.at else 0,
        )
        for problem in listed
    )
