"""Take what is needed out of a YAML table, and say where something else stands."""

from collections.abc import Iterator, Mapping

from glossary.domain import UnreadableError
from glossary.formats.gathering import Gathering
from glossary.formats.yaml_reading import Items, Node, Table, Text
from glossary.locale import gettext as _
from glossary.workflow.naming import fold, quote


def top_table(node: Node, name: str, expected: str) -> Table:
    """The whole of a file, which has to hold `expected`. Raises UnreadableError."""
    if isinstance(node, Table) and expected in node.values:
        return node
    raise UnreadableError(
        _("{file} has no {name} at its top: it is another kind of file.").format(
            file=name, name=quote(f"{expected}:")
        )
    )


def tables(gathering: Gathering, table: Table, name: str) -> Iterator[Table]:
    """The tables in a list; what is no table is left out with its line."""
    node = table.values.get(name)
    if node is None or (isinstance(node, Text) and not node.text):
        return
    if not isinstance(node, Items):
        gathering.leave(node.line, _("{name} has to be a list.").format(name=quote(name)))
        return
    for one in node.items:
        if isinstance(one, Table):
            yield one
        else:
            told = _("In {name} stands something that has no names.")
            gathering.leave(one.line, told.format(name=quote(name)))


def text(gathering: Gathering, table: Table, name: str) -> str:
    """A text; empty where there is none."""
    node = table.values.get(name)
    if node is None or isinstance(node, Text):
        return node.text if node else ""
    gathering.leave(node.line, _("{name} has to be a text.").format(name=quote(name)))
    return ""


def texts(gathering: Gathering, table: Table, name: str) -> list[str]:
    """The texts in a list, or one text that stands there without a list."""
    node = table.values.get(name)
    found: list[str] = []
    for one in node.items if isinstance(node, Items) else [node] if node else []:
        if isinstance(one, Text):
            found.append(one.text)
        else:
            told = _("{name} has to be a list of texts.").format(name=quote(name))
            gathering.leave(one.line, told)
    return [one for one in found if one.strip()]


def pairs(gathering: Gathering, table: Table, name: str) -> Mapping[str, str]:
    """Texts by name, also where each stands in a table of its own in a list."""
    node = table.values.get(name)
    found: dict[str, str] = {}
    for one in node.items if isinstance(node, Items) else [node] if node else []:
        if isinstance(one, Table):
            found |= {key: text(gathering, one, key) for key in one.values}
        elif not (isinstance(one, Text) and not one.text):
            told = _("{name} has to be texts with names.").format(name=quote(name))
            gathering.leave(one.line, told)
    return found


def fields_in(
    gathering: Gathering, table: Table, name: str, labels: Mapping[str, str]
) -> dict[str, str]:
    """Texts by the fields that their names stand for (`fields_by_label`)."""
    found: dict[str, str] = {}
    for key, value in pairs(gathering, table, name).items():
        if (field := labels.get(fold(key))) is None:
            gathering.unused(f"{name}: {key}")
        else:
            found[field] = value
    return found


def note_unused(gathering: Gathering, table: Table, used: tuple[str, ...]) -> None:
    """Remember names of which nothing is made."""
    for name in table.values:
        if name not in used:
            gathering.unused(name)
