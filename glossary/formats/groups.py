"""A set as catalogues see it: what each organisation says, and what they share."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from glossary.domain import (
    Definition,
    Disposition,
    Draft,
    Partner,
    RefusedError,
    Status,
    Term,
    TermSet,
    status_of,
)
from glossary.domain.phases import objections_of
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.workflow.naming import fold, quote
from glossary.workflow.status_words import status_word

_SHARED: Final = ("gedeeld", "shared")


@dataclass(frozen=True, slots=True)
class Shared:
    """A term with the wording that is proposed or agreed, and the objections that stand."""

    term: Term
    draft: Draft
    status: str
    is_agreed: bool
    objections: tuple[str, ...] = ()


def said_by(termset: TermSet, partner: Partner) -> Iterator[tuple[Term, Definition]]:
    """What may be shown of what a partner means, in the order of the terms."""
    for key, term in termset.terms.items():
        definition = partner.definitions.get(key)
        if definition and definition.meaning.strip() and not is_blind(termset, key):
            yield term, definition


def shared(termset: TermSet, today: dt.date) -> Iterator[Shared]:
    """Every term, with the wording where there is one."""
    for key, term in termset.terms.items():
        agreement = termset.agreement(key)
        if not agreement.draft.wording.strip():
            yield Shared(term, Draft(), "", is_agreed=False)
            continue
        status = status_of(termset, key, today)
        is_agreed = status is Status.AGREED
        standing = tuple(
            f"{termset.partners[one.partner].name}: {one.text}"
            for one in objections_of(agreement)
            if one.disposition is Disposition.SUSTAINED
            and one.on == agreement.draft.fingerprint
            and one.partner in termset.partners
        )
        told = standing if agreement.outcome is not None else ()
        yield Shared(term, agreement.draft, status_word(status), is_agreed, told)


def shared_name(termset: TermSet) -> str:
    """What the group of shared wordings is called.

    Raises RefusedError where a partner is called so too: nobody could tell them apart.
    """
    for partner in termset.partners.values():
        if is_shared(partner.name):
            raise RefusedError(
                _(
                    "A partner is called {name}, and so are the shared wordings in this format: "
                    "give it another name first."
                ).format(name=quote(partner.name))
            )
    return _("Shared")


def is_shared(name: str) -> bool:
    """Whether a name is that of the group of shared wordings, in any language."""
    return fold(name) in _SHARED
