"""Which formats there are. A new one is a class in a file of its own and a line here."""

from collections.abc import Mapping

from glossary.formats.contract import Exporter, Importer
from glossary.formats.csv_format import Csv
from glossary.formats.html_format import HtmlPage
from glossary.formats.json_format import Json
from glossary.formats.json_reading import JsonFile
from glossary.formats.markdown import Markdown
from glossary.formats.skos_format import JsonLd, Skos, SkosImport

_EXPORTERS: tuple[Exporter, ...] = (Markdown(), HtmlPage(), Json(), Skos(), JsonLd())
_IMPORTERS: tuple[Importer, ...] = (Csv(), JsonFile(), SkosImport())

EXPORTERS: Mapping[str, Exporter] = {exporter.name: exporter for exporter in _EXPORTERS}
IMPORTERS: Mapping[str, Importer] = {importer.name: importer for importer in _IMPORTERS}
