"""Write down what one partner means by a term."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from glossary.domain import TEXT_FIELDS, Definition, Partner, RefusedError
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.meanwhile import merged_texts
from glossary.workflow.naming import listed, quote
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept
from glossary.workflow.words import field_word

# Who typed a definition that the facilitator wrote down for somebody in the room.
FACILITATOR = "facilitator"


def define(
    store: Store,
    set_id: str,
    term_id: str,
    partner_id: str,
    fields: Mapping[str, str],
    today: dt.date,
    *,
    entered_by: str = "",
    seen: Mapping[str, str] | None = None,
) -> Partner:
    """Save these fields (from `TEXT_FIELDS`) of a partner's definition; others stay as they are.

    Texts are kept as typed, apart from white space at their ends. A definition of which every
    field is emptied is withdrawn. Nothing is written, and `updated` stays, when nothing changes.
    `entered_by` says who typed it in the name of the partner, "" for the partner itself. With
    `seen`, what the fields held when somebody began to type, what others wrote in them since is
    not overwritten.

    Raises NotFoundError for an unknown set, term or partner, RefusedError for an unknown field,
    a definition without its meaning and a text that `typed.accept` refuses, and ClashError for
    one that others wrote in since it was `seen`.
    """
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)
    texts = {field: _accepted(field, text) for field, text in fields.items()}

    def change(now: Partner) -> Partner:
        old = now.definitions.get(term.id, Definition(""))
        held = {field: getattr(old, field) for field in texts}
        new = texts if seen is None else merged_texts(seen, held, texts)
        return _with_texts(now, term.id, new, today, entered_by)

    if change(partner) == partner:
        return partner
    return store.update_partner(set_id, partner.id, change)


def attribute(store: Store, set_id: str, term_id: str, partner_id: str, entered_by: str) -> Partner:
    """Say who typed a partner's definition as it stands; "" says that the partner did.

    Nothing is written when nothing changes, or while there is no definition. Raises
    NotFoundError for an unknown set, term or partner.
    """
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)

    def change(now: Partner) -> Partner:
        definition = now.definitions.get(term.id)
        if definition is None:
            return now
        written = replace(definition, entered_by=entered_by)
        return replace(now, definitions=dict(now.definitions) | {term.id: written})

    if change(partner) == partner:
        return partner
    return store.update_partner(set_id, partner.id, change)


def _accepted(field: str, text: str) -> str:
    if field not in TEXT_FIELDS:
        raise RefusedError(
            _("A definition has no field {field}. Its fields are {fields}.").format(
                field=quote(field), fields=listed(TEXT_FIELDS)
            )
        )
    return accept(text, field_word(field))


def _with_texts(
    partner: Partner, term: str, texts: Mapping[str, str], today: dt.date, entered_by: str
) -> Partner:
    old = partner.definitions.get(term, Definition(""))
    changes: dict[str, Any] = dict(texts)  # `replace` cannot know that all of these are text
    new = replace(old, **changes)
    if new == old and term in partner.definitions:
        return partner
    if new.meaning:
        written = replace(new, updated=today, entered_by=entered_by)
        definitions = dict(partner.definitions) | {term: written}
        return replace(partner, definitions=definitions)
    if term in partner.definitions and not any(getattr(new, field) for field in TEXT_FIELDS):
        others = {key: value for key, value in partner.definitions.items() if key != term}
        return replace(partner, definitions=others)
    raise RefusedError(
        _("The meaning is empty: {partner} has to say first what it means by this word.").format(
            partner=quote(partner.name)
        )
    )
