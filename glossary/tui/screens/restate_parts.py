"""What the screen of restating says of its turns, worked out from the term set."""

from collections.abc import Iterable, Mapping

from glossary.domain import Answer, Phase, TermSet
from glossary.domain.restating import Turn, TurnState, attempts, state_of, turns, understood
from glossary.locale import gettext as _
from glossary.tui.keys import key_name
from glossary.tui.widgets.choices import Choice
from glossary.workflow.session.restating import why_not
from glossary.workflow.words import phase_word, verdict_word

_MARKS = {
    TurnState.OPEN: "○",
    TurnState.ASKED: "?",
    TurnState.AGAIN: "↻",
    TurnState.HEARD: "✓",
    TurnState.SKIPPED: "–",
}
_MOST_DOTS = 12


def turn_id(turn: Turn) -> str:
    """What a turn is called in a row of choices."""
    return f"{turn.by}/{turn.of}"


def turn_choices(
    termset: TermSet, term_id: str, shown: Iterable[Turn], names: Mapping[str, str]
) -> list[Choice]:
    """A choice per turn, with a mark that says how far it is."""
    return [
        Choice(
            turn_id(turn),
            f"{names.get(turn.by, turn.by)}→{names.get(turn.of, turn.of)}",
            mark=_MARKS[state_of(termset, term_id, turn)],
        )
        for turn in shown
    ]


def progress(termset: TermSet, term_id: str) -> tuple[str, ...]:
    """How many have been understood, long and short; dots show it from the back of a room."""
    phase = phase_word(Phase.RESTATE).lower()
    if why_not(termset, term_id):
        return (phase,)
    said, heard = len(termset.meanings(term_id)), len(understood(termset, term_id))
    count = _("understood: {n} of {all}").format(n=heard, all=said)
    dots = " " + "●" * heard + "○" * (said - heard) if said <= _MOST_DOTS else ""
    return (f"{phase} · {count}{dots}", f"{count}{dots}", count)


def not_yet(
    termset: TermSet, term_id: str, turn: Turn, names: Mapping[str, str], *, is_empty: bool
) -> str:
    """Why the owner cannot answer yet, in a sentence; empty where it can.

    It may always take back that it was heard. `is_empty` says that nothing is typed.
    """
    tried = attempts(termset, term_id, turn)
    if not tried:
        return _("Say it first, in your own words.")
    verdict = tried[-1].verdict
    if verdict is None or verdict.verdict is Answer.YES:
        return ""
    if is_empty:
        return _("Say it again first, in your own words.")
    told = _("{of} has answered these words already. Change first what is not right yet.")
    return told.format(of=names.get(turn.of, turn.of))


def answered(termset: TermSet, term_id: str, turn: Turn, names: Mapping[str, str]) -> str:
    """What the owner said of the last attempt that it answered, unless that was it."""
    verdicts = [one.verdict for one in attempts(termset, term_id, turn) if one.verdict]
    if not verdicts or verdicts[-1].verdict is Answer.YES:
        return ""
    last = verdicts[-1]
    told = _("{of} said “{answer}”: {correction}") if last.correction else _("{of} said “{answer}”")
    of = names.get(turn.of, turn.of)
    return told.format(of=of, answer=verdict_word(last.verdict), correction=last.correction)


def way_on(*, is_session: bool, again: bool) -> str:
    """What to do where no turn waits; `again` where there are turns to do once more."""
    told = _("{key} leads back.").format(key=key_name("escape"))
    if is_session:
        told = _("{key} goes on to the next phase.").format(key="n")
    if again:
        told += " " + _("← and → choose a turn above, also a skipped one; enter opens it.")
    return told


def nothing(termset: TermSet, term_id: str, names: Mapping[str, str]) -> str:
    """Why no turn waits: there is none, or all were heard or skipped."""
    why = why_not(termset, term_id)
    if why:
        return why
    skipped = [
        _("{by} about {of}").format(by=names[turn.by], of=names[turn.of])
        for turn in turns(termset, term_id)
        if state_of(termset, term_id, turn) is TurnState.SKIPPED
    ]
    told = [_("Everybody has been heard.")]
    if skipped:
        told = [_("No turn is left. Skipped: {turns}.").format(turns=", ".join(skipped))]
    silent = [name for key, name in names.items() if key not in termset.meanings(term_id)]
    if silent:
        told.append(_("Not said yet what they mean: {names}.").format(names=", ".join(silent)))
    return " ".join(told)
