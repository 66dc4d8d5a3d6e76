"""Write the proposed shared wording of a term."""

from dataclasses import replace

from glossary.domain import Agreement, Draft, Phase
from glossary.domain.phases import with_objections
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.outcomes import fresh_objections
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept
from glossary.workflow.words import field_word

_WITH_DRAFT = (Phase.DRAFT, Phase.CONSENT, Phase.CLOSED)


def write_draft(store: Store, set_id: str, term_id: str, draft: Draft) -> Agreement:
    """Save the texts of a draft.

    A changed wording voids every position and brings back the draft phase; objections to the
    wording that it was are kept.

    Texts are kept as typed, apart from white space at their ends; nothing is written when
    nothing changes. Raises NotFoundError for an unknown set or term and RefusedError for a text
    that `typed.accept` refuses.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id)
    wording = accept(draft.wording, _("Wording"))
    example = accept(draft.example, field_word("example"))
    counterexample = accept(draft.counterexample, field_word("counterexample"))

    objections = fresh_objections(termset, term.id)

    def change(now: Agreement) -> Agreement:
        written = replace(
            now.draft, wording=wording, example=example, counterexample=counterexample
        )
        if written == now.draft:
            return now
        same = now.draft.fingerprint == written.fingerprint
        phase = now.phase if same and now.phase in _WITH_DRAFT else Phase.DRAFT
        kept = now if same else with_objections(now, objections)
        return replace(kept, phase=phase, draft=written)

    agreement = termset.agreement(term.id)
    if change(agreement) == agreement:
        return agreement
    return store.update_agreement(set_id, term.id, change)
