"""What people name as a difference: between whom, of which kind, in a sentence."""

from collections.abc import Sequence

from glossary.domain import Agreement, Difference, DifferenceKind, RefusedError
from glossary.domain.phases import with_difference, without_difference
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.naming import quote
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept_name


def name_difference(
    store: Store,
    set_id: str,
    term_id: str,
    between: Sequence[str],
    kind: DifferenceKind,
    note: str,
) -> Agreement:
    """Keep a difference that people named.

    One of the same kind between the same partners is replaced. Raises NotFoundError for an
    unknown set, term or partner; RefusedError for fewer than two partners, for an empty note
    or one that `typed.accept` refuses, and for a term that is not revealed yet.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id)
    who = tuple(dict.fromkeys(partner_of(termset, one).id for one in between))
    if len(who) < 2:
        raise RefusedError(_("A difference is between two partners or more: choose them."))
    if is_blind(termset, term.id):
        raise RefusedError(
            _("{term} is not revealed yet, so nobody can see a difference.").format(
                term=quote(term.label)
            )
        )
    named = Difference(who, kind, accept_name(note, _("Difference")))
    return store.update_agreement(set_id, term.id, lambda now: with_difference(now, named))


def drop_difference(store: Store, set_id: str, term_id: str, difference: Difference) -> Agreement:
    """Take a named difference back. Raises NotFoundError for an unknown set or term."""
    term = term_of(store.load(set_id).termset, term_id)
    return store.update_agreement(set_id, term.id, lambda now: without_difference(now, difference))
