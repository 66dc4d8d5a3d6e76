"""Write the proposed shared wording of a term."""

from dataclasses import replace

from glossary.domain import Agreement, Draft, Phase
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept
from glossary.workflow.words import field_word

_WITH_DRAFT = (Phase.DRAFT, Phase.CONSENT, Phase.CLOSED)


def write_draft(store: Store, set_id: str, term_id: str, draft: Draft) -> Agreement:
    """Save the draft; a changed wording voids every position and brings back the draft phase.

    Texts are kept as typed, apart from white space at their ends; nothing is written when
    nothing changes. Raises NotFoundError for an unknown set or term and RefusedError for a text
    that `typed.accept` refuses.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id)
    accepted = Draft(
        accept(draft.wording, _("Wording")),
        accept(draft.example, field_word("example")),
        accept(draft.counterexample, field_word("counterexample")),
    )

    def change(now: Agreement) -> Agreement:
        same = now.draft.fingerprint == accepted.fingerprint
        phase = now.phase if same and now.phase in _WITH_DRAFT else Phase.DRAFT
        return replace(now, phase=phase, draft=accepted)

    agreement = termset.agreement(term.id)
    if accepted == agreement.draft:
        return agreement
    return store.update_agreement(set_id, term.id, change)
