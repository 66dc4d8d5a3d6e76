import datetime as dt

import pytest

from glossary.domain import Case, Definition, Lens, Partner, Term, TermSet, Vocabulary
from tests.memory_store import MemoryStore

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
def store() -> MemoryStore:
    return MemoryStore(keten())
