"""Linked data from a file or a folder: bounded, and without a look at anything else.

No address is opened, whatever a file says of imports or contexts, and no document type is read.
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn
from xml.parsers import expat

from glossary.domain import UnreadableError, one_line
from glossary.formats.whole_file import BYTES_PER_MB, bytes_of, too_large, unreadable
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

if TYPE_CHECKING:
    from rdflib import Graph

MAX_MB: Final = 10
_MAX_FILES = 200
_MAX_DEPTH = 60
_MAX_ATTRIBUTES = 100  # of one element

_NOTATIONS: Final = {
    ".ttl": "turtle",
    ".nt": "turtle",
    ".jsonld": "jsonld",
    ".json": "jsonld",
    ".rdf": "xml",
    ".owl": "xml",
    ".xml": "xml",
}
# Of a folder: other JSON and XML may well be something else.
_SURELY: Final = (".ttl", ".nt", ".jsonld", ".rdf", ".owl")

# What addresses that a file leaves relative are taken to be relative to.
HERE: Final = "http://here.invalid/"


def graph_of(path: Path) -> "Graph":
    """Everything in a file, or in the files of a folder, as one graph. Raises UnreadableError."""
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    size = 0
    for file in _files(path):
        data = bytes_of(file, MAX_MB)
        size += len(data)
        if size > MAX_MB * BYTES_PER_MB:
            raise too_large(one_line(str(path)), MAX_MB)
        with _as_it_stands():
            _add(graph, file, data)
    return graph


def _files(path: Path) -> list[Path]:
    """The file itself, or those in a folder that are linked data by their names, in order."""
    name = one_line(str(path))
    try:
        if not path.is_dir():
            return [path]
        found = sorted(one for one in path.iterdir() if one.suffix.lower() in _SURELY)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error
    if not found:
        raise UnreadableError(
            _("{folder} holds no files that end in {suffixes}.").format(
                folder=name, suffixes=", ".join(_SURELY)
            )
        )
    if len(found) > _MAX_FILES:
        raise UnreadableError(
            _("{folder} holds more than {most} files: import it in parts.").format(
                folder=name, most=_MAX_FILES
            )
        )
    return found


@contextmanager
def _as_it_stands() -> Iterator[None]:
    """Texts stay as they were typed, and the library keeps what it thinks of them to itself.

    Otherwise it reads what says that it is HTML, XML or a number, for as long as that takes.
    """
    from rdflib import term

    logger = logging.getLogger("rdflib")
    level = logger.level
    # It offers no way not to; where it has another name for this it takes its time again.
    kinds: dict[Any, Any] = getattr(term, "_toPythonMapping", {})
    before = dict(kinds)
    kinds.clear()
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        kinds.update(before)
        logger.setLevel(level)


def _add(graph: "Graph", path: Path, data: bytes) -> None:
    name = one_line(str(path))
    notation = _NOTATIONS.get(path.suffix.lower()) or _notation(data)
    read = {"turtle": _turtle, "jsonld": _jsonld, "xml": _xml}[notation]
    try:
        read(graph, data, name)
    except UnreadableError:
        raise
    except RecursionError as error:
        raise UnreadableError(_nested(name)) from error
    except UnicodeError as error:
        raise UnreadableError(
            _("{file} is not written in UTF-8: save it as UTF-8.").format(file=name)
        ) from error
    # The library has no one error for what it cannot read.
    except Exception as error:
        raise UnreadableError(
            _("{file} holds linked data that is not understood: {reason}").format(
                file=name, reason=quote(str(error) or type(error).__name__, 100)
            )
        ) from error


def _notation(data: bytes) -> str:
    """How a file is written whose name does not tell."""
    begin = data[:2_000].decode("utf-8-sig", "replace").lstrip()
    if begin.startswith(("<?xml", "<rdf:RDF", "<!")):
        return "xml"
    return "jsonld" if begin.startswith(("{", '[{"', "[\n")) else "turtle"


def _turtle(graph: "Graph", data: bytes, name: str) -> None:
    from rdflib.plugins.parsers.notation3 import BadSyntax

    text = data.decode("utf-8-sig")
    try:
        graph.parse(data=text, format="turtle", publicID=HERE)
    except BadSyntax as error:
        # how it tells where it stopped is in no public attribute
        at: int = getattr(error, "_i", 0)
        raise UnreadableError(
            _("{file}, line {line}: this is no Turtle, from {text} on.").format(
                file=name, line=text.count("\n", 0, at) + 1, text=quote(text[at : at + 60], 40)
            )
        ) from error


def _jsonld(graph: "Graph", data: bytes, name: str) -> None:
    from rdflib.plugins.parsers.jsonld import to_rdf

    try:
        told = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise UnreadableError(
            _("{file}, line {line}, column {column}: this is no JSON.").format(
                file=name, line=error.lineno, column=error.colno
            )
        ) from error
    if not isinstance(told, dict | list):
        raise UnreadableError(_("{file} is no JSON-LD: it holds one value.").format(file=name))
    _refuse_remote(told, name)
    to_rdf(told, graph, base=HERE)


def _refuse_remote(told: Any, name: str) -> None:
    """Raise UnreadableError where JSON asks for a context from elsewhere, or is nested too deep."""
    below = [(told, 1)]
    while below:
        value, depth = below.pop()
        if depth > _MAX_DEPTH:
            raise UnreadableError(_nested(name))
        if isinstance(value, dict):
            for elsewhere in _elsewhere(value):
                raise UnreadableError(
                    _(
                        "{file} takes its context from {address}, which is not looked up: put "
                        "the context itself in the file, or save it as Turtle."
                    ).format(file=name, address=quote(elsewhere))
                )
            below += [(one, depth + 1) for one in value.values()]
        elif isinstance(value, list):
            below += [(one, depth + 1) for one in value]


def _elsewhere(value: dict[str, Any]) -> Iterator[str]:
    contexts = value.get("@context")
    for one in contexts if isinstance(contexts, list) else [contexts]:
        if isinstance(one, str):
            yield one
    if "@import" in value:
        yield str(value["@import"])


def _xml(graph: "Graph", data: bytes, name: str) -> None:
    _refuse_document_type(data, name)
    graph.parse(data=data, format="xml", publicID=HERE)


def _refuse_document_type(data: bytes, name: str) -> None:
    """Raise UnreadableError where XML has one (entities are in it), or is broken or too deep."""
    parser = expat.ParserCreate()
    depth = 0

    def has_document_type(*_told: object) -> NoReturn:
        raise UnreadableError(
            _(
                "{file}, line {line}: XML with a document type (DOCTYPE) is not read. Take that "
                "out, or save it as Turtle."
            ).format(file=name, line=parser.CurrentLineNumber)
        )

    def down(_tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH or len(attributes) > _MAX_ATTRIBUTES:
            raise UnreadableError(_nested(name))

    def up(_tag: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = has_document_type
    parser.StartElementHandler = down
    parser.EndElementHandler = up
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableError(
            _("{file}, line {line}, column {column}: this is no XML.").format(
                file=name, line=error.lineno, column=error.offset + 1
            )
        ) from error


def _nested(name: str) -> str:
    return _("{file} is nested too deep for a list of concepts, or too wide.").format(file=name)
