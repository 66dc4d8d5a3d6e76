"""A set under the headers of the NL-SBB template of Geonovum (sheets Begrippenkaders, Begrippen).

One kader per organisation, and one for what was agreed. Headers are Dutch whatever is spoken:
other programs know them by these. Where the template writes “onderlliggend” so do we.
"""

from collections.abc import Iterator

from glossary.domain import (
    Disposition,
    OutcomeKind,
    Partner,
    Term,
    TermSet,
    visible,
)
from glossary.domain.phases import objections_of
from glossary.formats.cell_texts import join_names
from glossary.formats.tables import Table, said
from glossary.workflow.words import field_word

KADERS = ("#", "URI", "naam", "uitleg", "heeft topbegrip", "bron")
BEGRIPPEN = (
    *("#", "URI", "voorkeursterm", "definitie", "naam", "alternatieve term", "zoekterm", "uitleg"),
    *("code", "in kader", "heeft onderlliggend begrip", "heeft bovenliggend begrip"),
    *("is exemplaar van", "is gerelateerd aan", "heeft overeenkomstig bovenliggend"),
    *("heeft overeenkomstig onderliggend", "is exact overeenkomstig", "is vrijwel overeenkomstig"),
    *("is overeenkomstig verwant", "is specialisatie van", "is generalisatie van"),
    *("is onderdeel van", "omvat", "is categorie van", "voorbeeld", "wijzigingsnotitie"),
    *("redactionele notitie", "historie notitie", "toelichting", "heeft bron"),
)
_NOTES = ("counterexample", "belief", "interest", "as_partner")


def concepts(termset: TermSet) -> Table:
    """The sheet Begrippen: every definition in the kader of who gave it, agreed ones in the set's.

    An agreed wording has the objections that stand beside it.
    """
    rows = (*_own(termset), *_agreed(termset))
    numbered = ({"#": str(number), **row} for number, row in enumerate(rows, 1))
    cells = [tuple(visible(row.get(name, "")) for name in BEGRIPPEN) for row in numbered]
    return Table(BEGRIPPEN, cells)


def schemes(termset: TermSet) -> Table:
    """The sheet Begrippenkaders: the organisations that said something, and the set."""
    speak = {row["in kader"] for row in _own(termset)}
    rows = [(name, "") for one in termset.partners.values() if (name := one.name) in speak]
    if any(True for _row in _agreed(termset)):
        rows.append((termset.title, termset.vocabulary.about))
    cells = [
        (str(number), "", visible(name), visible(about), "", "")
        for number, (name, about) in enumerate(rows, 1)
    ]
    return Table(KADERS, cells)


def _own(termset: TermSet) -> Iterator[dict[str, str]]:
    for partner in termset.partners.values():
        for term in termset.terms.values():
            if not partner.meaning_of(term.id).strip():
                continue
            definition = said(termset, partner, term)
            if definition.meaning.strip():
                yield {
                    **_concept(term, definition.meaning, partner.name),
                    "voorbeeld": definition.example,
                    "toelichting": _notes(termset, partner, term),
                    "heeft bron": definition.source,
                }


def _agreed(termset: TermSet) -> Iterator[dict[str, str]]:
    for term in termset.terms.values():
        agreement = termset.agreement(term.id)
        outcome = agreement.outcome
        if outcome is None or outcome.kind is not OutcomeKind.SHARED:
            continue
        stand = [one for one in objections_of(agreement) if _stands(one.disposition)]
        names = {key: one.name for key, one in termset.partners.items()}
        yield {
            **_concept(term, agreement.draft.wording, termset.title),
            "voorbeeld": agreement.draft.example,
            "redactionele notitie": "\n".join(
                f"{names.get(one.partner, one.partner)}: {one.text}" for one in stand
            ),
            "wijzigingsnotitie": outcome.date.isoformat() if outcome.date else "",
        }


def _stands(disposition: Disposition) -> bool:
    return disposition in (Disposition.OPEN, Disposition.SUSTAINED)


def _concept(term: Term, definition: str, scheme: str) -> dict[str, str]:
    return {
        "voorkeursterm": term.label,
        "definitie": definition,
        "alternatieve term": join_names(term.variants),
        "uitleg": term.why,
        "in kader": scheme,
    }


def _notes(termset: TermSet, partner: Partner, term: Term) -> str:
    """What the template has no column for, each with what it is."""
    definition = said(termset, partner, term)
    texts = ((field_word(field), getattr(definition, field)) for field in _NOTES)
    return "\n".join(f"{name}: {text}" for name, text in texts if text.strip())
