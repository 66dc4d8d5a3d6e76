"""Word (.docx): its paragraphs, those in tables, text boxes and notes too.

Insertions that nobody accepted yet are text; what is deleted is not.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from glossary.formats.documents.package import check, reading
from glossary.workflow.documents import Anchor, Paragraph

_NOTES = ("/footnotes", "/endnotes")
_HEADINGS = ("heading", "title")


def paragraphs(data: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a Word document. Raises UnreadableError."""
    check(data, name)
    with reading(name):
        found = list(_read(data))
    yield from found


def _read(data: bytes) -> Iterator[Paragraph]:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document(BytesIO(data))
    headings = {
        style.style_id
        for style in document.styles
        if (style.name or "").casefold().startswith(_HEADINGS)
    }
    bodies: list[Any] = [document.element.body]
    bodies += [
        parse_xml(part.target_part.blob)
        for part in document.part.rels.values()
        if not part.is_external and part.reltype.endswith(_NOTES)
    ]
    number, heading = 0, ""
    for body in bodies:
        for element in body.iter(_w("p")):
            if _is_copy(element):
                continue
            number += 1
            text = "".join(_texts(element))
            if text.strip():
                if element.style in headings:
                    heading = " ".join(text.split())
                yield Paragraph(text, (Anchor(0, number, 0),), heading)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _is_copy(element: Any) -> bool:
    """Whether it is a text box once more, for programs that know no text boxes."""
    return any(str(one.tag).endswith("}Fallback") for one in element.iterancestors())


def _texts(paragraph: Any) -> Iterator[str]:
    """The pieces of a paragraph, without those of paragraphs inside it."""
    words, tab, breaks, hyphen = _w("t"), _w("tab"), (_w("br"), _w("cr")), _w("noBreakHyphen")
    inner = _w("p")
    for node in paragraph.iter(words, tab, *breaks, hyphen):
        if next(node.iterancestors(inner)) is not paragraph:
            continue
        if node.tag == words:
            yield node.text or ""
        elif node.tag == hyphen:
            yield "-"
        elif node.tag == tab:
            yield "\t"
        else:
            yield "\n"
