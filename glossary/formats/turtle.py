"""Linked data as Turtle: one block per node, in the order in which the nodes come."""

import re
from collections.abc import Iterable

from glossary.domain import has_unseen
from glossary.formats.rdf import PREFIXES, Day, Iri, Node, Value, whole

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\n\r\t]')


def turtle(nodes: Iterable[Node]) -> str:
    """The nodes with their prefixes.

    Characters that a terminal would act on or that hide are escapes; a reader of Turtle gets
    them back.
    """
    prefixes = "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())
    return "\n\n".join([prefixes, *map(_block, nodes)]) + "\n"


def _block(node: Node) -> str:
    facts = [f"a {node.kind}", *(f"{name} {_value(value)}" for name, value in node.facts)]
    return f"<{node.iri}> " + " ;\n    ".join(facts) + " ."


def _value(value: Value) -> str:
    if isinstance(value, Iri):
        return f"<{value.iri}>"
    if isinstance(value, Day):
        return f'"{value.day}"^^xsd:date'
    text = _ESCAPED.sub(lambda found: _SHORT[found[0]], whole(value.text))
    if has_unseen(text):
        text = "".join(map(_seen, text))
    return f'"{text}"@{value.language}' if value.language else f'"{text}"'


def _seen(char: str) -> str:
    if not has_unseen(char):
        return char
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"
