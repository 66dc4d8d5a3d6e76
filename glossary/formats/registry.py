"""Which formats there are. A new one is a class in a file of its own and a line here."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Generic, TypeVar

from glossary.formats.contract import Exporter, Importer

Format = TypeVar("Format")


class Formats(Mapping[str, Format], Generic[Format]):
    """Formats by name, in the order of the table; a format is only loaded when it is asked for.

    Help and completion in the shell need no more than names.
    """

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes

    def __getitem__(self, name: str) -> Format:
        found: Format = _made(self._classes[name])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)


@cache
def _made(path: str) -> Any:
    module, _dot, name = path.rpartition(".")
    return getattr(import_module(f"glossary.formats.{module}"), name)()


EXPORTERS: Mapping[str, Exporter] = Formats(
    {
        "markdown": "markdown.Markdown",
        "html": "html_format.HtmlPage",
        "json": "json_format.Json",
        "csv": "csv_export.CsvTable",
        "xlsx": "xlsx_export.Xlsx",
        "skos": "skos_format.Skos",
        "jsonld": "skos_format.JsonLd",
        "contextive": "contextive.Contextive",
        "datahub": "datahub.DataHub",
        "openmetadata": "openmetadata.OpenMetadata",
        "tbx": "tbx.Tbx",
        "vale": "vale.Vale",
    }
)
IMPORTERS: Mapping[str, Importer] = Formats(
    {
        "csv": "csv_format.Csv",
        "xlsx": "xlsx_import.XlsxFile",
        "json": "json_reading.JsonFile",
        "skos": "skos_format.SkosImport",
        "contextive": "contextive.Contextive",
        "datahub": "datahub.DataHub",
        "openmetadata": "openmetadata.OpenMetadata",
        "tbx": "tbx_import.TbxImport",
    }
)
