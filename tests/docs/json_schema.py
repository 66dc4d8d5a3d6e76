"""Write the JSON Schema of `glossary export json`: python -m tests.docs.json_schema

It follows the shapes by which such files are read, so that it never says anything else.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from glossary.domain import Agreement, Partner, Term
from glossary.domain.ids import ID_PATTERN
from glossary.domain.sessions import Session
from glossary.formats import json_shapes
from glossary.formats.json_format import SCHEMA
from glossary.formats.json_shapes import (
    FORMAT,
    ById,
    Id,
    Many,
    Maybe,
    Number,
    Of,
    Record,
    Text,
    Word,
    record_of,
)

PATH = Path(json_shapes.__file__).parent / SCHEMA

_ID = {"$ref": "#/$defs/id"}
_LISTS = {"terms": Term, "partners": Partner, "agreements": Agreement}


def schema() -> dict[str, Any]:
    """The schema; fields that are not in it may be there, and are passed over."""
    defs: dict[str, Any] = {"id": {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"}}
    lists = {key: _of(Many(record_of(make)), defs) for key, make in _LISTS.items()}
    session = _of(Maybe(record_of(Session)), defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:glossary:set:{FORMAT}",
        "title": "A term set, as `glossary export json` writes it",
        "description": "docs/json.md and docs/file-format.md say what each field means.",
        "type": "object",
        "required": ["format", "title", "language", "terms"],
        "properties": {
            "format": {"const": FORMAT},
            "set": _ID,
            "title": {"type": "string"},
            "language": {"type": "string"},
            "about": {"type": "string"},
            "hidden": {"type": "array", "items": _ID},
            "left_out": {"type": "array", "items": {"type": "object", "required": ["file"]}},
            **lists,
            "session": session,
        },
        "$defs": dict(sorted(defs.items())),
    }


def text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _of(shape: Any, defs: dict[str, Any]) -> dict[str, Any]:
    if isinstance(shape, Record):
        return _record(shape, defs)
    if isinstance(shape, Many):
        return {"type": "array", "items": _of(shape.item, defs)}
    if isinstance(shape, ById):
        entry = _of(shape.entry, defs)
        return {"type": "object", "propertyNames": _ID, "additionalProperties": entry}
    if isinstance(shape, Maybe):
        return {"anyOf": [_of(shape.shape, defs), {"type": "null"}]}
    return _SIMPLE[type(shape)](shape)


def _record(shape: Record, defs: dict[str, Any]) -> dict[str, Any]:
    name = shape.make.__name__
    if name not in defs:
        defs[name] = {}
        properties: dict[str, Any] = {}
        for field in shape.fields:
            properties[field.name] = _of(field.shape, defs)
            if field.instead:
                properties[field.instead] = _of(field.shape, defs)
        required = [field.name for field in shape.fields if field.is_required]
        defs[name] = {"type": "object", "required": required, "properties": properties}
    return {"$ref": f"#/$defs/{name}"}


def _kind(shape: Of) -> dict[str, Any]:
    if shape.kind is bool:
        return {"type": "boolean"}
    pattern = json_shapes.DAY if shape.kind is dt.date else json_shapes.MOMENT
    return {"type": "string", "pattern": f"^{pattern.pattern}$"}


_SIMPLE: Mapping[type, Callable[[Any], dict[str, Any]]] = {
    Text: lambda _shape: {"type": "string"},
    Id: lambda shape: {"anyOf": [_ID, {"const": ""}]} if shape.may_be_empty else _ID,
    Number: lambda shape: {"type": "integer", "minimum": shape.least, "maximum": shape.most},
    Word: lambda shape: {"enum": [word.value for word in shape.words]},
    Of: _kind,
}


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
