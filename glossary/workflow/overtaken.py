"""Why an outcome no longer says what partners agreed on."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from glossary.domain import Outcome, OutcomeKind, TermSet
from glossary.domain.deriving import is_stale
from glossary.domain.text import fingerprint
from glossary.locale import gettext as _
from glossary.locale import ngettext


def overtaken(termset: TermSet, term_id: str, today: dt.date, names: Mapping[str, str]) -> str:
    """What happened since the outcome of a term was recorded; empty while it holds.

    Who is not in `names` is called by its id.
    """
    agreement = termset.agreement(term_id)
    outcome = agreement.outcome
    if outcome is None or not is_stale(termset, agreement, outcome, today):
        return ""
    reasons = [*_reasons(termset, term_id, outcome, today, names)]
    told = "; ".join(reasons) or _("a meaning or the wording changed after this was recorded")
    return _("Look again: {reasons}.").format(reasons=told)


def _reasons(
    termset: TermSet, term_id: str, outcome: Outcome, today: dt.date, names: Mapping[str, str]
) -> Iterator[str]:
    def listed(partners: Collection[str]) -> str:
        return ", ".join(names.get(key, key) for key in partners)

    if outcome.review is not None and outcome.review < today:
        yield _("the review date has passed")
    draft = termset.agreement(term_id).draft.fingerprint
    if outcome.kind is OutcomeKind.SHARED and outcome.on and outcome.on != draft:
        yield _("the wording changed")
    then = outcome.meanings
    now = {key: fingerprint(text) for key, text in termset.meanings(term_id).items()}
    left = [key for key in then if key not in (*termset.partners, *termset.unread)]
    changed = [key for key in then if key in termset.partners and then[key] != now.get(key)]
    late = [key for key in now if then and key not in then]
    if changed:
        yield ngettext(
            "{partners} changed its meaning", "{partners} changed their meanings", len(changed)
        ).format(partners=listed(changed))
    if late:
        yield ngettext(
            "{partners} said only afterwards what it means",
            "{partners} said only afterwards what they mean",
            len(late),
        ).format(partners=listed(late))
    if left:
        yield ngettext(
            "{partners} takes no part now", "{partners} take no part now", len(left)
        ).format(partners=listed(left))
