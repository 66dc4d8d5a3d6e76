"""Say in your own words what another partner means, until it says: yes, that is it."""

import datetime as dt
from dataclasses import replace

from glossary.domain import (
    Agreement,
    Answer,
    Partner,
    RefusedError,
    Restatement,
    Term,
    TermSet,
    Verdict,
    fingerprint,
)
from glossary.domain.agreements import Skip
from glossary.domain.phases import with_skip
from glossary.domain.restating import Turn, attempts, turns
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.naming import quote
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept, accept_filled


def why_not(termset: TermSet, term_id: str) -> str:
    """Why nobody can restate anything of a term now, in a sentence; empty where somebody can.

    Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id)
    if is_blind(termset, term.id):
        return _blind(term)
    if turns(termset, term.id):
        return ""
    if len(termset.partners) < 2:
        return _("There is nobody to restate: that takes two partners or more.")
    return _("Nobody has said yet what {term} means, so there is nothing to restate.").format(
        term=quote(term.label)
    )


def restate(
    store: Store,
    set_id: str,
    term_id: str,
    by: str,
    of: str,
    text: str,
    today: dt.date,
    *,
    rewording: bool = False,
) -> Partner:
    """Keep what `by` says that `of` means, as one more attempt, in the file of `by`.

    When `rewording`, it takes the place of the last attempt where `of` has not answered that
    yet: who is still typing is still at the same attempt.

    Nothing is written when the same words were the last attempt. Raises NotFoundError for an
    unknown set, term or partner; RefusedError for an empty text, for one that `typed.accept`
    refuses, for a partner that restates itself, and for a meaning that is not there or not
    revealed.
    """
    termset = store.load(set_id).termset
    term, turn, meaning = _turn(termset, term_id, by, of)
    said = Restatement(term, turn.of, meaning, accept_filled(text, _("Restatement")), today)
    tried = attempts(termset, term, turn)
    if tried and fingerprint(tried[-1].restatement.text) == fingerprint(said.text):
        return termset.partners[turn.by]
    unheard = tried[-1].restatement if rewording and tried and not tried[-1].verdict else None

    def change(now: Partner) -> Partner:
        others = tuple(one for one in now.restatements if one != unheard)
        return replace(now, restatements=(*others, said))

    return store.update_partner(set_id, turn.by, change)


def take_back(store: Store, set_id: str, term_id: str, by: str, of: str) -> Partner:
    """Remove the last attempt of `by` from its file, unless `of` has answered it.

    Raises NotFoundError for an unknown set, term or partner, RefusedError for a meaning that is
    not there or not revealed.
    """
    termset = store.load(set_id).termset
    term, turn, _meaning = _turn(termset, term_id, by, of)
    tried = attempts(termset, term, turn)
    if not tried or tried[-1].verdict is not None:
        return termset.partners[turn.by]
    unheard = tried[-1].restatement
    return store.update_partner(
        set_id,
        turn.by,
        lambda now: replace(
            now, restatements=tuple(one for one in now.restatements if one != unheard)
        ),
    )


def answer(
    store: Store,
    set_id: str,
    term_id: str,
    by: str,
    of: str,
    verdict: Answer,
    correction: str = "",
    *,
    seen: str | None = None,
) -> Partner:
    """Keep what `of` answers to the last attempt of `by`, in the file of `of`.

    `seen` is the fingerprint of the words that somebody looks at: nobody answers others. Another
    answer to the same attempt takes the place of the earlier one. Raises NotFoundError for an
    unknown set, term or partner, RefusedError where nothing was restated yet or no longer what
    was `seen`, and for a correction that `typed.accept` refuses.
    """
    termset = store.load(set_id).termset
    term, turn, meaning = _turn(termset, term_id, by, of)
    tried = attempts(termset, term, turn)
    if not tried:
        raise RefusedError(
            _("{by} has not said yet what {of} means.").format(
                by=quote(termset.partners[turn.by].name), of=quote(termset.partners[turn.of].name)
            )
        )
    on = fingerprint(tried[-1].restatement.text)
    if seen not in (None, on):
        raise RefusedError(_("This was said in other words just now. Read them before you answer."))
    given = Verdict(term, turn.by, on, verdict, accept(correction, _("Correction")), meaning)

    def change(now: Partner) -> Partner:
        others = tuple(one for one in now.verdicts if not _is_about(one, given))
        return replace(now, verdicts=(*others, given))

    return store.update_partner(set_id, turn.of, change)


def skip(store: Store, set_id: str, term_id: str, by: str, of: str, today: dt.date) -> Agreement:
    """Note that the group left out a turn. Raises as `restate` does."""
    termset = store.load(set_id).termset
    term, turn, meaning = _turn(termset, term_id, by, of)
    noted = Skip(turn.by, turn.of, meaning, today)
    return store.update_agreement(set_id, term, lambda now: with_skip(now, noted))


def _turn(termset: TermSet, term_id: str, by: str, of: str) -> tuple[str, Turn, str]:
    """The term, who restates whom, and the fingerprint of the meaning that it is about."""
    term = term_of(termset, term_id)
    speaker, owner = partner_of(termset, by), partner_of(termset, of)
    if speaker.id == owner.id:
        raise RefusedError(
            _("{partner} cannot restate itself: let somebody else say what it means.").format(
                partner=quote(owner.name)
            )
        )
    meaning = owner.meaning_fingerprint(term.id)
    if meaning is None:
        raise RefusedError(
            _("{partner} has not said yet what it means by {term}.").format(
                partner=quote(owner.name), term=quote(term.label)
            )
        )
    if is_blind(termset, term.id):
        raise RefusedError(_blind(term))
    return term.id, Turn(speaker.id, owner.id), meaning


def _blind(term: Term) -> str:
    return _("{term} is not revealed yet, so nobody can restate it.").format(term=quote(term.label))


def _is_about(one: Verdict, other: Verdict) -> bool:
    """Whether both answer the same words about the same meaning."""
    key = (other.term, other.by, other.fingerprint)
    is_same = (one.term, one.by, one.fingerprint) == key
    return is_same and one.of_fingerprint in ("", other.of_fingerprint)
