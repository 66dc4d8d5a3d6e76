"""Record where a partner stands on the draft as it is worded now."""

import datetime as dt
from dataclasses import replace

from glossary.domain import Partner, Position, RefusedError, Stand, fresh_positions
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.meanwhile import refuse_unseen
from glossary.workflow.naming import quote
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept

# How a position came in that a phone of the partner sent; see `defining.FACILITATOR` for one
# that was entered on the laptop of a session.
PHONE = "phone"


def take_position(
    store: Store,
    set_id: str,
    term_id: str,
    partner_id: str,
    stand: Stand,
    reason: str,
    today: dt.date,
    *,
    seen: str | None = None,
    entered_by: str = "",
) -> Partner:
    """Save a partner's stand on the current draft; one on another wording becomes a past one.

    `seen` is the fingerprint of the draft that somebody looks at: nobody consents to another one.
    `entered_by` says by whom or what it came in. Nothing is written when the same stand on the
    same wording stood there, whoever entered it.

    Raises NotFoundError for an unknown set, term or partner, RefusedError when there is no draft
    or no longer the one that was `seen`, when a concern or an objection comes without its reason,
    and for a reason that `typed.accept` refuses.
    """
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)
    draft = termset.agreement(term.id).draft.fingerprint
    if draft is None:
        raise RefusedError(
            _("{term} has no draft yet. Write one; then partners can take a position.").format(
                term=quote(term.label)
            )
        )
    refuse_unseen(draft, seen)
    position = Position(draft, stand, accept(reason, _("Reason")), today, entered_by)
    if stand.needs_reason and not position.reason:
        raise RefusedError(_without_reason(stand))
    old = partner.positions.get(term.id)
    if old is not None and replace(old, date=today, entered_by=entered_by) == position:
        return partner
    return store.update_partner(set_id, partner.id, lambda now: now.standing(term.id, position))


def withdraw_position(store: Store, set_id: str, term_id: str, partner_id: str) -> Partner:
    """Take back where a partner stands on the current draft, as if it was not asked yet.

    What it said in earlier rounds stays known. Raises NotFoundError for an unknown set, term or
    partner, RefusedError when it has no position on the draft as it is worded now.
    """
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)
    if partner.id not in fresh_positions(termset, term.id):
        raise RefusedError(
            _("{partner} has no position on the present draft of {term}.").format(
                partner=quote(partner.name), term=quote(term.label)
            )
        )

    def change(now: Partner) -> Partner:
        positions = {key: one for key, one in now.positions.items() if key != term.id}
        return replace(now, positions=positions)

    return store.update_partner(set_id, partner.id, change)


def _without_reason(stand: Stand) -> str:
    if stand is Stand.OBJECTION:
        return _("An objection needs its reason: say what goes wrong with this wording.")
    return _("A concern needs its reason: say what you are worried about.")
