"""Word (.docx): its paragraphs, those in tables, text boxes and notes too.

Insertions that nobody accepted yet are text; what is deleted or moved from here is not.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from glossary.formats.documents.package import check, reading
from glossary.formats.documents.walk import Kinds, gathered
from glossary.workflow.documents import Anchor, Paragraph

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = Kinds(
    paragraph=(f"{_WORD}p",),
    silent=(
        f"{_WORD}del",
        f"{_WORD}moveFrom",
        # A text box once more, for programs that know no text boxes.
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    ),
)
_GAPS = {
    f"{_WORD}tab": "\t",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}noBreakHyphen": "-",
}
_NOTES = ("/footnotes", "/endnotes")
_HEADINGS = ("heading", "title")


def paragraphs(data: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a Word document. Raises UnreadableError."""
    check(data, name)
    with reading(name):
        found = list(_read(data, name))
    yield from found


def _read(data: bytes, name: str) -> Iterator[Paragraph]:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document(BytesIO(data))
    headings = frozenset(_heading_styles(document.styles.element))
    bodies: list[Any] = [document.element.body]
    bodies += [
        parse_xml(part.target_part.blob)
        for part in document.part.rels.values()
        if not part.is_external and part.reltype.endswith(_NOTES)
    ]
    found = (each for body in bodies for each in gathered(body, _KINDS, _said, _after, name))
    heading = ""
    for number, (element, text) in enumerate(found, 1):
        if text.strip():
            if element.style in headings:
                heading = " ".join(text.split())
            yield Paragraph(text, (Anchor(0, number, 0),), heading)


def _heading_styles(styles: Any) -> Iterator[str]:
    """The ids of the styles of headings, which are in every language called the same."""
    for style in styles.iterchildren(f"{_WORD}style"):
        called = style.find(f"{_WORD}name")
        if called is not None and called.get(f"{_WORD}val", "").casefold().startswith(_HEADINGS):
            yield style.get(f"{_WORD}styleId", "")


def _said(element: Any) -> str:
    return (element.text or "") if element.tag == f"{_WORD}t" else _GAPS.get(element.tag, "")


def _after(_element: Any) -> str:
    return ""
