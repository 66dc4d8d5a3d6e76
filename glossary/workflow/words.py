"""What positions, answers and fields are called, for every screen and export alike."""

from collections.abc import Mapping
from dataclasses import replace

from glossary.domain import Answer, CaseAnswer, DifferenceKind, Disposition, Phase, Stand, TermSet
from glossary.locale import gettext, mark, pgettext

_STAND: Mapping[Stand, str] = {
    Stand.CONSENT: mark("Consent"),
    Stand.CONCERN: mark("Concern"),
    Stand.OBJECTION: mark("Objection"),
    Stand.STAND_ASIDE: mark("Stand aside"),
}
_STAND_SENTENCE: Mapping[Stand, str] = {
    Stand.CONSENT: mark("Consent of {partner}: {reason}"),
    Stand.CONCERN: mark("Concern of {partner}, no objection: {reason}"),
    Stand.OBJECTION: mark("Objection of {partner}: {reason}"),
    Stand.STAND_ASIDE: mark("{partner} stands aside: {reason}"),
}
_DISPOSITION: Mapping[Disposition, str] = {
    Disposition.OPEN: mark("open"),
    Disposition.INTEGRATED: mark("integrated"),
    Disposition.ADDRESSED: mark("discussed, not integrated"),
    Disposition.SUSTAINED: mark("stands"),
}
KIND_WORDS: Mapping[DifferenceKind, str] = {
    DifferenceKind.EMPHASIS: mark("emphasis"),
    DifferenceKind.SCOPE: mark("scope"),
    DifferenceKind.OBLIGATION: mark("obligation"),
    DifferenceKind.ACTOR: mark("actor"),
    DifferenceKind.MOMENT: mark("moment"),
    DifferenceKind.MEASURE: mark("measure"),
    DifferenceKind.OTHER_THING: mark("another thing"),
}
_PHASE: Mapping[Phase, str] = {
    Phase.COLLECT: mark("Collect"),
    Phase.COMPARE: mark("Compare"),
    Phase.RESTATE: mark("Restate"),
    Phase.CONSENT: mark("Consent"),
    Phase.CLOSED: mark("Close"),
}
_VERDICT: Mapping[Answer, str] = {
    Answer.YES: mark("that is it"),
    Answer.ALMOST: mark("almost"),
    Answer.NO: mark("no"),
}
_FIELD: Mapping[str, str] = {
    "meaning": mark("Meaning"),
    "example": mark("Example"),
    "counterexample": mark("Counterexample"),
    "belief": mark("Belief"),
    "interest": mark("Interest"),
    "as_partner": mark("As a partner"),
    "source": mark("Source"),
}


def stand_word(stand: Stand) -> str:
    """What a partner's position is called, in the reader's language."""
    return gettext(_STAND[stand])


def stand_sentence(stand: Stand) -> str:
    """A sentence on a partner's position, with places for `partner` and `reason`."""
    return gettext(_STAND_SENTENCE[stand])


def disposition_word(disposition: Disposition) -> str:
    """What happened to an objection, in the reader's language."""
    return gettext(_DISPOSITION[disposition])


def kind_word(kind: DifferenceKind) -> str:
    """What a named difference is about, in the reader's language."""
    return gettext(KIND_WORDS[kind])


def phase_word(phase: Phase) -> str:
    """What a phase of the conversation is called, in the reader's language."""
    # The phase, not the text that it leads to.
    return pgettext("phase", "Draft") if phase is Phase.DRAFT else gettext(_PHASE[phase])


def field_word(field: str) -> str:
    """What a field of `domain.TEXT_FIELDS` is called, in the reader's language."""
    return gettext(_FIELD[field])


def verdict_word(answer: Answer) -> str:
    """What an owner answered to a restatement, in the reader's language."""
    return gettext(_VERDICT[answer])


def answer_word(answer: CaseAnswer) -> str:
    """A partner's answer to a boundary case, in the reader's language."""
    if answer is CaseAnswer.DEPENDS:
        return pgettext("boundary case", "depends")
    if answer is CaseAnswer.YES:
        return pgettext("boundary case", "yes")
    return pgettext("boundary case", "no")


def with_full_names(termset: TermSet) -> TermSet:
    """The set for sentences that have room for the names of partners. Never write it to files."""
    partners = {key: replace(one, short="") for key, one in termset.partners.items()}
    return replace(termset, partners=partners)


def full_names_of(termset: TermSet) -> dict[str, str]:
    """Partner id to its name in full."""
    return {key: partner.name for key, partner in termset.partners.items()}


def short_names_of(termset: TermSet) -> dict[str, str]:
    """Partner id to short name, as sentences about partners need them."""
    return {key: partner.short_name for key, partner in termset.partners.items()}
