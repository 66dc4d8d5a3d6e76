from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glossary.compare.edition import edition
from glossary.domain import (
    Agreement,
    CaseAnswer,
    Difference,
    DifferenceKind,
    Lens,
    TermSet,
)
from glossary.store.memory import FileMemory
from glossary.workflow.overview import ranked
from tests.workflow.conftest import TODAY, keten


class Notes:
    """A memory that can be looked into."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, str]] = {}

    def recall(self, set_id: str) -> Mapping[str, str]:
        return self.kept.get(set_id, {})

    def add(self, set_id: str, found: Mapping[str, str]) -> None:
        self.kept[set_id] = {**self.kept.get(set_id, {}), **found}

    def forget(self, set_id: str, besides: Collection[str]) -> None:
        known = self.kept.get(set_id, {})
        self.kept[set_id] = {name: told for name, told in known.items() if name in besides}


def test_a_second_look_compares_nothing_and_says_the_same(
    tmp_path: Path, compared: list[str]
) -> None:
    first = ranked(keten(), TODAY, memory=FileMemory(tmp_path, Path("termsets")))
    assert compared
    compared.clear()
    assert ranked(keten(), TODAY, memory=FileMemory(tmp_path, Path("termsets"))) == first
    assert compared == []
    assert first == ranked(keten(), TODAY)
    assert any(row.signals for row in first)


def _changes() -> Mapping[str, TermSet]:
    """The set with one thing changed that the comparison of "kwaliteit" depends on."""
    old = keten()
    term = old.terms["kwaliteit"]
    noord = next(partner for partner in old.partners.values() if partner.meaning_of(term.id))
    definition = noord.definitions[term.id]

    def with_term(**fields: Any) -> TermSet:
        terms = {**old.terms, term.id: replace(term, **fields)}
        return replace(old, vocabulary=replace(old.vocabulary, terms=terms))

    def with_noord(**fields: Any) -> TermSet:
        return replace(old, partners={**old.partners, noord.id: replace(noord, **fields)})

    def with_definition(**fields: Any) -> TermSet:
        changed = replace(definition, **fields)
        return with_noord(definitions={**noord.definitions, term.id: changed})

    case = term.cases[0]
    difference = Difference((noord.id,), DifferenceKind.MEASURE, "Wie telt?")
    return {
        "meaning": with_definition(meaning="Iets heel anders."),
        "lens": with_definition(lenses=(term.lenses[0].id,)),
        "answer": with_noord(cases={term.id: {case.id: CaseAnswer.DEPENDS}}),
        "cues": with_term(lenses=(*term.lenses, Lens("nieuw", "Nieuw", ("fout",)))),
        "case": with_term(cases=(replace(case, text="Een ander geval."), *term.cases[1:])),
        "label": with_term(label="goede zorg"),
        "named": replace(old, agreements={term.id: Agreement(term.id, differences=(difference,))}),
        "language": replace(old, vocabulary=replace(old.vocabulary, language="en")),
    }


@pytest.mark.parametrize("change", _changes())
def test_whatever_the_comparison_depends_on_is_compared_again(
    change: str, compared: list[str]
) -> None:
    notes = Notes()
    ranked(keten(), TODAY, memory=notes)
    compared.clear()
    changed = _changes()[change]
    assert ranked(changed, TODAY, memory=notes) == ranked(changed, TODAY)
    assert changed.terms["kwaliteit"].label in compared


def test_only_the_term_that_changed_is_compared_again(compared: list[str]) -> None:
    notes = Notes()
    ranked(keten(), TODAY, memory=notes)
    compared.clear()
    ranked(_changes()["meaning"], TODAY, memory=notes)
    assert compared == ["kwaliteit"]


def test_another_edition_of_the_program_compares_anew(
    compared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = Notes()
    ranked(keten(), TODAY, memory=notes)
    compared.clear()
    monkeypatch.setattr("glossary.workflow.remembering.edition", lambda: f"{edition()} and more")
    ranked(keten(), TODAY, memory=notes)
    assert compared


def test_work_that_is_broken_off_is_not_lost(compared: list[str]) -> None:
    notes = Notes()

    def stop(done: int, _terms: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ranked(keten(), TODAY, stop, memory=notes)
    begun = list(compared)
    compared.clear()
    ranked(keten(), TODAY, memory=notes)
    assert begun
    assert set(begun).isdisjoint(compared)


@pytest.mark.parametrize(
    "spoilt",
    [
        *(
            "",
            "{",
            "[" * 100_000,
            "null",
            "1",
            "0.5\n[]",
            "0.5\n[]\n[1, 2, 3]",
            "?\n[]\n[{}, {}, {}]",
        ),
        *('0.5\n[["contrast"]]\n[{}, {}, {}]', '0.5\n[]\n[{}, {}, {"a": "?"}]'),
        *(
            '0.5\n[["?", 1, "a", "b", [], 1, 2]]\n[{}, {}, {}]',
            '0.5\n[]\n[{"a": [3, 1, 0]}, {}, {}]',
            "0.5\n[]\n" + "[" * 100_000,
        ),
    ],
)
def test_a_spoilt_memory_is_compared_again(spoilt: str, compared: list[str]) -> None:
    notes = Notes()
    found = ranked(keten(), TODAY, memory=notes)
    notes.kept = {key: dict.fromkeys(each, spoilt) for key, each in notes.kept.items()}
    compared.clear()
    assert ranked(keten(), TODAY, memory=notes) == found
    assert compared
