"""From which angle a partner means a term: its words suggest it, and the partner confirms it."""

from collections.abc import Sequence
from dataclasses import replace

from glossary.compare import compare
from glossary.domain import NotFoundError, Partner, RefusedError, TermSet
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.naming import quote
from glossary.workflow.ports import Store


def suggested_lens(termset: TermSet, term_id: str, text: str) -> str:
    """Id of the lens of a term that the words of `text` draw it to most.

    Empty where no word of a lens is in it, and for a term without lenses of its own. Raises
    NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id)
    if not term.lenses or not text.strip():
        return ""
    # Word vectors take a second to load, and only lenses whose own words are there count here.
    found = compare(
        {"": text},
        language=termset.language,
        term=term.label,
        lenses=term.lenses,
        vectors=False,
    )
    weights = found.lenses[""]
    strongest = min(weights, key=lambda lens: (-weights[lens].weight, lens), default="")
    return strongest if strongest and weights[strongest].cues else ""


def confirm_lenses(
    store: Store, set_id: str, term_id: str, partner_id: str, lenses: Sequence[str]
) -> Partner:
    """Keep the ids of the lenses that a partner says it speaks from; none takes that back.

    Nothing is written when nothing changes. Raises NotFoundError for an unknown set, term,
    partner or lens, and RefusedError for a partner that has not said yet what it means.
    """
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)
    known = {lens.id for lens in term.lenses}
    unknown = next((lens for lens in lenses if lens not in known), None)
    if unknown is not None:
        raise NotFoundError(
            _("{term} has no lens {lens}.").format(term=quote(term.label), lens=quote(unknown))
        )
    require_meaning(termset, term.id, partner.id)
    chosen = tuple(dict.fromkeys(lenses))

    def change(now: Partner) -> Partner:
        definition = now.definitions.get(term.id)
        if definition is None:
            return now
        with_lenses = replace(definition, lenses=chosen)
        return replace(now, definitions=dict(now.definitions) | {term.id: with_lenses})

    if change(partner) == partner:
        return partner
    return store.update_partner(set_id, partner.id, change)


def require_meaning(termset: TermSet, term_id: str, partner_id: str) -> None:
    """Raise RefusedError for a partner that has not said yet what it means: nothing has a lens.

    Raises NotFoundError for an unknown term or partner.
    """
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)
    if term.id not in partner.definitions:
        raise RefusedError(
            _("{partner} has not said yet what it means by {term}.").format(
                partner=quote(partner.name), term=quote(term.label)
            )
        )
