"""What there is to read about a term before anybody has said what it means."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from glossary.domain import Term, TermSet, one_line
from glossary.locale import gettext as _


class Fact(NamedTuple):
    """What it is that is said, in the reader's language, and what is said of it."""

    what: str
    text: str


def term_facts(termset: TermSet, term: Term) -> Iterator[Fact]:
    """What the facilitator wrote about a term, and which partners have not said what it means."""
    said = termset.meanings(term.id)
    silent = (partner.name for key, partner in termset.partners.items() if key not in said)
    found = (
        Fact(_("Why it is loaded"), term.why),
        *(Fact(_("Question"), question) for question in term.questions),
        *(Fact(_("Boundary case"), case.text) for case in term.cases),
        Fact(_("Not answered yet"), _listed(silent)),
        Fact(_("Lenses"), _listed(lens.label for lens in term.lenses)),
        Fact(_("Translation"), term.translation),
        Fact(_("Also called"), _listed(term.variants)),
    )
    return (Fact(fact.what, one_line(fact.text)) for fact in found if fact.text.strip())


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(map(one_line, texts))
