"""What every format offers."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from glossary.domain import Finding, TermSet
from glossary.formats.headers import Columns
from glossary.formats.parts import Part
from glossary.workflow.incoming import Incoming
from glossary.workflow.keeping import Memory


@dataclass(frozen=True, slots=True)
class Request:
    """How an export is wanted.

    `today` decides which review dates have passed; what `memory` knows of the set is not compared
    again. `style` is one of the exporter's own, the first of them where it is empty.
    `delimiter` stands between the values of a table; each format has its usual one. `partner`
    asks for what is of this partner alone, by id or name. `base` is what the addresses of a format
    with linked data begin with. These three are for exporters among whose `wishes` they are.
    `left_out` are the files of which nothing could be read: whoever gets the export has to hear of
    them.
    """

    today: dt.date
    memory: Memory | None = None
    style: str = ""
    delimiter: str = ""
    partner: str = ""
    base: str = ""
    left_out: tuple[Finding, ...] = ()


class Format:
    """A format by its name on the command line.

    `description` says what it is good for, translated by whoever shows it; `extra` has to be
    installed for it (`formats.extras`), "" where nothing has.
    """

    name: str
    description: str
    extra: str = ""


class Exporter(Format):
    """Turns a set into bytes; heavy libraries are imported inside `export`.

    `suffix` ends the names of such files, with the dot. `leaves_out` is what is lost on the way
    through this format and back. `styles` are ways to write it by name, with what each is good
    for; the first is the usual one. `wishes` are those of a request's `delimiter`, `partner` and
    `base` with which it does something. `is_text`: it may be printed, being UTF-8 in which what
    people typed does nothing. `by_id`: partners are told apart by their ids there, so that names
    that are alike are not numbered, and come back as they were.
    """

    suffix: str
    leaves_out: Collection[Part]
    styles: Mapping[str, str] = MappingProxyType({})
    wishes: Collection[str] = ()
    is_text: bool = True
    by_id: bool = False

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set in this format; the same bytes for the same set. Raises RefusedError."""
        raise NotImplementedError


class Importer(Format):
    """Reads a file; heavy libraries are imported inside `read`.

    `knows` names what of `Columns` says anything to it.
    """

    knows: Collection[str] = ()

    def read(self, path: Path, columns: Columns) -> Incoming:
        """What a file holds; each format says how large it may be.

        Raises UnreadableError: which file, where in it, and what to do.
        """
        raise NotImplementedError
