"""Contextive: definitions beside the code, for who writes software (contextive.tech).

A context is an organisation, and one is the group's, with the shared wordings. Each has its terms
with definition, examples, aliases and `meta` for what has no place of its own.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from glossary.domain import Definition, Term, TermSet, one_line
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
from glossary.formats.yaml_fields import fields_in, note_unused, tables, text, texts, top_table
from glossary.formats.yaml_reading import Table, parse_yaml
from glossary.formats.yaml_writing import Value, dump_yaml
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming

_META: Final = tuple(field for field in BESIDE if field != "example")
_CONTEXT: Final = ("name", "domainVisionStatement", "paths", "terms")
_TERM: Final = ("name", "definition", "examples", "aliases", "meta")


class Contextive(Exporter, Importer):
    """Writes a set for editors of code, and reads such files."""

    name = "contextive"
    suffix = ".glossary.yml"
    description = mark("definitions beside the code, for who writes software (Contextive)")
    extra = "yaml"
    knows = ("of_partner",)
    leaves_out = CATALOGUES

    def export(self, termset: TermSet, request: Request) -> bytes:
        """A context for each organisation, and the shared one last."""
        contexts = [
            _context(partner.name, "", [_said(*one) for one in said_by(termset, partner)])
            for partner in termset.partners.values()
        ]
        terms = [_shared(one) for one in shared(termset, request.today)]
        contexts.append(_context(shared_name(termset), termset.vocabulary.about, terms))
        return dump_yaml({"contexts": contexts}).encode()

    def read(self, path: Path, columns: Columns) -> Incoming:
        """The terms of every context. Raises UnreadableError."""
        name = one_line(str(path))
        found = Gathering(name, columns)
        top = top_table(parse_yaml(bytes_of(path), name), name, "contexts")
        note_unused(found, top, ("contexts",))
        labels = fields_by_label()
        for context in tables(found, top, "contexts"):
            _read_context(found, context, labels)
        return found.incoming()


def _context(name: str, about: str, terms: list[Mapping[str, Value]]) -> Mapping[str, Value]:
    vision = {"domainVisionStatement": about} if about.strip() else {}
    return {"name": name, **vision, "terms": terms}


def _said(term: Term, definition: Definition) -> Mapping[str, Value]:
    meta = labelled(definition, _META)
    return dict(_term(term, definition.meaning, definition.example, meta))


def _shared(one: Shared) -> Mapping[str, Value]:
    meta = labelled(one.draft, ("counterexample",))
    if one.status:
        meta[label_of("status")] = one.status
    if one.objections:
        meta[label_of("objection")] = "\n".join(one.objections)
    return dict(_term(one.term, one.draft.wording, one.draft.example, meta))


def _term(
    term: Term, definition: str, example: str, meta: Mapping[str, str]
) -> Iterator[tuple[str, Value]]:
    yield "name", term.label
    if definition.strip():
        yield "definition", definition
    if example.strip():
        yield "examples", [example]
    if term.variants:
        yield "aliases", list(term.variants)
    if meta:
        yield "meta", meta


def _read_context(found: Gathering, context: Table, labels: Mapping[str, str]) -> None:
    name = text(found, context, "name")
    is_the_groups = is_shared(name) and not found.is_one_partners
    if is_the_groups:
        found.about = found.about or text(found, context, "domainVisionStatement")
    else:
        found.partner(name)
    note_unused(found, context, _CONTEXT)
    for term in tables(found, context, "terms"):
        _read_term(found, term, "" if is_the_groups else name, labels, shared=is_the_groups)


def _read_term(
    found: Gathering, term: Table, partner: str, labels: Mapping[str, str], *, shared: bool
) -> None:
    label = text(found, term, "name")
    meaning = text(found, term, "definition")
    if not label.strip():
        found.leave(term.line, _("The term has no name."), meaning)
        return
    found.term(label, texts(found, term, "aliases"))
    example = "\n".join(texts(found, term, "examples"))
    fields = {"example": example, **fields_in(found, term, "meta", labels)}
    note_unused(found, term, _TERM)
    if not meaning.strip():
        return
    if shared:
        found.wording(term.line, label, draft_of(meaning, fields))
    else:
        found.definition(term.line, label, partner, definition_of(meaning, fields))
