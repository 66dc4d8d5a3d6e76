"""TBX-Basic (ISO 30042:2019), for tools of translators and terminologists.

Terms with another meaning are other concepts there: each organisation has an entry of its own for
each term, with its name as the customer, and so has the group. An entry refers to the shared one.
Data categories are types of elements (DCA style), which old and new tools read.
"""

from typing import Final
from xml.etree.ElementTree import Element

from glossary.domain import Definition, Draft, Partner, Term, TermSet
from glossary.formats.contract import Exporter, Request
from glossary.formats.field_labels import label_of
from glossary.formats.groups import Shared, said_by, shared, shared_name
from glossary.formats.parts import CONVERSATION, Part
from glossary.formats.xml_writing import add, xml_text
from glossary.locale import mark

CORE: Final = "urn:iso:std:iso:30042:ed-2"
# What the header says of line ends and spaces in texts: as people typed them.
SPACE: Final = "whiteSpace"
KEPT: Final = "preserve"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NOTED: Final = ("counterexample", "belief", "interest", "as_partner")


class Tbx(Exporter):
    """Writes a set for tools of translators."""

    name = "tbx"
    suffix = ".tbx"
    description = mark("concepts for tools of translators and terminologists (TBX-Basic)")
    leaves_out = (Part.WHY, Part.SHORT_NAMES, *CONVERSATION)

    def export(self, termset: TermSet, request: Request) -> bytes:
        """An entry for each term of the group, and for each definition of an organisation."""
        group = shared_name(termset)
        top = Element("tbx", {"type": "TBX-Basic", "style": "dca", "xmlns": CORE})
        top.set(_LANG, termset.language)
        _header(top, termset)
        text = add(top, "text")
        if termset.terms:
            body = add(text, "body")
            for one in shared(termset, request.today):
                _shared(body, termset.language, group, one)
            for partner in termset.partners.values():
                for term, definition in said_by(termset, partner):
                    _said(body, termset.language, partner, term, definition)
        if termset.partners:
            _organisations(add(text, "back"), termset)
        return xml_text(top).encode()


def other_language(language: str) -> str:
    """The language of translations in a set in `language`."""
    return "nl" if language.lower().split("-")[0] == "en" else "en"


def _header(top: Element, termset: TermSet) -> None:
    header = add(top, "tbxHeader")
    description = add(header, "fileDesc")
    title = add(description, "titleStmt")
    add(title, "title", termset.title)
    if termset.vocabulary.about.strip():
        add(title, "note", termset.vocabulary.about)
    add(add(description, "sourceDesc"), "p", termset.title)
    add(add(header, "encodingDesc"), "p", KEPT, type=SPACE)


def _shared(body: Element, language: str, group: str, one: Shared) -> None:
    entry = add(body, "conceptEntry", id=f"s.{one.term.id}")
    add(entry, "admin", group, type="customerSubset")
    section = _language(entry, language)
    _definition(section, one.draft.wording, "")
    _notes(section, one.draft)
    if one.status:
        add(section, "note", f"{label_of('status')}: {one.status}")
    for text in one.objections:
        add(section, "note", f"{label_of('objection')}: {text}")
    status = "preferredTerm-admn-sts" if one.is_agreed else "admittedTerm-admn-sts"
    _term(section, one.term.label, status, one.draft.example)
    for variant in one.term.variants:
        _term(section, variant, "admittedTerm-admn-sts")
    if one.term.translation.strip():
        other = _language(entry, other_language(language))
        _term(other, one.term.translation, "admittedTerm-admn-sts")


def _said(
    body: Element, language: str, partner: Partner, term: Term, definition: Definition
) -> None:
    entry = add(body, "conceptEntry", id=f"p.{partner.id}.{term.id}")
    add(entry, "admin", partner.name, type="customerSubset")
    add(entry, "ref", term.label, type="crossReference", target=f"s.{term.id}")
    section = _language(entry, language)
    if definition.updated:
        change = add(section, "transacGrp")
        add(change, "transac", "modification", type="transactionType")
        add(change, "date", definition.updated.isoformat())
        target = f"o.{partner.id}"
        add(change, "transacNote", partner.name, type="responsibility", target=target)
    _definition(section, definition.meaning, definition.source)
    _notes(section, definition)
    _term(section, term.label, "", definition.example)


def _language(entry: Element, code: str) -> Element:
    section = add(entry, "langSec")
    section.set(_LANG, code)
    return section


def _definition(section: Element, text: str, source: str) -> None:
    if text.strip():
        group = add(section, "descripGrp")
        add(group, "descrip", text, type="definition")
        if source.strip():
            add(group, "admin", source, type="source")


def _notes(section: Element, told: Definition | Draft) -> None:
    for field in _NOTED:
        text: str = getattr(told, field, "")
        if text.strip():
            add(section, "note", f"{label_of(field)}: {text}")


def _term(section: Element, text: str, status: str, example: str = "") -> None:
    term = add(section, "termSec")
    add(term, "term", text)
    if status:
        add(term, "termNote", status, type="administrativeStatus")
    if example.strip():
        add(term, "descrip", example, type="context")


def _organisations(back: Element, termset: TermSet) -> None:
    section = add(back, "refObjectSec", type="respOrg")
    for partner in termset.partners.values():
        one = add(section, "refObject", id=f"o.{partner.id}")
        add(one, "item", partner.name, type="org")
