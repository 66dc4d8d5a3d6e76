from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import Definition, TermSet, Vocabulary, normalise
from glossary.store.folder import FolderStore
from glossary.workflow.import_rows import ImportPlan, Row, apply_import, plan_import
from glossary.workflow.ports import Store
from tests.memory_store import MemoryStore
from tests.workflow.conftest import keten
from tests.workflow.rows import incoming, row


def _rows(*rows: tuple[str, ...]) -> list[Row]:
    return [row(line, *texts) for line, texts in enumerate(rows, 2)]


def _lines(plan: ImportPlan) -> dict[str, list[int]]:
    return {
        "new": [one.place.order for one in plan.new_definitions],
        "identical": [one.place.order for one in plan.identical],
        "conflicts": [one.place.order for one in plan.conflicts],
        "unplaced": [one.place.order for one in plan.left_out],
    }


def _imported(store: Store, rows: Sequence[Row], *, overwrite: bool = False) -> TermSet:
    termset = store.load("keten").termset if "keten" in store.sets() else None
    plan = plan_import(termset, incoming(rows))
    apply_import(store, "keten", plan, Vocabulary("Keten", "nl"), overwrite=overwrite)
    return store.load("keten").termset


def test_a_new_set_has_what_the_rows_say(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "termsets")
    rows = _rows(
        ("Aanbesteding", "De procedure.", "wet:BWBR0036675", "Besluit, art. 1"),
        ("aanbesteding", "Een koop.\nIn het groot.", "GGM (Gemeente Delft)"),
        ("Uitvoering", "Het doen.", "WET:bwbr0036675"),
    )
    termset = _imported(store, rows)
    assert (termset.title, termset.language) == ("Keten", "nl")
    assert [(term.id, term.label) for term in termset.terms.values()] == [
        ("aanbesteding", "Aanbesteding"),
        ("uitvoering", "Uitvoering"),
    ]
    law, delft = termset.partners["wet-bwbr0036675"], termset.partners["ggm-gemeente-delft"]
    assert list(termset.partners) == sorted(termset.partners)
    assert (law.name, law.short) == ("wet:BWBR0036675", "0036675")
    assert (delft.name, delft.short) == ("GGM (Gemeente Delft)", "GGM")
    assert law.definitions == {
        "aanbesteding": Definition("De procedure.", source="Besluit, art. 1"),
        "uitvoering": Definition("Het doen."),
    }
    assert delft.definitions == {"aanbesteding": Definition("Een koop.\nIn het groot.")}


def test_an_existing_set_keeps_its_words(store: FolderStore) -> None:
    rows = _rows(
        ("Kwaliteitszorg", "Er gaat  niets fout.", "gemeente noord"),
        ("kwaliteit", "Iets heel anders.", "Zorggroep Delta", "Folder"),
        ("kwaliteit", "Dat kinderen leren.", "school"),
        ("Toegang", "Binnenkomen.", "Huisarts West"),
    )
    plan = plan_import(keten(), incoming(rows))
    assert _lines(plan) == {"new": [4, 5], "identical": [2], "conflicts": [3], "unplaced": []}
    assert list(plan.new_terms) == ["toegang"]
    assert list(plan.new_partners) == ["huisarts-west"]

    termset = _imported(store, rows)
    assert list(termset.terms) == ["kwaliteit", "regie", "draagvlak", "toegang"]
    assert termset.partners["delta"] == keten().partners["delta"]
    assert termset.partners["noord"] == keten().partners["noord"]
    assert termset.partners["school"].meaning_of("kwaliteit") == "Dat kinderen leren."
    assert termset.partners["huisarts-west"].meaning_of("toegang") == "Binnenkomen."


def test_other_words_are_written_only_when_asked(store: FolderStore) -> None:
    rows = _rows(("kwaliteit", "Iets heel anders.", "Zorggroep Delta", "Folder"))
    termset = _imported(store, rows, overwrite=True)
    assert termset.partners["delta"].definitions["kwaliteit"] == Definition(
        "Iets heel anders.", example="Even zitten.", source="Folder"
    )


def test_a_second_definition_is_reported_with_its_line() -> None:
    rows = _rows(
        ("Regie", "Sturen.", "Noord"),
        ("regie", " Sturen. ", "noord"),
        ("REGIE", "Loslaten.", "Noord"),
    )
    plan = plan_import(None, incoming(rows))
    assert _lines(plan) == {"new": [2], "identical": [3], "conflicts": [], "unplaced": [4]}
    assert plan.left_out[0].reason == (
        "“Noord” has another definition of “REGIE” already, on line 2."
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("", "Iets.", "Noord"), "“Term” is empty."),
        (("regie", " ", "Noord"), "“Definition” is empty."),
        (("regie", "Iets.", "\t"), "“Partner” is empty."),
        (
            ("regie", "Iets \x1b[0mraars.", "Noord"),
            "“Definition” holds the invisible character ␛ after “Iets”: remove it.",
        ),
        (
            ("re\u202egie", "Iets.", "Noord"),
            "“Term” holds the invisible character ⟨U+202E⟩ after “re”: remove it.",
        ),
        (
            ("regie", "Iets.", "Noord", "\x00"),
            "“Source” begins with the invisible character ␀: remove it.",
        ),
        (("regie", "a" * 20_001, "Noord"), "“Definition” is longer than 20000 bytes: shorten it."),
    ],
)
def test_a_row_of_no_use_makes_nothing(row: tuple[str, ...], reason: str) -> None:
    plan = plan_import(None, incoming(_rows(row)))
    assert [one.reason for one in plan.left_out] == [reason]
    assert (plan.new_terms, plan.new_partners, plan.new_definitions) == ({}, {}, ())


def test_hostile_names_become_harmless_ids() -> None:
    rows = _rows(
        ("../../etc/passwd", "Een pad.", "CON"),
        ("Ωmega", "Grieks.", "con"),
        ("../../etc/passwd ", "Nog een.", "../.git/hooks/x"),
    )
    plan = plan_import(None, incoming(rows))
    assert list(plan.new_terms) == ["etc-passwd", "mega"]
    assert list(plan.new_partners) == ["con-1", "git-hooks-x"]


_names = st.sampled_from(["Noord", "noord", "Zuid", "Züid", "Ω", "", "a\x00"])
_texts = st.sampled_from(["Een.", " Een. ", "Twee.", "Twee  regels.", "", "\u200b"])


@given(st.lists(st.tuples(_names, _texts, _names), max_size=20))
def test_every_row_is_accounted_for_and_a_second_import_adds_nothing(
    texts: list[tuple[str, str, str]],
) -> None:
    rows = _rows(*texts)
    plan = plan_import(None, incoming(rows))
    lines = [line for found in _lines(plan).values() for line in found]
    assert sorted(lines) == [one.place.order for one in rows]

    store = MemoryStore()
    termset = _imported(store, rows)
    for placed in (*plan.new_definitions, *plan.identical):
        kept = termset.partners[placed.partner].meaning_of(placed.term)
        assert normalise(kept) == normalise(placed.definition.meaning)
    again = plan_import(termset, incoming(rows))
    assert (again.new_terms, again.new_partners) == ({}, {})
    assert (again.new_definitions, again.conflicts) == ((), ())
    assert _lines(again)["unplaced"] == _lines(plan)["unplaced"]
    assert _imported(store, rows) == termset
