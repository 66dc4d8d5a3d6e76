"""What goes out in a format comes back, apart from what the format says that it leaves out."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from glossary.domain import TermSet, Vocabulary
from glossary.formats.headers import Columns
from glossary.formats.parts import Part
from glossary.formats.registry import EXPORTERS, IMPORTERS
from glossary.workflow.import_rows import apply_import, copy_set, plan_import
from tests.faults import times
from tests.formats.exporting import exported_bytes
from tests.formats.parts import named, without
from tests.formats.sample import TODAY
from tests.formats.sets import termsets
from tests.memory_store import MemoryStore

BOTH = [name for name in EXPORTERS if name in IMPORTERS]


def brought_back(name: str, data: bytes, like: TermSet) -> TermSet:
    """The set that an import into a new set makes, as `glossary import` does it.

    What a format does not tell of title and language somebody gives on the command line.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"keten{EXPORTERS[name].suffix}"
        path.write_bytes(data)
        incoming = IMPORTERS[name].read(path, Columns())
    assert (incoming.left_out, incoming.remarks) == ((), ())
    store = MemoryStore()
    if incoming.whole is not None:
        copy_set(store, like.id, incoming.whole)
    else:
        plan = plan_import(None, incoming)
        assert (plan.left_out, plan.identical, plan.conflicts) == ((), (), ())
        title, language = incoming.title or like.title, incoming.language or like.language
        apply_import(store, like.id, plan, Vocabulary(title, language, incoming.about))
    return store.load(like.id).termset


def expected(name: str, termset: TermSet) -> TermSet:
    """What is left of a set; a short name that is lost is thought of again."""
    return without(termset, EXPORTERS[name].leaves_out)


@pytest.mark.faults
@pytest.mark.parametrize("name", BOTH)
@settings(max_examples=times(50, 10_000))
@given(termset=termsets())
def test_nothing_is_lost_that_a_format_can_carry(name: str, termset: TermSet) -> None:
    back = brought_back(name, exported_bytes(name, termset, TODAY), termset)
    if Part.SHORT_NAMES in EXPORTERS[name].leaves_out:
        back = without(back, [Part.SHORT_NAMES])
    assert named(back) == named(expected(name, termset))


@settings(max_examples=20)
@given(termset=termsets())
def test_every_part_can_be_taken_out_and_nothing_else_is_left(termset: TermSet) -> None:
    bare = without(termset, list(Part))
    assert without(bare, list(Part)) == bare
    told = named(bare)
    assert list(told["agreements"]) == []
    assert {name: one["definitions"] for name, one in told["partners"].items()} == {
        one.name: {
            termset.terms[key].label: {**_EMPTY, "meaning": definition.meaning}
            for key, definition in one.definitions.items()
        }
        for one in termset.partners.values()
        if one.definitions
    }


_EMPTY: dict[str, object] = {
    **dict.fromkeys(("belief", "interest", "example", "counterexample", "as_partner"), ""),
    "lenses": [],
    "source": "",
    "updated": None,
    "entered_by": "",
}
