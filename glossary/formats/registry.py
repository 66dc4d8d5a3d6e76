"""Which formats there are. A new one is a class in a file of its own and a line here."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from glossary.domain import TermSet
from glossary.formats.csv_format import Csv
from glossary.formats.json_format import Json
from glossary.formats.markdown import Markdown
from glossary.formats.table import Columns, Table
from glossary.workflow.ports import Memory


class Exporter(Protocol):
    """Turns a set into text; heavy libraries are imported inside `export`."""

    @property
    def name(self) -> str:
        """What the format is called on the command line."""

    @property
    def suffix(self) -> str:
        """How names of such files end, with the dot."""

    @property
    def description(self) -> str:
        """What it is good for; translated by whoever shows it."""

    def export(self, termset: TermSet, today: dt.date, memory: Memory | None = None) -> str:
        """The set in this format.

        `today` decides which review dates have passed; what `memory` knows of the set is not
        compared again.
        """


class Importer(Protocol):
    """Turns a file into rows that `workflow.import_plan` can place."""

    @property
    def name(self) -> str:
        """What the format is called on the command line."""

    @property
    def description(self) -> str:
        """What it reads; translated by whoever shows it."""

    def read(self, path: Path, columns: Columns) -> Table:
        """The rows of a file. Raises UnreadableError."""


_EXPORTERS: tuple[Exporter, ...] = (Markdown(), Json())
_IMPORTERS: tuple[Importer, ...] = (Csv(),)

EXPORTERS: Mapping[str, Exporter] = {exporter.name: exporter for exporter in _EXPORTERS}
IMPORTERS: Mapping[str, Importer] = {importer.name: importer for importer in _IMPORTERS}
