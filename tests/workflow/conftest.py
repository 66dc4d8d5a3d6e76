import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from glossary.compare import compare
from glossary.domain import Case, Definition, Lens, Partner, Term, TermSet, Vocabulary
from glossary.store.folder import FolderStore
from glossary.workflow.ports import Store

TODAY = dt.date(2026, 11, 23)


def keten() -> TermSet:
    """A set with three partners, of which two say what they mean by "kwaliteit"."""
    terms = (
        Term(
            "kwaliteit",
            "kwaliteit",
            variants=("kwaliteiten", "kwaliteitszorg"),
            lenses=(Lens("foutloos", "Er gaat niets mis", ("fout", "incident")),),
            cases=(Case("te-laat", "Het klopt, maar kwam twee weken te laat."),),
        ),
        Term("regie", "regie"),
        Term("draagvlak", "draagvlak"),
    )
    partners = (
        Partner(
            "delta",
            "Zorggroep Delta",
            "Delta",
            {"kwaliteit": Definition("Dat iemand aandacht krijgt.", example="Even zitten.")},
        ),
        Partner(
            "noord",
            "Gemeente Noord",
            "Noord",
            {"kwaliteit": Definition("Er gaat niets fout.", lenses=("foutloos",))},
        ),
        Partner("school", "School De Brug", "De Brug"),
    )
    return TermSet(
        "keten",
        Vocabulary("Kwaliteit in de keten", "nl", terms={term.id: term for term in terms}),
        {partner.id: partner for partner in partners},
    )


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    found = FolderStore(tmp_path / "termsets")
    found.create(keten())
    return found


def files(store: Store) -> dict[Path, tuple[bytes, int]]:
    """Every file of a store with its content and the moment of its last change."""
    found = sorted(path for path in store.folder.rglob("*") if path.is_file())
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The terms that were really compared, in turn."""
    terms: list[str] = []

    def listening(*args: Any, **asked: Any) -> Any:
        terms.append(asked["term"])
        return compare(*args, **asked)

    monkeypatch.setattr("glossary.workflow.comparing.compare", listening)
    return terms
