"""Exports hold to NL-SBB: no violation of its shapes.

GLOSSARY_NLSBB_SHAPES names a file with the official ones; otherwise our own, in shapes/, count.
"""

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from pyshacl import validate
from rdflib import RDF, SKOS, Graph
from rdflib.namespace import SH

from glossary.domain import TermSet
from glossary.store.folder import FolderStore
from tests.faults import times
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.sets import termsets

_OWN = Path(__file__).parent / "shapes" / "nl_sbb.ttl"
_SHAPES = Path(os.environ.get("GLOSSARY_NLSBB_SHAPES") or _OWN)
_TERMSETS = Path(__file__).parents[2] / "termsets"


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(_SHAPES, format="turtle")


def graph_of(termset: TermSet) -> Graph:
    return Graph().parse(data=exported("skos", termset, TODAY), format="turtle")


def violations(graph: Graph, shapes: Graph) -> Counter[str]:
    """What is violated, by path; warnings are counted apart, for a flag of the library does not."""
    _conforms, report, _text = validate(graph, shacl_graph=shapes)
    found = report.subjects(SH.resultSeverity, SH.Violation)
    return Counter(str(report.value(one, SH.resultPath)) for one in found)


def test_the_sample_violates_nothing(shapes: Graph) -> None:
    assert violations(graph_of(SAMPLE), shapes) == {}


@pytest.mark.parametrize("name", ["demo", "demo-en"])
def test_what_comes_with_the_program_violates_nothing(name: str, shapes: Graph) -> None:
    termset = FolderStore(_TERMSETS).load(name).termset
    assert violations(graph_of(termset), shapes) == {}


@settings(max_examples=times(5, 1_000), deadline=None)
@given(termset=termsets())
def test_no_set_violates_anything(shapes: Graph, termset: TermSet) -> None:
    assert violations(graph_of(termset), shapes) == {}


def test_the_shapes_see_what_is_missing(shapes: Graph) -> None:
    graph = graph_of(SAMPLE)
    concept = next(graph.subjects(RDF.type, SKOS.Concept))
    graph.remove((concept, SKOS.definition, None))
    assert violations(graph, shapes) == {str(SKOS.definition): 1}
