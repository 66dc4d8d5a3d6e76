"""What TBX version 3 says of where elements and data categories stand, and of their values.

Files that break these rules are read all the same; people are told where.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from glossary.formats.xml_reading import Element
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

_CORE: Final = "urn:iso:std:iso:30042:ed-2"

_AUX: Final = "admin adminGrp descrip descripGrp note ref transacGrp xref"
_LINK: Final = "admin adminGrp note ref transacGrp xref"
_INLINE: Final = "ec foreign hi ph sc"
# What may stand in an element.
_INSIDE: Final[Mapping[str, str]] = {
    "tbx": "tbxHeader text",
    "tbxHeader": "fileDesc encodingDesc revisionDesc",
    "fileDesc": "publicationStmt titleStmt sourceDesc",
    "publicationStmt": "p",
    "sourceDesc": "p",
    "encodingDesc": "p",
    "titleStmt": "title note",
    "text": "body back",
    "body": "conceptEntry",
    "conceptEntry": f"{_AUX} langSec",
    "langSec": f"{_AUX} termSec",
    "termSec": f"term termNote termNoteGrp {_AUX}",
    "termNoteGrp": f"termNote {_LINK}",
    "descripGrp": "descrip admin adminGrp descripNote note ref transacGrp xref",
    "adminGrp": "admin adminNote note ref xref",
    "transacGrp": "transac date note ref transacNote xref",
    "back": "refObjectSec",
    "refObjectSec": "refObject",
    "refObject": "itemSet itemGrp item",
    **dict.fromkeys(("admin", "descrip", "termNote", "note", "p", "item"), _INLINE),
}
# In which elements nothing but other elements stands.
_NO_TEXT: Final = ("fileDesc", "sourceDesc", "publicationStmt", "text", "body", "conceptEntry")
_FIRST: Final = {
    "termSec": "term",
    "termNoteGrp": "termNote",
    "descripGrp": "descrip",
    "adminGrp": "admin",
    "transacGrp": "transac",
}
_NEEDS_TYPE: Final = {"admin", "descrip", "ref", "termNote", "transac", "transacNote", "xref"}
_LEVELS: Final = ("conceptEntry", "langSec", "termSec")

_MIN: Final[Mapping[str, str]] = {
    "admin": "customerSubset",
    "descrip": "subjectField",
    "termNote": "administrativeStatus usageStatus partOfSpeech",
    "xref": "externalCrossReference",
    "ref": "",
    "transac": "",
    "transacNote": "",
}
_BASIC: Final[Mapping[str, str]] = {
    "admin": "customerSubset projectSubset source",
    "descrip": "subjectField context definition",
    "ref": "crossReference",
    "termNote": "administrativeStatus usageStatus partOfSpeech geographicalUsage "
    "grammaticalGender termLocation termType",
    "transac": "transactionType",
    "transacNote": "responsibility",
    "xref": "externalCrossReference xGraphic",
}
_DIALECTS: Final[Mapping[str, Mapping[str, str]]] = {"TBX-Min": _MIN, "TBX-Basic": _BASIC}
_PLACES: Final[Mapping[str, str]] = {
    "subjectField": "conceptEntry",
    "customerSubset": "conceptEntry termSec",
    "projectSubset": "conceptEntry termSec",
    "context": "termSec",
    "definition": "conceptEntry langSec",
    "crossReference": "conceptEntry termSec",
    "xGraphic": "conceptEntry langSec",
}
_STATUS: Final = ("admittedTerm", "deprecatedTerm", "supersededTerm", "preferredTerm")
_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "administrativeStatus": tuple(f"{one}-admn-sts" for one in _STATUS),
    # what it was called before, and what it said
    "usageStatus": ("preferred", "admitted", "notRecommended", "obsolete", "deprecated"),
    "partOfSpeech": ("adjective", "noun", "other", "verb", "adverb"),
    "grammaticalGender": ("masculine", "feminine", "neuter", "other"),
    "termType": ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"),
    "transactionType": ("origination", "creation", "modification"),
}


def breaches(top: Element) -> Iterator[tuple[int, str]]:
    """Lines and sentences, in the order of the file; nothing of the old MARTIF."""
    if top.name == "tbx":
        allowed = _DIALECTS.get(top.attributes.get("type", ""))
        yield from _in(top, "", allowed, frozenset(_ids(top)))


def _ids(element: Element) -> Iterator[str]:
    below = [element]
    while below:
        one = below.pop()
        if "id" in one.attributes:
            yield one.attributes["id"]
        below += one.children


def _in(
    element: Element,
    level: str,
    allowed: Mapping[str, str] | None,
    ids: frozenset[str],
) -> Iterator[tuple[int, str]]:
    yield from ((element.line, told) for told in _shape(element))
    inside = _INSIDE.get(element.name, "").split()
    for at, one in enumerate(element.children):
        is_core = one.space in ("", _CORE)
        if is_core and element.name in _INSIDE and one.name not in inside:
            told = _("{inner} has no place in {outer}.")
            yield one.line, told.format(inner=_tag(one), outer=_tag(element))
            continue
        first = _FIRST.get(element.name)
        if first and is_core and (one.name == first) != (at == 0):
            told = _("{inner} of {outer} stands first, and once.")
            yield one.line, told.format(inner=f"<{first}>", outer=_tag(element))
        at_level = one.name if one.name in _LEVELS else level
        if one.attributes.get("type") == "source" and element.name in _LEVELS:
            told = _("{inner} stands alone in {outer}, and not beside what it is the source of.")
            yield one.line, told.format(inner=_tag(one), outer=_tag(element))
        if is_core:
            yield from ((one.line, told) for told in _category(one, at_level, allowed, ids))
        yield from _in(one, at_level, allowed, ids)


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
    needed = {"conceptEntry": "langSec", "langSec": "termSec", "termSec": "term"}
    if (child := needed.get(element.name)) and element.below(child) is None:
        yield _("{name} has no {inner}.").format(name=_tag(element), inner=f"<{child}>")


def _category(
    element: Element, level: str, allowed: Mapping[str, str] | None, ids: frozenset[str]
) -> Iterator[str]:
    if element.name not in _NEEDS_TYPE:
        return
    kind = element.attributes.get("type", "")
    if not kind:
        yield _("{name} has no type.").format(name=_tag(element))
        return
    if allowed is not None and kind not in (known := allowed[element.name].split()):
        yield _("{name} is none of this kind of TBX, which knows: {known}.").format(
            name=_tag(element), known=", ".join(known) or _("none")
        )
        return
    if allowed is not None and level not in _PLACES.get(kind, level).split():
        yield _("{name} has no place in <{outer}>, only in: {places}.").format(
            name=_tag(element), outer=level, places=", ".join(_PLACES[kind].split())
        )
    if allowed is not None and kind in _VALUES and element.text not in _VALUES[kind]:
        yield _("{name} says {value}; it may say: {values}.").format(
            name=_tag(element), value=quote(element.text), values=", ".join(_VALUES[kind])
        )
    target = element.attributes.get("target", "")
    if target and element.name != "xref" and not target.startswith("http") and target not in ids:
        yield _("{name} refers to {target}, which is not there.").format(
            name=_tag(element), target=quote(target)
        )


def _tag(element: Element) -> str:
    kind = element.attributes.get("type", "")
    return f"<{element.name} type={quote(kind)}>" if kind else f"<{element.name}>"
