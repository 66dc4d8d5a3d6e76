"""What the group does with an objection: taken over, talked about, or left standing."""

from dataclasses import replace

from glossary.domain import Agreement, Disposition, Objection, RefusedError
from glossary.domain.phases import disposed
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.naming import quote
from glossary.workflow.outcomes import fresh_objections
from glossary.workflow.ports import Store


def dispose(
    store: Store,
    set_id: str,
    term_id: str,
    partner_id: str,
    disposition: Disposition,
    on: str = "",
) -> Agreement:
    """Keep what became of a partner's objection to the wording with fingerprint `on`.

    Without `on` it is the objection to the wording as it is now. Raises NotFoundError for an
    unknown set, term or partner, RefusedError where the partner made no such objection.
    """
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)
    agreement = termset.agreement(term.id)
    wording = on or agreement.draft.fingerprint
    made = (*agreement.objections, *fresh_objections(termset, term.id))
    found = next((one for one in made if (one.partner, one.on) == (partner.id, wording)), None)
    if found is None:
        raise RefusedError(
            _("{partner} has no objection to this wording.").format(partner=quote(partner.name))
        )
    settled: Objection = replace(found, disposition=disposition)
    return store.update_agreement(set_id, term.id, lambda now: disposed(now, settled))
