"""Take what a partner answers from a seat of its own: in time, and knowingly or not at all."""

import datetime as dt
from typing import NamedTuple

from glossary.domain import RefusedError, visible
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_by_id, term_by_id
from glossary.workflow.meanwhile import ClashError
from glossary.workflow.naming import quote
from glossary.workflow.ports import Store
from glossary.workflow.session.answers import Place, Texts, kind_of
from glossary.workflow.session.asking import MyCase, MyLens, MyPosition
from glossary.workflow.session.seat import seat_at
from glossary.workflow.typed import harmless


class Sent(NamedTuple):
    """An answer as it came in.

    `typed` gives what was typed or chosen by name, and `seen` for each name the `seal` of what
    stood there when somebody began. `on` is the fingerprint of the words that it is about, where
    it is about words. `knowingly` says that it is sent although its phase is over.
    """

    term: str
    question: str
    typed: Texts
    seen: Texts
    on: str = ""
    knowingly: bool = False


class LateError(RefusedError):
    """The phase of the answer is over; `may_insist` says that it can be sent knowingly."""

    def __init__(self, sentence: str, *, may_insist: bool = False) -> None:
        super().__init__(sentence)
        self.may_insist = may_insist


class OtherWordsError(ClashError):
    """The file holds something else than what was seen: `held` gives it by name."""

    def __init__(self, held: Texts) -> None:
        super().__init__(_("Meanwhile something else was answered. It now says:"))
        self.held = held


def seal(text: str) -> str:
    """What tells one text from another one, as somebody sees them."""
    from hashlib import sha256

    return sha256(_seen(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def give(store: Store, set_id: str, partner_id: str, sent: Sent, today: dt.date) -> int:
    """Save an answer; gives how many invisible characters of it were left out.

    The same answer again is fine, whatever happened since. Raises NotFoundError for a term or a
    partner that is gone, LateError for an answer of a phase that is over, OtherWordsError where
    it would overwrite what was not seen, and RefusedError as the use cases do.
    """
    termset = store.load(set_id).termset
    partner, term = partner_by_id(termset, partner_id), term_by_id(termset, sent.term)
    found = kind_of(sent.question)
    if found is None:
        raise LateError(_over())
    kind, about = found
    place = Place(store, set_id, termset, partner, term.id, about, sent.on, today)
    cleaned = {name: harmless(text) for name, text in sent.typed.items() if name in kind.names}
    typed = {name: text.strip() for name, (text, _count) in cleaned.items()}
    if kind.choice and not typed.get(kind.choice):
        raise RefusedError(_("Choose an answer first."))
    held = kind.held(place)
    if all(_seen(text) == _seen(held[name]) for name, text in typed.items()):
        kind.unchanged(place, held)
        return 0
    _require_in_time(place, sent)
    if not kind.is_whole:
        # What somebody left as it was is no answer to what others wrote there since.
        typed = {one: text for one, text in typed.items() if seal(text) != sent.seen.get(one)}
    _require_seen(sent.seen, held, typed)
    if typed:
        kind.put(place, {**held, **typed} if kind.is_whole else typed)
    return sum(left_out for _text, left_out in cleaned.values())


def _require_seen(seen: Texts, held: Texts, typed: Texts) -> None:
    unseen = {
        name: held[name]
        for name, text in typed.items()
        if _seen(text) != _seen(held[name]) and seal(held[name]) != seen.get(name, seal(""))
    }
    if unseen:
        raise OtherWordsError(unseen)


def _require_in_time(place: Place, sent: Sent) -> None:
    agreement = place.termset.agreement(place.term)
    label = quote(place.termset.terms[place.term].label)
    session = place.termset.session
    if session is None or place.term not in (*session.terms, session.current):
        raise LateError(_over())
    asked = seat_at(place.termset, place.partner.id, place.term).find(sent.question)
    if isinstance(asked, MyCase | MyLens) and asked.on != sent.on:
        raise RefusedError(_("This question was changed just now. Read it before you answer."))
    is_recorded = agreement.outcome is not None
    if isinstance(asked, MyPosition) and asked.is_recorded:
        raise LateError(
            _("The outcome for {term} is recorded, so this was not saved.").format(term=label)
        )
    if asked is not None or (sent.knowingly and sent.question == "meaning" and not is_recorded):
        return
    if sent.question == "meaning" and not is_recorded:
        raise LateError(
            _(
                "{term} was revealed while you were typing, so this was not saved. Save it all "
                "the same, and everybody sees it at once."
            ).format(term=label),
            may_insist=True,
        )
    raise LateError(_over())


def _over() -> str:
    return _("The group has gone on meanwhile, so this was not saved.")


def _seen(text: str) -> str:
    return visible(text).strip()
