"""What the screen of restating says of its turns, worked out from the term set."""

from collections.abc import Iterable, Mapping

from glossary.domain import Phase, TermSet
from glossary.domain.restating import Turn, TurnState, state_of, turns, understood
from glossary.locale import gettext as _
from glossary.tui.widgets.choices import Choice
from glossary.workflow.session.restating import why_not
from glossary.workflow.words import phase_word

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
