"""Take a word out of a set, as long as nobody has written anything about it."""

from dataclasses import replace

from glossary.domain import Partner, RefusedError, Term, TermSet, Vocabulary
from glossary.domain.agreements import Agreement
from glossary.domain.sessions import Session
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.naming import listed, quote
from glossary.workflow.ports import Store


def removable(termset: TermSet, name: str) -> Term:
    """The term, if it may leave.

    Raises NotFoundError for an unknown term, RefusedError where partners wrote about it or the
    group began to talk: their words are not thrown away with the word.
    """
    term = term_of(termset, name)
    writers = [one.name for one in termset.partners.values() if _wrote(one, term.id)]
    if writers:
        raise RefusedError(
            _("{term} stays: {partners} already wrote about it.").format(
                term=quote(term.label), partners=listed(writers)
            )
        )
    if termset.agreement(term.id) != Agreement(term.id):
        raise RefusedError(
            _("{term} stays: the conversation about it has begun.").format(term=quote(term.label))
        )
    return term


def remove_term(store: Store, set_id: str, name: str) -> Term:
    """Take a term out of a set and its agenda. Raises as `removable` does."""
    termset = store.load(set_id).termset
    term = removable(termset, name)

    def without(now: Vocabulary) -> Vocabulary:
        return replace(now, terms={key: one for key, one in now.terms.items() if key != term.id})

    store.update_vocabulary(set_id, without)
    if termset.session is not None and term.id in termset.session.terms:

        def unplanned(now: Session) -> Session:
            return replace(now, terms=tuple(key for key in now.terms if key != term.id))

        store.update_session(set_id, unplanned)
    return term


def _wrote(partner: Partner, term_id: str) -> bool:
    said = (partner.definitions, partner.cases, partner.ratings, partner.positions)
    back = {one.term for one in partner.restatements} | {one.term for one in partner.verdicts}
    return any(term_id in one for one in (*said, back))
