"""LibreOffice (.odt): its paragraphs, those in tables and notes too.

What is deleted, and what people remark beside the text, is no text.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from glossary.formats.documents.package import check, reading
from glossary.workflow.documents import Anchor, Paragraph

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_NO_TEXT = (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation")
_GAPS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def paragraphs(data: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a text document. Raises UnreadableError."""
    check(data, name)
    with reading(name):
        found = list(_read(data))
    yield from found


def _read(data: bytes) -> Iterator[Paragraph]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with ZipFile(BytesIO(data)) as package:
        body: Any = etree.fromstring(package.read("content.xml"), parser)
    number, heading = 0, ""
    for element in body.iter(*_PARAGRAPHS):
        if next(element.iterancestors(*_NO_TEXT), None) is not None:
            continue
        number += 1
        text = "".join(_texts(element))
        if text.strip():
            if element.tag == _PARAGRAPHS[1]:
                heading = " ".join(text.split())
            yield Paragraph(text, (Anchor(0, number, 0),), heading)


def _texts(element: Any) -> Iterator[str]:
    """The pieces of a paragraph, without those of paragraphs inside it (notes, remarks)."""
    yield element.text or ""
    for child in element:
        if child.tag in _GAPS:
            yield _GAPS[child.tag]
        elif child.tag not in (*_PARAGRAPHS, *_NO_TEXT, f"{_TEXT}note"):
            yield from _texts(child)
        yield child.tail or ""
