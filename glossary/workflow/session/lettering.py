"""Letters that were seen in the place of names stay with their partners."""

from dataclasses import replace
from functools import partial

from glossary.domain import Agreement, TermSet
from glossary.domain.visibility import letter_order
from glossary.workflow.ports import Store


def keep_letters(store: Store, seen: TermSet) -> bool:
    """Write down the letters of partners that joined since the reveal; whether that was needed.

    `seen` is the set before yet another one joins, whose place between them is not known.
    """
    found = False
    for term, agreement in seen.agreements.items():
        order = letter_order(seen, term)
        fixed = agreement.letters or agreement.order
        if agreement.revealed is None or set(order) <= set(fixed):
            continue
        store.update_agreement(seen.id, term, partial(_lettered, order))
        found = True
    return found


def _lettered(order: tuple[str, ...], agreement: Agreement) -> Agreement:
    return replace(agreement, letters=order)
