"""200 texts that would be statements, addresses or controls in Turtle or JSON-LD, read back."""

from collections.abc import Callable
from itertools import product

import pytest
from rdflib import SKOS, Graph, Literal

from glossary.domain import has_unseen
from tests.faults import times
from tests.formats.exporting import exported
from tests.formats.sample import TODAY
from tests.formats.test_markdown_any_text import with_text
from tests.hostile import PAYLOADS

pytestmark = pytest.mark.faults

_HARM = (
    *('" . <urn:x> <urn:y> "z', '""" . <urn:x> a <urn:y> . """', "\\", '\\"', "'''", "\\u0022"),
    *('"@en , "x', '"^^<urn:t>', "> . <urn:x>", "# rest", "@prefix x: <urn:x> .", "<> a <> ."),
    *('", "@id": "urn:x", "y": "', '"}]}', "@context", "_:b0", "<script>alert(1)</script>"),
    *("\n. \n", "{ } ( ) [ ]", "\\N{BULLET} %22 &quot;", "\U000e0041\u2028\u0085"),
)
_WAYS = ("{}", "Wij bedoelen {} en niets.", "\n{}\n", '"{}"', "{}\\")
TEXTS = list(dict.fromkeys(way.format(one) for way, one in product(_WAYS, (*_HARM, *PAYLOADS))))
_PARSED = {"skos": "turtle", "jsonld": "json-ld"}


def _read(name: str, text: str) -> tuple[str, Graph]:
    written = exported(name, with_text(text), TODAY)
    return written, Graph().parse(data=written, format=_PARSED[name])


@pytest.mark.parametrize("name", _PARSED)
def test_no_text_is_more_than_text(name: str, figure: Callable[[str], None]) -> None:
    assert len(TEXTS) >= 200
    plain = _read(name, "woord")[1]
    texts = TEXTS[:: times(6, 1)]
    for text in texts:
        written, graph = _read(name, text)
        assert not has_unseen(written), text
        assert set(graph.subjects()) == set(plain.subjects()), text
        assert set(graph.predicates()) == set(plain.predicates()), text
        kept = f"x {text}".encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        assert (None, SKOS.definition, Literal(kept, lang="nl")) in graph, text
    figure(f"{name}: {len(texts)} texts in an export: 0 statements of theirs, each read back")
