"""LibreOffice (.odt): its paragraphs, those in tables and notes too.

What is deleted, and what people remark beside the text, is no text.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from glossary.formats.documents.package import check, reading
from glossary.formats.documents.walk import Kinds, gathered
from glossary.workflow.documents import Anchor, Paragraph

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HEADING = f"{_TEXT}h"
_KINDS = Kinds(
    paragraph=(f"{_TEXT}p", _HEADING),
    silent=(f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"),
    beside=(f"{_TEXT}note",),
)
_GAPS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def paragraphs(data: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a text document. Raises UnreadableError."""
    check(data, name)
    with reading(name):
        found = list(_read(data, name))
    yield from found


def _read(data: bytes, name: str) -> Iterator[Paragraph]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with ZipFile(BytesIO(data)) as package:
        body: Any = etree.fromstring(package.read("content.xml"), parser)
    heading = ""
    for number, (element, text) in enumerate(gathered(body, _KINDS, _said, _after, name), 1):
        if text.strip():
            if element.tag == _HEADING:
                heading = " ".join(text.split())
            yield Paragraph(text, (Anchor(0, number, 0),), heading)


def _said(element: Any) -> str:
    return _GAPS.get(element.tag) or element.text or ""


def _after(element: Any) -> str:
    return element.tail or ""
