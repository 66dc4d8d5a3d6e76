"""What TBX version 3 says of where elements and data categories stand, and of their values.

Files that break these rules are read all the same; people are told where.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from glossary.formats.xml_reading import Element
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

_CORE: Final = "urn:iso:std:iso:30042:ed-2"

# In which elements nothing but other elements stands.
_NO_TEXT: Final = ("fileDesc", "sourceDesc", "publicationStmt", "text", "body", "conceptEntry")
_NEEDED: Final = {"conceptEntry": "langSec", "langSec": "termSec", "termSec": "term"}
# Elements that are a data category by their type.
_TYPED: Final = ("admin", "descrip", "ref", "termNote", "transac", "transacNote", "xref")
_LEVELS: Final = ("conceptEntry", "langSec", "termSec")

_Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """tbx_rules.toml; `allowed` is that of the dialect of a file, None where it is another one."""

    inside: _Words
    first: Mapping[str, str]
    allowed: _Words | None
    places: _Words
    values: _Words
    ids: frozenset[str]


def breaches(top: Element) -> Iterator[tuple[int, str]]:
    """Lines and sentences, in the order of the file; nothing of the old MARTIF."""
    if top.name == "tbx":
        yield from _in(top, "", _rules(top))


def _rules(top: Element) -> _Rules:
    told: Any = tomllib.loads((Path(__file__).parent / "tbx_rules.toml").read_text("utf-8"))
    dialect = told["dialects"].get(top.attributes.get("type", ""))
    return _Rules(
        _words(told["inside"]),
        told["first"],
        None if dialect is None else _words(dialect),
        _words(told["places"]),
        _words(told["values"]),
        frozenset(_ids(top)),
    )


def _words(told: Mapping[str, str]) -> _Words:
    return {name: tuple(text.split()) for name, text in told.items()}


def _ids(element: Element) -> Iterator[str]:
    below = [element]
    while below:
        one = below.pop()
        if "id" in one.attributes:
            yield one.attributes["id"]
        below += one.children


def _in(element: Element, level: str, rules: _Rules) -> Iterator[tuple[int, str]]:
    yield from ((element.line, told) for told in _shape(element))
    inside = rules.inside.get(element.name)
    first = rules.first.get(element.name)
    for at, one in enumerate(element.children):
        is_core = one.space in ("", _CORE)
        if is_core and inside is not None and one.name not in inside:
            told = _("{inner} has no place in {outer}.")
            yield one.line, told.format(inner=_tag(one), outer=_tag(element))
            continue
        if first and is_core and (one.name == first) != (at == 0):
            told = _("{inner} of {outer} stands first, and once.")
            yield one.line, told.format(inner=f"<{first}>", outer=_tag(element))
        if one.attributes.get("type") == "source" and element.name in _LEVELS:
            told = _("{inner} stands alone in {outer}, and not beside what it is the source of.")
            yield one.line, told.format(inner=_tag(one), outer=_tag(element))
        at_level = one.name if one.name in _LEVELS else level
        if is_core:
            yield from ((one.line, told) for told in _category(one, at_level, rules))
        yield from _in(one, at_level, rules)


def _shape(element: Element) -> Iterator[str]:
    if element.space not in ("", _CORE):
        return
    if element.name in _NO_TEXT and "".join(element.pieces).strip():
        yield _("text in {name} has to stand in an element of its own, such as <p>.").format(
            name=_tag(element)
        )
    if element.name == "langSec" and not element.attributes.get("xml:lang"):
        yield _("{name} has no language (xml:lang).").format(name=_tag(element))
    if element.name == "conceptEntry" and not element.attributes.get("id"):
        yield _("{name} has no id.").format(name=_tag(element))
    if (child := _NEEDED.get(element.name)) and element.below(child) is None:
        yield _("{name} has no {inner}.").format(name=_tag(element), inner=f"<{child}>")


def _category(element: Element, level: str, rules: _Rules) -> Iterator[str]:
    if element.name not in _TYPED:
        return
    kind = element.attributes.get("type", "")
    target = element.attributes.get("target", "")
    if not kind:
        yield _("{name} has no type.").format(name=_tag(element))
    elif rules.allowed is not None:
        yield from _allowed(element, kind, level, rules)
    is_inside = target and element.name != "xref" and not target.startswith("http")
    if is_inside and target not in rules.ids:
        yield _("{name} refers to {target}, which is not there.").format(
            name=_tag(element), target=quote(target)
        )


def _allowed(element: Element, kind: str, level: str, rules: _Rules) -> Iterator[str]:
    known = (rules.allowed or {}).get(element.name, ())
    places, values = rules.places.get(kind), rules.values.get(kind)
    if kind not in known:
        yield _("{name} is none of this kind of TBX, which knows: {known}.").format(
            name=_tag(element), known=", ".join(known) or _("none")
        )
        return
    if places and level not in places:
        yield _("{name} has no place in <{outer}>, only in: {places}.").format(
            name=_tag(element), outer=level, places=", ".join(places)
        )
    if values and element.text not in values:
        yield _("{name} says {value}; it may say: {values}.").format(
            name=_tag(element), value=quote(element.text), values=", ".join(values)
        )


def _tag(element: Element) -> str:
    kind = element.attributes.get("type", "")
    return f"<{element.name} type={quote(kind)}>" if kind else f"<{element.name}>"
