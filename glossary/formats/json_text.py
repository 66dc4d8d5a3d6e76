"""Values as JSON text that is safe to print and the same on every machine."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from glossary.domain import has_unseen


def plain(value: object) -> object:
    """A value of the domain as JSON knows it: every field of a dataclass under its own name.

    Tuples become lists, enumerations their text, dates ISO 8601.
    """
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def dumps(value: object, *, ascii_only: bool = False) -> str:
    r"""Indented JSON with a newline at the end.

    Characters that a terminal would act on or that hide are written as \u escapes, all that
    are not ASCII with `ascii_only`; a reader of JSON gets them back as they were.
    """
    text = json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n"
    return "".join(map(_escaped, text)) if has_unseen(text) else text


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1] if has_unseen(char) else char
