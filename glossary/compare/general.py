"""Angles from which any word can be meant, for terms that have no lenses of their own.

People show them by how they put things: a yardstick, a list of duties, a scene told in the first
person. The words are data, one TOML file per language; a language without a file has none.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from glossary.compare.languages import language
from glossary.domain import Lens
from glossary.locale import gettext, mark

_DATA = files(__package__) / "angles"
GENERAL: Mapping[str, str] = {
    "result": mark("Result"),
    "effort": mark("Effort and process"),
    "rule": mark("Rule and norm"),
    "experience": mark("Experience"),
    "relation": mark("Relation"),
    "attention": mark("Attention"),
    "example": mark("Example"),
}


def general_labels() -> tuple[Lens, ...]:
    """The general lenses as they are called in the reader's language, without cues."""
    return tuple(Lens(key, gettext(label)) for key, label in GENERAL.items())


def general_lenses(tag: str) -> tuple[Lens, ...]:
    """The general lenses with their cues in the language of a BCP 47 tag, labels in English.

    The labels are catalogue ids: whoever shows them translates them.
    """
    data = _load(language(tag).code)
    return tuple(
        Lens(key, label, tuple(data[key]["cues"])) for key, label in GENERAL.items() if data
    )


def corrections(tag: str) -> frozenset[str]:
    """The words of a language that begin what is meant after what is not: "not … but …"."""
    return frozenset(_load(language(tag).code).get("but", ()))


@cache
def _load(code: str) -> Mapping[str, Any]:
    source = _DATA / f"{code}.toml"
    if not code.isalpha() or not source.is_file():
        return {}
    return tomli.loads(source.read_text("utf-8"))
