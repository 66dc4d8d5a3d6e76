"""How far a word is, as told to somebody who uses it in a text."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from glossary.domain import Disposition, OutcomeKind, Status, TermSet, one_line
from glossary.domain.deriving import status_of
from glossary.domain.phases import objections_of
from glossary.domain.visibility import is_blind
from glossary.locale import gettext, mark, ngettext
from glossary.workflow.naming import quote

BLIND = "blind"

_SENTENCES: Mapping[Status, str] = {
    Status.EMPTY: mark("nobody has said what it means"),
    Status.DRAFTED: mark("a draft, not agreed"),
    Status.OBJECTED: mark("objected"),
    Status.CONSENTED: mark("consented, not recorded as agreed"),
    Status.AGREED: mark("agreed{objections}: {wording}"),
    Status.DIFFERS: mark("differs: each its own name"),
    Status.RENAMED: mark("renamed: use {name}"),
    Status.PARKED: mark("parked, not agreed"),
    Status.STALE: mark("look again: what was recorded is overtaken"),
}
_NOT_SHOWN = mark("blind: being collected")


class Standing(NamedTuple):
    """`status` is one of `domain.Status` or "blind"; `sentence` tells it to people.

    `agreed` says whether everybody means the same by the word.
    """

    status: str
    agreed: bool
    sentence: str


def standing(termset: TermSet, term: str, today: dt.date) -> Standing:
    """How far a term is; nothing of what partners said of it is told, but what was agreed."""
    if is_blind(termset, term):
        return Standing(BLIND, False, gettext(_NOT_SHOWN))
    status = status_of(termset, term, today)
    agreement = termset.agreement(term)
    if status not in _SENTENCES:
        said = len(termset.meanings(term))
        told = ngettext("{n} partner, not agreed", "{n} partners, not agreed", said).format(n=said)
    else:
        name = agreement.outcome.name if agreement.outcome else ""
        told = gettext(_SENTENCES[status]).format(
            wording=one_line(agreement.draft.wording),
            name=quote(name),
            objections=_objections(termset, term),
        )
    return Standing(str(status), status is Status.AGREED, told)


def new_name(termset: TermSet, term: str) -> str:
    """What a term is called by now, where that is another name; otherwise ""."""
    outcome = termset.agreement(term).outcome
    if outcome is None or outcome.kind is not OutcomeKind.RENAMED:
        return ""
    return outcome.name


def _objections(termset: TermSet, term: str) -> str:
    """That objections stand to what is agreed."""
    agreement = termset.agreement(term)
    current = agreement.draft.fingerprint
    stand = sum(
        one.on == current and one.disposition is Disposition.SUSTAINED
        for one in objections_of(agreement)
    )
    told = ngettext("{n} objection stands", "{n} objections stand", stand).format(n=stand)
    return f" ({told})" if stand else ""
