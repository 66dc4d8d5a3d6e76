"""Linked data as JSON-LD that needs nothing from elsewhere: what its names mean is in the file."""

from collections.abc import Iterable
from typing import Any

from glossary.formats.json_text import dumps
from glossary.formats.rdf import PREFIXES, Day, Iri, Node, Value, whole


def jsonld(nodes: Iterable[Node]) -> str:
    """The nodes, in the order in which they come."""
    return dumps({"@context": PREFIXES, "@graph": [_object(node) for node in nodes]})


def _object(node: Node) -> dict[str, Any]:
    told: dict[str, Any] = {"@id": node.iri, "@type": node.kind}
    for name, value in node.facts:
        told.setdefault(name, []).append(_value(value))
    return told


def _value(value: Value) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.iri}
    if isinstance(value, Day):
        return {"@value": value.day, "@type": "xsd:date"}
    told = {"@value": whole(value.text)}
    return told | {"@language": value.language} if value.language else told
