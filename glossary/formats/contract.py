"""What every format offers."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from glossary.domain import Finding, TermSet
from glossary.formats.headers import Columns
from glossary.formats.parts import Part
from glossary.workflow.incoming import Incoming
from glossary.workflow.ports import Memory


@dataclass(frozen=True, slots=True)
class Request:
    """How an export is wanted.

    `today` decides which review dates have passed; what `memory` knows of the set is not compared
    again. `style` is one of the exporter's own, the first of them where it is empty.
    `delimiter` stands between the values of a table; each format has its usual one. `partner`
    asks for what is of this partner alone, by id or name. `base` is what the addresses of a format
    with linked data begin with. These three are for exporters that heed them (`heeds`). `left_out`
    are the files of which nothing could be read: whoever gets the export has to hear of them.
    """

    today: dt.date
    memory: Memory | None = None
    style: str = ""
    delimiter: str = ""
    partner: str = ""
    base: str = ""
    left_out: tuple[Finding, ...] = ()


class Exporter(Protocol):
    """Turns a set into bytes; heavy libraries are imported inside `export`."""

    @property
    def name(self) -> str:
        """What the format is called on the command line."""

    @property
    def suffix(self) -> str:
        """How names of such files end, with the dot."""

    @property
    def description(self) -> str:
        """What it is good for; translated by whoever shows it."""

    @property
    def extra(self) -> str:
        """The extra that has to be installed (`formats.extras`); "" where none has."""

    @property
    def styles(self) -> Mapping[str, str]:
        """Ways to write it by name, and what each is good for; the first is the usual one."""

    @property
    def leaves_out(self) -> Collection[Part]:
        """What is lost on the way through this format and back."""

    @property
    def is_text(self) -> bool:
        """Whether it may be printed: UTF-8, in which what people typed does nothing."""

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set in this format; the same bytes for the same set. Raises RefusedError."""


def heeds(exporter: Exporter, wish: str) -> bool:
    """Whether an exporter does something with `delimiter`, `partner` or `base` of a request."""
    return wish in getattr(exporter, "wishes", ())


class Importer(Protocol):
    """Reads a file; heavy libraries are imported inside `read`."""

    @property
    def name(self) -> str:
        """What the format is called on the command line."""

    @property
    def description(self) -> str:
        """What it reads; translated by whoever shows it."""

    @property
    def extra(self) -> str:
        """The extra that has to be installed (`formats.extras`); "" where none has."""

    @property
    def knows(self) -> Collection[str]:
        """What of `Columns` says anything to it, by name."""

    def read(self, path: Path, columns: Columns) -> Incoming:
        """What a file holds; each format says how large it may be.

        Raises UnreadableError: which file, where in it, and what to do.
        """
