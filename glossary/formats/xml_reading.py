"""XML as elements that know their lines: bounded, without document types and entities."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

from glossary.domain import UnreadableError, one_line
from glossary.formats.whole_file import MAX_DEPTH, MAX_PARTS, MAX_TEXT, too_deep, too_many
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(slots=True)
class Element:
    """An element: its namespace, name, attributes, what stands in it, and its line.

    `keeps_space` says that its text is laid out as it was typed, and not to fit between elements.
    """

    space: str
    name: str
    attributes: dict[str, str]
    line: int
    children: "list[Element]" = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    keeps_space: bool = False

    @property
    def text(self) -> str:
        """All text in it and in what stands inside it, laid out as a person reads it.

        Lines that are indented belong to the line above them.
        """
        text = "".join(self.pieces).strip()
        if self.keeps_space:
            return text
        lines = text.split("\n")
        if all(not line or line[0].isspace() for line in lines[1:]):
            return " ".join(" ".join(lines).split())
        return "\n".join(line.strip() for line in lines)

    def keep_space(self) -> None:
        """Take all text in it as it was typed."""
        below = [self]
        while below:
            one = below.pop()
            one.keeps_space = True
            below += one.children

    def below(self, name: str) -> "Element | None":
        """The first child with this name."""
        return next((one for one in self.children if one.name == name), None)

    def all_below(self, *names: str) -> "Iterator[Element]":
        """The children with one of these names."""
        return (one for one in self.children if one.name in names)


def parse_xml(data: bytes, name: str) -> Element:
    """The outermost element of a file of bounded size; `name` is what sentences call it.

    Raises UnreadableError: for broken XML, for a document type, and for what is nested too deep
    or has too many parts.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.expatreader import DefusedExpatParser

    builder = _Builder(name)
    parser = DefusedExpatParser(forbid_dtd=True, namespaceHandling=1)
    parser.setContentHandler(builder)
    builder.setDocumentLocator(parser)
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException as error:
        raise UnreadableError(
            _(
                "{file}: XML with a document type (DOCTYPE) is not read, since that may refer to "
                "other files or grow without end. Take it out."
            ).format(file=name)
        ) from error
    except SAXException as error:
        raise UnreadableError(_broken(name, error, builder)) from error
    except (LookupError, ValueError) as error:
        raise UnreadableError(
            _("{file} is written in an encoding that is not known: save it as UTF-8.").format(
                file=name
            )
        ) from error
    if builder.top is None:
        raise UnreadableError(_("{file} holds no XML.").format(file=name))
    return builder.top


def _broken(name: str, error: Any, builder: "_Builder") -> str:
    told = _("{file}, line {line}, column {column}: this is no well-formed XML ({reason}).").format(
        file=name,
        line=error.getLineNumber(),
        column=error.getColumnNumber() + 1,
        reason=quote(error.getMessage(), 100),
    )
    if builder.open:
        last = builder.open[-1]
        told += " " + _("The element <{name}> of line {line} is open there.").format(
            name=one_line(last.name), line=last.line
        )
    return told


class _Builder(ContentHandler):
    def __init__(self, name: str) -> None:
        self._name = name
        self._parts = 0
        self._room = MAX_TEXT
        self.open: list[Element] = []
        self.top: Element | None = None

    def startElementNS(  # noqa: N802  # as the library calls it
        self,
        name: tuple[str | None, str],
        qname: str | None,  # noqa: ARG002
        attrs: AttributesNSImpl,
    ) -> None:
        """An element begins."""
        line: int = self._locator.getLineNumber()  # type: ignore[attr-defined]
        self._parts += 1 + len(attrs)
        if len(self.open) >= MAX_DEPTH:
            raise too_deep(self._name, line)
        if self._parts > MAX_PARTS:
            raise too_many(self._name, line)
        told = {
            f"xml:{key[1]}" if key[0] == _XML else key[1]: value for key, value in attrs.items()
        }
        element = Element(name[0] or "", name[1], told, line)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.top = element
        self.open.append(element)
        self._room = MAX_TEXT

    def endElementNS(  # noqa: N802  # as the library calls it
        self,
        name: tuple[str | None, str],  # noqa: ARG002
        qname: str | None,  # noqa: ARG002
    ) -> None:
        """An element ends; what it says is part of what stands around it."""
        element = self.open.pop()
        if self.open and element.name in _INLINE:
            self.open[-1].pieces += element.pieces

    def characters(self, content: str) -> None:
        """Some text."""
        if self.open:
            self.open[-1].pieces.append(content)
        self._room -= len(content)
        if self._room < 0:
            element = self.open[-1]
            raise UnreadableError(
                _("{file}, line {line}: the text in <{name}> does not end.").format(
                    file=self._name, line=element.line, name=one_line(element.name)
                )
            )


# Elements inside a text.
_INLINE = ("hi", "foreign", "ph", "bpt", "ept", "it", "sc", "ec")
