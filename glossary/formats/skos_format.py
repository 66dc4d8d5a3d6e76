"""Concepts as linked data: SKOS, in the profile NL-SBB, as Turtle or JSON-LD."""

from pathlib import Path

from glossary.domain import TermSet
from glossary.formats.contract import Exporter, Importer, Request
from glossary.formats.headers import Columns
from glossary.formats.jsonld import jsonld
from glossary.formats.parts import CONVERSATION
from glossary.formats.skos_graph import skos_graph
from glossary.formats.turtle import turtle
from glossary.locale import mark
from glossary.workflow.incoming import Incoming


class Skos(Exporter):
    """Writes concepts as Turtle, and reads them in every notation."""

    name = "skos"
    suffix = ".ttl"
    description = mark(
        "concepts for vocabularies and catalogues (SKOS, NL-SBB, in Turtle); differences, consent "
        "and objections are notes, which an import does not take apart again"
    )
    leaves_out = CONVERSATION
    wishes = ("base",)

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set as Turtle."""
        return turtle(skos_graph(termset, request)).encode()


class JsonLd(Exporter):
    """Writes concepts as JSON-LD."""

    name = "jsonld"
    suffix = ".jsonld"
    description = mark("the same concepts for programs that read JSON (SKOS in JSON-LD)")
    leaves_out = CONVERSATION
    wishes = ("base",)

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set as JSON-LD."""
        return jsonld(skos_graph(termset, request)).encode()


class SkosImport(Importer):
    """Reads concepts."""

    name = "skos"
    description = mark(
        "concepts as linked data (SKOS, NL-SBB): a .ttl, .jsonld or .rdf file, or a folder of them"
    )
    extra = "skos"
    knows = ("of_partner",)

    def read(self, path: Path, columns: Columns) -> Incoming:
        """What concept schemes hold, each the words of an organisation. Raises UnreadableError."""
        from glossary.formats.skos_reading import read_skos

        return read_skos(path, columns)
