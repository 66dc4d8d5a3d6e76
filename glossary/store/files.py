"""Files on disk to the values of the domain, with everything that is wrong about them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from glossary.domain import Finding
from glossary.locale import gettext as _
from glossary.store.layout import CARDS, PARTNERS, SESSION, TERMSET
from glossary.store.report import Problem, Report, findings
from glossary.store.source import (
    BrokenFileError,
    Source,
    decoded,
    read_bytes,
    read_source,
    source_of,
)
from glossary.store.tables import Record

FORMAT = 1


class FileKind(NamedTuple):
    """One of the kinds of files; `shape` gives what its top level holds."""

    shape: Callable[[], Record]

    @property
    def record(self) -> Record:
        """What its top level holds."""
        return self.shape()

    def read(self, own_id: str, plain: dict[str, Any]) -> tuple[Any, Report]:
        """The value in plain data and what is wrong with it."""
        report = Report()
        _check_format(plain, report)
        return self.record.read_as(own_id, plain, (), report), report

    def plain(self, value: object) -> dict[str, Any]:
        """All that a new file holds for `value`, in canonical order."""
        return {"format": FORMAT, **self.record.write(value, sparse=True)}


def _vocabulary() -> Record:
    from glossary.store.shapes.vocabulary import VOCABULARY

    return VOCABULARY


def _partner() -> Record:
    from glossary.store.shapes.partner import PARTNER

    return PARTNER


def _agreement() -> Record:
    from glossary.store.shapes.agreement import AGREEMENT

    return AGREEMENT


def _session() -> Record:
    from glossary.store.shapes.session import SESSION

    return SESSION


def _cards() -> Record:
    from glossary.store.shapes.cards import CARDS

    return CARDS


VOCABULARY_FILE = FileKind(_vocabulary)
PARTNER_FILE = FileKind(_partner)
AGREEMENT_FILE = FileKind(_agreement)
SESSION_FILE = FileKind(_session)
CARDS_FILE = FileKind(_cards)
WHOLE_SET = {  # by name
    TERMSET: VOCABULARY_FILE,
    SESSION: SESSION_FILE,
    CARDS: CARDS_FILE,
}


class ReadFile(NamedTuple):
    """A file that was read: its source, the value in it and what turned up."""

    source: Source
    value: Any
    report: Report

    @property
    def lean(self) -> "ReadFile":
        """What a reader needs of it: texts and plain values take twice the memory of the rest."""
        return self._replace(source=self.source._replace(data=b"", text="", plain={}))

    def findings(self, more: Iterable[Problem] = ()) -> tuple[Finding, ...]:
        """What is wrong with the file, and `more` that turned up elsewhere, with lines."""
        problems = [*self.report.problems, *more]
        return findings(self.source.path, self.text if problems else "", problems)

    @property
    def text(self) -> str:
        """What stands in the file; read again where it was let go, empty where it is gone."""
        try:
            path = self.source.path
            return self.source.text or decoded(path, read_bytes(path))
        except (FileNotFoundError, BrokenFileError):
            return ""


def read_file(path: Path, kind: FileKind, own_id: str) -> ReadFile:
    """Read one file. Raises FileNotFoundError and BrokenFileError."""
    return read_as(read_source(path), kind, own_id)


def read_member(path: Path, data: bytes) -> Any:
    """The partner or agreement in bytes that are not on disk: `glossary.workflow.ports.ReadMember`.

    The path tells which of the two; nothing is looked up there. Raises BrokenFileError.
    """
    kind = PARTNER_FILE if path.parent.name == PARTNERS else AGREEMENT_FILE
    return read_as(source_of(path, data), kind, path.stem).value


def read_as(source: Source, kind: FileKind, own_id: str) -> ReadFile:
    """The value in a file that was parsed. Raises BrokenFileError for one of a newer format."""
    number = source.plain.get("format", FORMAT)
    if type(number) is int and number > FORMAT:
        message = _("This file has format {number}, which is newer than this program knows.")
        problem = Problem(
            ("format",),
            "format-too-new",
            message.format(number=number if number < 1_000_000 else "…"),
            _("Install a newer version of glossary."),
        )
        raise BrokenFileError(*findings(source.path, source.text, [problem]))
    value, report = kind.read(own_id, source.plain)
    return ReadFile(source, value, report)


def _check_format(plain: dict[str, Any], report: Report) -> None:
    if "format" not in plain:
        report.warn(
            ("format",),
            "format-missing",
            _("The file does not say which format it has."),
            _("Put this on its first line: {line}").format(line=f"format = {FORMAT}"),
        )
    elif type(plain["format"]) is not int or plain["format"] != FORMAT:
        report.add(
            ("format",),
            "bad-format",
            _("The format of this file is not one that exists."),
            _("Put this on its first line: {line}").format(line=f"format = {FORMAT}"),
        )
