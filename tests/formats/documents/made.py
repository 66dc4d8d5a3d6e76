"""Documents as word processors make them, and some that nobody makes by accident."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from docx import Document as NewWord
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odfdo import Annotation, Element, Header, Note
from odfdo import Document as NewOdt
from odfdo import Paragraph as OdtParagraph

TITLE, BODY = "Samen leren", "Wij staan voor kwaliteit."


def word(path: Path) -> Path:
    """A Word document with a table, an insertion, a deletion, a move, a text box and a link."""
    document: Any = NewWord()
    document.add_heading(TITLE, level=1)
    document.add_paragraph("")
    paragraph = document.add_paragraph("Wij staan voor ")
    paragraph.add_run("kwali").bold = True
    paragraph.add_run("teit.")
    changed = document.add_paragraph("Met ")
    changed._p.append(_changed("ins", "t", "vertrouwen"))
    changed._p.append(_changed("del", "delText", "regie"))
    changed._p.append(_changed("moveFrom", "t", "regie"))
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "draagvlak"
    table.cell(0, 1).text = "eigenaarschap"
    document.add_paragraph("")._p.append(_text_box("verbinding"))
    document.save(str(path))
    return path


def odt(path: Path) -> Path:
    """A text document with a note, a remark beside the text, and a deletion."""
    document = NewOdt("text")
    body = document.body
    body.clear()
    deleted = Element.from_tag(
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
        "<text:p>regie</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    body.append(deleted)
    body.append(Header(1, TITLE))
    body.append(OdtParagraph(""))
    body.append(OdtParagraph(BODY))
    paragraph = OdtParagraph("Met vertrouwen en")
    paragraph.append(Note(note_id="n", citation="1", body="Zie draagvlak."))
    paragraph.append(Annotation("eigenaarschap?", creator="X"))
    body.append(paragraph)
    document.save(str(path))
    return path


def package(path: Path, parts: dict[str, bytes]) -> Path:
    """A zip with these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


def word_of(path: Path, body: str) -> Path:
    """A Word document with this body, in which signs stand for names: <p> is a paragraph."""
    word(path)
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    named = re.sub(r"<(/?)(?=[a-z])", r"<\1w:", body)
    parts["word/document.xml"] = (
        f"<w:document {nsdecls('w')}><w:body>{named}</w:body></w:document>".encode()
    )
    return package(path, parts)


def odt_of(path: Path, body: str) -> Path:
    """As `word_of`, for LibreOffice."""
    named = re.sub(r"<(/?)(?=[a-z])", r"<\1text:", body)
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<o:document-content xmlns:o="{names}:office:1.0" xmlns:text="{names}:text:1.0"><o:body>'
        f"<o:text>{named}</o:text></o:body></o:document-content>"
    )
    return package(path, {"content.xml": content.encode()})


def many_parts() -> bytes:
    """A small zip that lists a great many empty parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for n in range(30_000):
            file.writestr(f"part-{n}.xml", b"")
    return made.getvalue()


def _changed(kind: str, tag: str, text: str) -> Any:
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="1" w:author="X"><w:r><w:{tag}>{text}</w:{tag}></w:r>'
        f"</w:{kind}>"
    )


def _text_box(text: str) -> Any:
    inner = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return parse_xml(
        f'<w:r {nsdecls("w")} xmlns:mc="{compatible}"><mc:AlternateContent>'
        f'<mc:Choice Requires="wps">{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
