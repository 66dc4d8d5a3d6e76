"""DataHub: a business glossary as its ingestion reads it (datahubproject.io).

A node is an organisation, and one is the group's, with the shared wordings. What a term has no
place for stands in its custom properties.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from glossary.domain import Definition, Partner, Term, TermSet, one_line
from glossary.formats.contract import Exporter, Importer, Request
from glossary.formats.field_labels import (
    BESIDE,
    definition_of,
    draft_of,
    fields_by_label,
    label_of,
    labelled,
)
from glossary.formats.gathering import Gathering
from glossary.formats.groups import Shared, is_shared, said_by, shared, shared_name
from glossary.formats.headers import Columns
from glossary.formats.parts import CATALOGUES
from glossary.formats.whole_file import bytes_of
from glossary.formats.yaml_fields import fields_in, note_unused, tables, text, top_table
from glossary.formats.yaml_reading import Table, parse_yaml
from glossary.formats.yaml_writing import Value, dump_yaml
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming

_PROPERTIES: Final = tuple(field for field in BESIDE if field != "source")
_TOP: Final = ("version", "source", "owners", "url", "nodes", "terms")
_NODE: Final = ("id", "name", "description", "owners", "nodes", "terms")
_TERM: Final = (
    "id",
    "name",
    "description",
    "owners",
    "term_source",
    "source_ref",
    "source_url",
    "related_terms",
    "custom_properties",
)


class DataHub(Exporter, Importer):
    """Writes a set for a data catalogue, and reads such files."""

    name = "datahub"
    suffix = ".datahub.yml"
    description = mark("a business glossary for the data catalogue DataHub")
    extra = "yaml"
    knows = ("of_partner",)
    leaves_out = CATALOGUES

    def export(self, termset: TermSet, request: Request) -> bytes:
        """A node for each organisation, and the shared one last."""
        group = shared_name(termset)
        nodes: list[Value] = [
            _node(
                partner.name,
                "",
                [_said(group, *one) for one in said_by(termset, partner)],
                partner,
            )
            for partner in termset.partners.values()
        ]
        terms = [dict(_shared(one)) for one in shared(termset, request.today)]
        nodes.append(_node(group, termset.vocabulary.about, terms))
        top: Value = {
            "version": "1",
            "source": "DataHub",
            "owners": {"groups": list(termset.partners) or [termset.id]},
            "nodes": nodes,
        }
        return dump_yaml(top).encode()

    def read(self, path: Path, columns: Columns) -> Incoming:
        """The terms of every node; the outermost node is the organisation.

        Raises UnreadableError.
        """
        name = one_line(str(path))
        found = Gathering(name, columns)
        node = parse_yaml(bytes_of(path), name)
        has_terms = isinstance(node, Table) and "nodes" not in node.values
        top = top_table(node, name, "terms" if has_terms else "nodes")
        note_unused(found, top, _TOP)
        labels = fields_by_label()
        for term in tables(found, top, "terms"):
            _read_term(found, term, "", labels)
        for one in tables(found, top, "nodes"):
            _read_node(found, one, text(found, one, "name"), labels)
        return found.incoming()


def _node(
    name: str, about: str, terms: Sequence[Mapping[str, Value]], owner: Partner | None = None
) -> Mapping[str, Value]:
    # DataHub refuses what has no description.
    told: dict[str, Value] = {"name": name, "description": about}
    if owner:
        told["owners"] = {"groups": [owner.id]}
    return {**told, "terms": terms} if terms else told


def _said(group: str, term: Term, definition: Definition) -> Mapping[str, Value]:
    has_source = bool(definition.source.strip())
    told: dict[str, Value] = {"name": term.label, "description": definition.meaning}
    told["term_source"] = "EXTERNAL" if has_source else "INTERNAL"
    if has_source:
        told["source_ref"] = definition.source
    told["related_terms"] = [f"{group}.{term.label}"]
    beside = labelled(definition, _PROPERTIES)
    return {**told, "custom_properties": beside} if beside else told


def _shared(one: Shared) -> Iterator[tuple[str, Value]]:
    yield "name", one.term.label
    yield "description", one.draft.wording
    yield "term_source", "INTERNAL"
    beside = labelled(one.draft, ("example", "counterexample"))
    if one.term.variants:
        beside[label_of("variants")] = "\n".join(one.term.variants)
    if one.status:
        beside[label_of("status")] = one.status
    if one.objections:
        beside[label_of("objection")] = "\n".join(one.objections)
    if beside:
        yield "custom_properties", beside


def _read_node(found: Gathering, node: Table, partner: str, labels: Mapping[str, str]) -> None:
    """A node and those in it; depth is bounded by the reader of YAML."""
    if is_shared(partner) and not found.is_one_partners:
        found.about = found.about or text(found, node, "description")
    else:
        found.partner(partner)
    note_unused(found, node, _NODE)
    for term in tables(found, node, "terms"):
        _read_term(found, term, partner, labels)
    for one in tables(found, node, "nodes"):
        found.unused(
            _("node {name} inside {outer}").format(name=text(found, one, "name"), outer=partner)
        )
        _read_node(found, one, partner, labels)


def _read_term(found: Gathering, term: Table, partner: str, labels: Mapping[str, str]) -> None:
    label = text(found, term, "name")
    meaning = text(found, term, "description")
    if not label.strip():
        found.leave(term.line, _("The term has no name."), meaning)
        return
    told = fields_in(found, term, "custom_properties", labels)
    fields = {"source": _source(found, term), **told}
    found.term(label, fields.get("variants", "").split("\n"))
    note_unused(found, term, _TERM)
    if not meaning.strip():
        return
    if is_shared(partner) and not found.is_one_partners:
        found.wording(term.line, label, draft_of(meaning, fields))
    else:
        found.definition(term.line, label, partner, definition_of(meaning, fields))


def _source(found: Gathering, term: Table) -> str:
    """What the source is called, and its address where that says more."""
    told = [text(found, term, "source_ref"), text(found, term, "source_url")]
    return ", ".join(dict.fromkeys(one for one in told if one.strip()))
