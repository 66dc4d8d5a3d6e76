"""YAML as texts, lists and tables that know their lines.

Nothing is built but these: no tag makes an object, and every value is the text that was typed, so
that a word “no” stays a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

from glossary.domain import UnreadableError
from glossary.formats.whole_file import MAX_DEPTH, MAX_PARTS, too_deep, too_many
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

_NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Text:
    """One value, as it was typed."""

    line: int
    text: str
    parts: int = 1


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    items: "list[Node]" = field(default_factory=list)
    parts: int = 1


@dataclass(slots=True)
class Table:
    """Values by name."""

    line: int
    values: "dict[str, Node]" = field(default_factory=dict)
    parts: int = 1


Node = Text | Items | Table


def parse_yaml(data: bytes, name: str) -> Node:
    """What a file of bounded size holds; `name` is what sentences call it.

    Raises UnreadableError: for broken YAML, for what refers to itself or to so much that it grows
    beyond bounds, for what is nested too deep and for a name that stands twice in one table.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = data.decode("utf-8-sig")
        return _Builder(name).build(yaml.parse(text, Loader=loader))
    except UnicodeDecodeError as error:
        raise UnreadableError(
            _("{file} is not written in UTF-8: save it as UTF-8.").format(file=name)
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(
            _("{file}, line {line}, column {column}: this is no YAML ({reason}).").format(
                file=name,
                line=mark.line + 1 if mark else 1,
                column=mark.column + 1 if mark else 1,
                reason=quote(error.problem or "", 100),
            )
        ) from error
    except yaml.YAMLError as error:
        raise UnreadableError(
            _("{file} is no YAML ({reason}).").format(file=name, reason=quote(str(error), 100))
        ) from error


class _Builder:
    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[Items | Table] = []
        self._keys: list[Text | None] = []
        self._anchors: dict[str, Node] = {}
        self._found: Node | None = None
        self._parts = 0

    def build(self, events: Iterator[Any]) -> Node:
        """The one document of a file."""
        for event in events:
            kind = type(event).__name__
            line: int = event.start_mark.line + 1
            if kind == "ScalarEvent":
                self._keep(self._text(event, line), event.anchor)
            elif kind == "AliasEvent":
                self._keep(self._again(event.anchor, line), None)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                self._begin(Table(line) if kind[0] == "M" else Items(line), event.anchor)
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                self._end()
            elif kind == "DocumentStartEvent" and self._found is not None:
                self._refuse(line, _("a second document begins; keep one in a file."))
        return self._found or Text(1, "")

    def _text(self, event: Any, line: int) -> Text:
        is_nothing = event.style is None and event.value in _NOTHING
        return Text(line, "" if is_nothing else event.value)

    def _again(self, anchor: str, line: int) -> Node:
        node = self._anchors.get(anchor)
        if node is None:
            self._refuse(line, _("{name} is not there.").format(name=quote(f"*{anchor}")))
        if any(one is node for one in self._open):
            told = _("{name} stands inside what it refers to: write out what is meant.")
            self._refuse(line, told.format(name=quote(f"*{anchor}")))
        return node

    def _begin(self, node: Items | Table, anchor: str | None) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise too_deep(self._name, node.line)
        if anchor:
            self._anchors[anchor] = node
        self._open.append(node)
        self._keys.append(None)

    def _end(self) -> None:
        node = self._open.pop()
        self._keys.pop()
        if isinstance(node, Table):
            _merge(node)
        self._keep(node, None)

    def _keep(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        self._parts += 1
        if not self._open:
            self._found = node
            return
        above = self._open[-1]
        above.parts += node.parts
        if self._parts > MAX_PARTS or above.parts > MAX_PARTS:
            raise too_many(self._name, node.line)
        if isinstance(above, Items):
            above.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = self._key(node)
        else:
            if key.text in above.values:
                told = _("{name} stands twice in one place.").format(name=quote(key.text))
                self._refuse(key.line, told)
            above.values[key.text] = node
            self._keys[-1] = None

    def _key(self, node: Node) -> Text:
        if not isinstance(node, Text):
            self._refuse(node.line, _("a name has to be a text."))
        return node

    def _refuse(self, line: int, reason: str) -> NoReturn:
        raise UnreadableError(
            _("{file}, line {line}: {reason}").format(file=self._name, line=line, reason=reason)
        )


def _merge(table: Table) -> None:
    """Take over what `<<` refers to; what the table says itself stays."""
    other = table.values.get("<<")
    if isinstance(other, Table):
        del table.values["<<"]
        table.values = {**other.values, **table.values}
