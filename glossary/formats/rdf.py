"""Linked data as a list of nodes with facts, in an order of our own, and the names that it uses.

Whoever writes it down (`turtle`, `jsonld`) adds nothing and leaves nothing out.
"""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from glossary.domain import RefusedError
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

PREFIXES: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# What may stand in an address in Turtle and JSON-LD alike; white space and quotes are among what
# may not.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f-\xa0<>\"{}|^`\\\s]+")
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


UNKNOWN: Final = "und"  # the tag of texts of which nobody knows the language


class Iri(NamedTuple):
    """The address of something."""

    iri: str


class Text(NamedTuple):
    """Text in a language; in none where it is a code."""

    text: str
    language: str = ""


class Day(NamedTuple):
    """A date, ISO 8601."""

    day: str


Value = Iri | Text | Day


@dataclass(frozen=True, slots=True)
class Node:
    """Something with an address, what kind of thing it is, and facts by prefixed name."""

    iri: str
    kind: str
    facts: tuple[tuple[str, Value], ...]


def base_of(given: str, set_id: str) -> str:
    """What addresses begin with: as given, or else a name that only depends on the set.

    Raises RefusedError.
    """
    if not given:
        return f"urn:glossary:{set_id}/"
    if not _ADDRESS.fullmatch(given):
        raise RefusedError(
            _("{base} is no beginning of an address: give one such as {example}.").format(
                base=quote(given), example="https://example.org/id/"
            )
        )
    return given if given[-1] in "/#:" else f"{given}/"


def tag_of(language: str) -> str:
    """A language as a tag, also where it is none."""
    return language if _TAG.fullmatch(language) else UNKNOWN


def whole(text: str) -> str:
    """Text as linked data can hold it: a half character becomes the sign for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
