"""Which conversation card helps now, and why: by temperature, phase and what the files tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.compare import Signal, SignalKind
from glossary.domain import Answer, Phase, TermSet
from glossary.domain.cards import Card, Sign, Warmth, warmth_of
from glossary.domain.restating import Turn, TurnState, attempts, state_of, turns
from glossary.domain.visibility import holds_reasons, is_blind
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.lookup import term_of
from glossary.workflow.outcomes import fresh_objections

_WARMTH: Mapping[Warmth, str] = {
    Warmth.COOL: mark("cool"),
    Warmth.WARM: mark("warm"),
    Warmth.HOT: mark("hot"),
}
_USUAL: Mapping[Warmth, str] = {
    Warmth.COOL: mark("polite, and still vague"),
    Warmth.WARM: mark("the same point comes back"),
    Warmth.HOT: mark("emotions run high"),
}
_SIGNS: Mapping[Sign, str] = {
    Sign.OBJECTED_AGAIN: mark("an objection comes back"),
    Sign.STUCK: mark("restated more than once, and still not what was meant"),
    Sign.OBJECTION: mark("there is an objection"),
    Sign.ANGLES: mark("one word, meant through different lenses"),
    Sign.SPLIT: mark("a boundary case divides the group"),
    Sign.TURN: mark("one small word turns the sentence"),
    Sign.TWO_ROLES: mark("somebody speaks in two roles"),
    Sign.SILENT: mark("somebody has not been heard yet"),
}
_FROM_SIGNALS: Mapping[SignalKind, Sign] = {
    SignalKind.LENSES: Sign.ANGLES,
    SignalKind.CONTRAST: Sign.TURN,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a conversation is; `signs` in the order in which they tell most."""

    phase: Phase
    warmth: Warmth | None = None
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A card, and in a few words why now; `reason` is empty where nothing speaks for it."""

    card: Card
    reason: str = ""


def moment_of(termset: TermSet, term_id: str, signals: Iterable[Signal] = ()) -> Moment:
    """Where the conversation about a term is, from the set as anybody may see it.

    `signals` are those of its comparison, where there was one. Raises NotFoundError.
    """
    term = term_of(termset, term_id).id
    found = {*_signs(termset, term), *_compared(termset, term, signals)}
    return Moment(
        termset.agreement(term).phase,
        warmth_of(temperature(termset, term)),
        tuple(sign for sign in Sign if sign in found),
    )


def temperature(termset: TermSet, term: str) -> float | None:
    """How heated a term is, 1 to 5: what the facilitator feels, or else what partners do.

    Of partners it is the mean; None where nobody said so.
    """
    felt = termset.agreement(term).temperature
    if felt is not None:
        return float(felt)
    rated = (partner.ratings.get(term) for partner in termset.partners.values())
    given = [one.temperature for one in rated if one and one.temperature is not None]
    return sum(given) / len(given) if given else None


def proposed(cards: Mapping[str, Card], moment: Moment) -> tuple[Proposal, ...]:
    """All cards, the one that helps most first; otherwise in their own order.

    What the files tell weighs more than the temperature, and that more than the phase; but a card
    for another temperature comes behind all others.
    """
    ranked = sorted(cards.values(), key=lambda card: _weight(card, moment), reverse=True)
    return tuple(Proposal(card, _reason(card, moment)) for card in ranked)


def warmth_word(warmth: Warmth) -> str:
    """Cool, warm or hot, in the reader's language."""
    return _(_WARMTH[warmth])


def _weight(card: Card, moment: Moment) -> tuple[bool, int, int, int, int]:
    sign = _telling(card, moment)
    fits_warmth = moment.warmth in card.warmth
    fits = 3 * bool(sign) + 2 * fits_warmth + (not card.phases or moment.phase in card.phases)
    # A card for another phase comes behind those that fit any.
    fits -= bool(card.phases and moment.phase not in card.phases)
    urgency = len(Sign) - list(Sign).index(sign) if sign else 0
    # Of cards that fit as well, the one made for fewer moments was made for this one.
    warmths = len(card.warmth) if fits_warmth else len(Warmth)
    is_apt = fits_warmth or not (card.warmth and moment.warmth)
    return is_apt, fits, urgency, -warmths, -(len(card.phases) or len(Phase))


def _reason(card: Card, moment: Moment) -> str:
    sign = _telling(card, moment)
    fits_warmth = moment.warmth if moment.warmth in card.warmth else None
    if sign is not None:
        told = _(_SIGNS[sign])
        return f"{warmth_word(fits_warmth)}: {told}" if fits_warmth else told
    if fits_warmth is not None:
        return f"{warmth_word(fits_warmth)}: {_(_USUAL[fits_warmth])}"
    return _("fits this phase") if moment.phase in card.phases else ""


def _telling(card: Card, moment: Moment) -> Sign | None:
    return next((sign for sign in moment.signs if sign in card.signs), None)


def _signs(termset: TermSet, term: str) -> Iterator[Sign]:
    agreement = termset.agreement(term)
    if is_blind(termset, term):
        return
    if len(termset.meanings(term)) < len(termset.partners):
        yield Sign.SILENT
    if any(_is_stuck(termset, term, by_of) for by_of in turns(termset, term)):
        yield Sign.STUCK
    if any(_is_split(termset, term, case.id) for case in termset.terms[term].cases):
        yield Sign.SPLIT
    definitions = [one.definitions.get(term) for one in termset.partners.values()]
    if any(one and one.as_partner.strip() for one in definitions):
        yield Sign.TWO_ROLES
    angles = {one.lenses for one in definitions if one and one.lenses}
    if len(angles) > 1:
        yield Sign.ANGLES
    for one in () if holds_reasons(termset, term) else fresh_objections(termset, term):
        yield Sign.OBJECTION
        if any(made.partner == one.partner and made.on != one.on for made in agreement.objections):
            yield Sign.OBJECTED_AGAIN


def _compared(termset: TermSet, term: str, signals: Iterable[Signal]) -> Iterator[Sign]:
    if not is_blind(termset, term):
        yield from (_FROM_SIGNALS[one.kind] for one in signals if one.kind in _FROM_SIGNALS)


def _is_stuck(termset: TermSet, term: str, turn: Turn) -> bool:
    tried = attempts(termset, term, turn)
    missed = [one for one in tried if one.verdict and one.verdict.verdict is not Answer.YES]
    return len(missed) > 1 and state_of(termset, term, turn) is not TurnState.HEARD


def _is_split(termset: TermSet, term: str, case: str) -> bool:
    answers: Sequence[object] = [
        given
        for partner in termset.partners.values()
        if (given := partner.cases.get(term, {}).get(case))
    ]
    return len(set(answers)) > 1
