"""Write the proposed shared wording of a term."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from glossary.domain import Agreement, Draft, Phase
from glossary.domain.phases import with_objections
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.meanwhile import merged_texts
from glossary.workflow.outcomes import fresh_objections
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept
from glossary.workflow.words import field_word

_WITH_DRAFT = (Phase.DRAFT, Phase.CONSENT, Phase.CLOSED)


def write_draft(
    store: Store, set_id: str, term_id: str, draft: Draft, *, seen: Draft | None = None
) -> Agreement:
    """Save the texts of a draft.

    A changed wording voids every position and brings back the draft phase; objections to the
    wording that it was are kept.

    Texts are kept as typed, apart from white space at their ends; nothing is written when
    nothing changes. With `seen`, the draft when somebody began to type, what others wrote in it
    since is not overwritten.

    Raises NotFoundError for an unknown set or term, RefusedError for a text that `typed.accept`
    refuses, and ClashError for one that others wrote in since it was `seen`.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id)
    texts: dict[str, Any] = {  # `replace` cannot know that all of these are text
        "wording": accept(draft.wording, _("Wording")),
        "example": accept(draft.example, field_word("example")),
        "counterexample": accept(draft.counterexample, field_word("counterexample")),
    }
    objections = fresh_objections(termset, term.id)

    def change(now: Agreement) -> Agreement:
        new = texts
        if seen is not None:
            new = merged_texts(_of(seen, texts), _of(now.draft, texts), texts)
        written = replace(now.draft, **new)
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


def _of(draft: Draft, fields: Iterable[str]) -> dict[str, str]:
    return {field: getattr(draft, field) for field in fields}
