"""Elements as XML that is safe to print and reads back as the same texts."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from glossary.domain import has_unseen

# What XML 1.0 has no place for, even as a reference.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A new element at the end of another one."""
    told = {key: legal(value) for key, value in attributes.items()}
    element = SubElement(parent, name, told)
    element.text = legal(text) or None
    return element


def legal(text: str) -> str:
    """`text` with what XML cannot hold made visible."""
    return _ILLEGAL.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def xml_text(top: Element) -> str:
    """A whole document. Characters that hide, or that a terminal acts on, are references."""
    indent(top, " ")
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}\n'
    return "".join(map(_reference, text)) if has_unseen(text) else text


def _reference(char: str) -> str:
    return f"&#x{ord(char):X};" if has_unseen(char) else char
