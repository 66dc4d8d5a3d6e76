"""The kinds of answers from a seat: what the file holds of them, and how they are saved."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from glossary.domain import (
    Answer,
    CaseAnswer,
    Partner,
    Ratings,
    RefusedError,
    Stand,
    TermSet,
    fingerprint,
    one_line,
)
from glossary.domain.restating import Turn, TurnState, attempts, state_of
from glossary.locale import gettext as _
from glossary.workflow.answering import answer_case
from glossary.workflow.defining import define
from glossary.workflow.ports import Store
from glossary.workflow.positions import PHONE, take_position
from glossary.workflow.session.asking import ASKED_FIELDS
from glossary.workflow.session.confirming import confirm_lenses
from glossary.workflow.session.rating import Scale, rate
from glossary.workflow.session.restating import answer, restate, take_back
from glossary.workflow.typed import accept_filled
from glossary.workflow.words import field_word

Texts = Mapping[str, str]
_T = TypeVar("_T", CaseAnswer, Answer, Stand)


class Place(NamedTuple):
    """Where an answer belongs; `about` is the case or the other partner of its question."""

    store: Store
    set_id: str
    termset: TermSet
    partner: Partner
    term: str
    about: str
    on: str
    today: dt.date


def _nothing(_place: Place, _held: Texts) -> None:
    """The same answer again is fine."""


class Kind(NamedTuple):
    """A kind of answer: the names in it, what the file holds of them, and how it is saved.

    One of which `choice` names the part that has to be chosen is not complete without. What
    `is_whole` is about one thing: its parts are never put together from two hands.
    """

    names: tuple[str, ...]
    held: Callable[[Place], dict[str, str]]
    put: Callable[[Place, Texts], object]
    choice: str = ""
    is_whole: bool = True
    unchanged: Callable[[Place, Texts], None] = _nothing


def kind_of(question: str) -> tuple[Kind, str] | None:
    """The kind of answer to a question, and the case or partner that it is about.

    None for what nobody asks.
    """
    if question in _KINDS:
        return _KINDS[question], question.replace("-", "_")
    lead, _dash, about = question.partition("-")
    if lead in _KINDS_ABOUT and about:
        return _KINDS_ABOUT[lead], about
    return None


def _definition(place: Place) -> dict[str, str]:
    found = place.partner.definitions.get(place.term)
    return {field: getattr(found, field, "") for field in ASKED_FIELDS}


def _define(place: Place, texts: Texts) -> None:
    whose = (place.set_id, place.term, place.partner.id)
    define(place.store, *whose, texts, place.today, seen=_definition(place))


def _require_meaning(_place: Place, held: Texts) -> None:
    accept_filled(held["meaning"], field_word("meaning"))


def _lens(place: Place) -> dict[str, str]:
    found = place.partner.definitions.get(place.term)
    return {"lens": " ".join(found.lenses) if found is not None else ""}


def _confirm(place: Place, texts: Texts) -> None:
    whose = (place.set_id, place.term, place.partner.id)
    confirm_lenses(place.store, *whose, [texts["lens"]])


def _case(place: Place) -> dict[str, str]:
    given = place.partner.cases.get(place.term, {}).get(place.about)
    return {"answer": given.value if given is not None else ""}


def _answer_case(place: Place, texts: Texts) -> None:
    whose = (place.set_id, place.term, place.partner.id)
    answer_case(place.store, *whose, place.about, _chosen(CaseAnswer, texts["answer"]))


def _rating(place: Place) -> dict[str, str]:
    value = getattr(place.partner.ratings.get(place.term, Ratings()), place.about)
    return {"value": "" if value is None else str(value)}


def _rate(place: Place, texts: Texts) -> None:
    whose = (place.set_id, place.term, place.partner.id)
    given = texts["value"]
    # `rate` refuses what is no number from 1 to 5.
    value = int(given) if given.isascii() and given.isdigit() else 0
    rate(place.store, *whose, Scale(place.about), value)


def _restatement(place: Place) -> dict[str, str]:
    tried = attempts(place.termset, place.term, Turn(place.partner.id, place.about))
    return {"text": tried[-1].restatement.text if tried else ""}


def _restate(place: Place, texts: Texts) -> None:
    turn = (place.set_id, place.term, place.partner.id, place.about)
    if texts["text"]:
        restate(place.store, *turn, texts["text"], place.today, rewording=True)
    else:
        take_back(place.store, *turn)


def _require_other_words(place: Place, held: Texts) -> None:
    accept_filled(held["text"], _("Restatement"))
    turn = Turn(place.partner.id, place.about)
    if state_of(place.termset, place.term, turn) is TurnState.AGAIN:
        told = _("{of} has answered these words already. Change first what is not right yet.")
        raise RefusedError(told.format(of=one_line(place.termset.partners[place.about].short_name)))


def _verdict(place: Place) -> dict[str, str]:
    """The answer to the words that were looked at, which may not be the last ones."""
    tried = attempts(place.termset, place.term, Turn(place.about, place.partner.id))
    given = (one.verdict for one in tried if fingerprint(one.restatement.text) == place.on)
    found = next((one for one in given if one is not None), None)
    if found is None:
        return {"verdict": "", "correction": ""}
    return {"verdict": found.verdict.value, "correction": found.correction}


def _answer(place: Place, texts: Texts) -> None:
    turn = (place.set_id, place.term, place.about, place.partner.id)
    verdict = _chosen(Answer, texts["verdict"])
    answer(place.store, *turn, verdict, texts["correction"], seen=place.on)


def _position(place: Place) -> dict[str, str]:
    found = place.partner.positions.get(place.term)
    if found is None or found.on != place.on:
        return {"stand": "", "reason": ""}
    return {"stand": found.position.value, "reason": found.reason}


def _take(place: Place, texts: Texts) -> None:
    stand = _chosen(Stand, texts["stand"])
    whose = (place.set_id, place.term, place.partner.id, stand, texts["reason"])
    take_position(place.store, *whose, place.today, seen=place.on, entered_by=PHONE)


def _chosen(among: type[_T], value: str) -> _T:
    try:
        return among(value)
    except ValueError:
        raise RefusedError(_("Choose an answer first.")) from None


_RATING = Kind(("value",), _rating, _rate, "value")
_KINDS: Mapping[str, Kind] = {
    "meaning": Kind(ASKED_FIELDS, _definition, _define, is_whole=False, unchanged=_require_meaning),
    "lens": Kind(("lens",), _lens, _confirm, "lens"),
    "know-before": _RATING,
    "know-after": _RATING,
    "temperature": _RATING,
    "position": Kind(("stand", "reason"), _position, _take, "stand"),
}
_KINDS_ABOUT: Mapping[str, Kind] = {
    "case": Kind(("answer",), _case, _answer_case, "answer"),
    "restate": Kind(("text",), _restatement, _restate, unchanged=_require_other_words),
    "answer": Kind(("verdict", "correction"), _verdict, _answer, "verdict"),
}
