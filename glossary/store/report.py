"""What turned up while reading one file: problems, references and what was left out."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple

from glossary.domain import Finding, Severity
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


class Report:
    """Collects while a file is read.

    `left_out` holds the paths of values that the model does not have, with the known keys that
    stand there in the file.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._named: list[tuple[Ref, str, KeyPath]] = []
        self._tables: list[tuple[Ref, Mapping[str, Any], KeyPath]] = []
        self.left_out: dict[KeyPath, tuple[str, ...]] = {}

    def add(self, at: KeyPath, code: str, message: str, remedy: str = "") -> None:
        """Note an error."""
        self.problems.append(Problem(at, code, message, remedy))

    def warn(self, at: KeyPath, code: str, message: str, remedy: str = "") -> None:
        """Note something that keeps nothing from being used."""
        self.problems.append(Problem(at, code, message, remedy, Severity.WARNING))

    def name(self, ref: Ref, own_id: str, at: KeyPath) -> None:
        """Note an id at `at` that names something elsewhere."""
        self._named.append((ref, own_id, at))

    def name_all(self, ref: Ref, entries: Mapping[str, Any], at: KeyPath) -> None:
        """Note that every key of the table at `at` names something elsewhere."""
        self._tables.append((ref, entries, at))

    def references(self) -> Iterator[tuple[Ref, str, KeyPath]]:
        """Every id that names something elsewhere, with its place."""
        yield from self._named
        for ref, entries, at in self._tables:
            for own_id in entries:
                yield ref, own_id, (*at, own_id)

    def in_file(self, at: KeyPath) -> KeyPath:
        """Where in the file that value of the model stands: what was left out counts there."""
        match at:
            case (str(name), int(index), *rest):
                used = (n for n in count() if (name, n) not in self.left_out)
                return (name, next(islice(used, index, None)), *rest)
        return at


def findings(path: Path, text: str, problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """The problems of one file with their lines; the text is scanned only when there are any."""
    listed = list(problems)
    if not listed:
        return ()
    from glossary.store.blocks import line_of, lines_of

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
