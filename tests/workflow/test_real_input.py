"""Hundreds of organisations and thousands of rows, as bodies publish them."""

from pathlib import Path

import pytest

from glossary.domain import Vocabulary, normalise
from glossary.domain.cells import cell_len
from glossary.formats.headers import Columns
from glossary.formats.registry import IMPORTERS
from glossary.store.folder import FolderStore
from glossary.workflow.import_rows import apply_import, plan_import
from glossary.workflow.overview import ranked, rows
from tests.workflow.conftest import TODAY

_DATA = Path(__file__).parents[3] / "shared" / "data" / "multi_org"

pytestmark = pytest.mark.skipif(not _DATA.is_dir(), reason=f"no real input: {_DATA} is absent")


@pytest.mark.parametrize(
    ("language", "count", "terms", "partners"),
    [("nl", 1_775, 400, 762), ("en", 5_482, 1_438, 215)],
)
def test_nothing_of_a_real_table_is_lost_silently(
    tmp_path: Path, language: str, count: int, terms: int, partners: int
) -> None:
    table = IMPORTERS["csv"].read(_DATA / f"{language}_multi_org.tsv", Columns())
    plan = plan_import(None, table)
    assert (len(table.rows), table.left_out) == (count, ())
    assert (len(plan.new_terms), len(plan.new_partners)) == (terms, partners)
    assert count == len(plan.new_definitions) + len(plan.identical) + len(plan.left_out)
    assert all(
        "has another definition of" in one.reason or "invisible character" in one.reason
        for one in plan.left_out
    )

    store = FolderStore(tmp_path)
    apply_import(store, "bron", plan, Vocabulary("Bron", language))
    loaded = store.load("bron")
    assert loaded.findings == ()
    for placed in plan.new_definitions:
        kept = loaded.termset.partners[placed.partner].meaning_of(placed.term)
        assert normalise(kept) == normalise(placed.definition.meaning)

    shorts = [one.short_name for one in loaded.termset.partners.values()]
    assert len({short.casefold() for short in shorts}) == partners
    assert max(map(cell_len, shorts)) <= 8

    again = plan_import(loaded.termset, table)
    assert (again.new_terms, again.new_partners) == ({}, {})
    assert (again.new_definitions, again.conflicts) == ((), ())


def test_a_real_set_is_ranked_with_reasons(tmp_path: Path) -> None:
    table = IMPORTERS["csv"].read(_DATA / "nl_multi_org.tsv", Columns())
    store = FolderStore(tmp_path)
    apply_import(store, "bron", plan_import(None, table), Vocabulary("Bron", "nl"))
    termset = store.load("bron").termset
    found = ranked(termset, TODAY)
    assert {row.id for row in found} == {row.id for row in rows(termset, TODAY)}
    attention = [row.attention or 0.0 for row in found]
    assert attention == sorted(attention, reverse=True)
    assert all(row.signals for row in found if (row.attention or 0.0) > 0.1)
    assert sum(bool(row.signals) for row in found) > 300
