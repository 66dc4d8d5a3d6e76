"""What a draft leaves open and what it settles, in sentences for one line each."""

from collections.abc import Iterable, Mapping, Sequence

from glossary.compare.quoting import quote
from glossary.domain import CaseAnswer, one_line
from glossary.locale import gettext as _
from glossary.workflow.echoing import Turn
from glossary.workflow.session.settling import CaseChoice, Choice
from glossary.workflow.words import answer_word

Names = Mapping[str, str]

_WORDS = 30  # characters of what somebody says
_CASE = 26  # and of a boundary case
_MOST = 3  # names in a row


def told_choice(choice: Choice, names: Names) -> str:
    """While it is open "must ↔ may (North, Delta)", then "must (like North; Delta says may)"."""
    if choice.taken is None:
        return _open(choice.sides, names)
    like = _listed(choice.sides[choice.taken], names)
    others = "; ".join(
        _other(words, _listed(who, names), choice.taken)
        for words, who in choice.sides.items()
        if words != choice.taken
    )
    if not choice.taken:
        return _("leaves out what others say (like {like}; {others})").format(
            like=like, others=others
        )
    return _("{words} (like {like}; {others})").format(
        words=_quoted(choice.taken), like=like, others=others
    )


def told_turn(turn: Turn, names: Names) -> str:
    """The words of the draft, and everybody that says something else there."""
    camps: dict[str, list[str]] = {}
    for key, words in turn.others.items():
        camps.setdefault(words, []).append(key)
    others = "; ".join(
        _other(words, _listed(who, names), _quoted(turn.draft) or words)
        for words, who in camps.items()
    )
    if not turn.draft:
        return _("{others}, the draft does not").format(others=others)
    return f"{_quoted(turn.draft)}: {others}"


def told_case(choice: CaseChoice, names: Names) -> str:
    """While it is open "case “…”: yes: North · no: Delta", then what the draft decides."""
    case = quote(choice.case.text, _CASE)
    if choice.decided is None:
        return _("case “{case}”: {answers}").format(case=case, answers=camps(choice, names))
    return _("case “{case}”: {answers}").format(case=case, answers=decided(choice, names))


def decided(choice: CaseChoice, names: Names) -> str:
    """What the draft decides of a case, and against whom; empty while it does not."""
    if choice.decided is None:
        return ""
    word = answer_word(choice.decided)
    if not choice.apart:
        return _("draft {answer}, like everybody").format(answer=word)
    return _("draft {answer}, other than {names}").format(
        answer=word, names=_listed(choice.apart, names)
    )


def told_decisions(choices: Iterable[CaseChoice]) -> str:
    """What a wording decides of boundary cases, in a line: empty where it decides none."""
    cases: dict[CaseAnswer, list[str]] = {}
    for one in choices:
        if one.decided is not None:
            cases.setdefault(one.decided, []).append(f"“{quote(one.case.text, _CASE)}”")
    leads = {
        CaseAnswer.YES: _("Covered: {cases}"),
        CaseAnswer.NO: _("Not covered: {cases}"),
        CaseAnswer.DEPENDS: _("It depends: {cases}"),
    }
    return " · ".join(
        lead.format(cases=", ".join(cases[answer]))
        for answer, lead in leads.items()
        if answer in cases
    )


def camps(choice: CaseChoice, names: Names) -> str:
    """Who answers what: "yes: North, Delta · no: School"."""
    given = {
        answer: [key for key, one in choice.answers.items() if one is answer]
        for answer in CaseAnswer
    }
    return " · ".join(
        f"{answer_word(answer)}: {_listed(who, names)}" for answer, who in given.items() if who
    )


def _open(sides: Mapping[str, Sequence[str]], names: Names) -> str:
    said = {words: who for words, who in sides.items() if words}
    silent = sides.get("", ())
    if not silent and all(len(who) == 1 for who in said.values()):
        words = " ↔ ".join(map(_quoted, said))
        return f"{words} ({_listed([who[0] for who in said.values()], names)})"
    told = " ↔ ".join(f"{_quoted(words)} ({_listed(who, names)})" for words, who in said.items())
    if not silent:
        return told
    return _("{said} ↔ not said ({names})").format(said=told, names=_listed(silent, names))


def _other(words: str, who: str, taken: str) -> str:
    if not words:
        return _("{who} does not say this").format(who=who)
    if not taken:
        return _("{who}: {words}").format(who=who, words=_quoted(words))
    return _("{who} says {words}").format(who=who, words=_quoted(words))


def _quoted(words: str) -> str:
    return quote(words, _WORDS)


def _listed(who: Iterable[str], names: Names) -> str:
    # In the order of the names: any other would tell who is behind a letter.
    order = {key: place for place, key in enumerate(names)}
    sorted_who = sorted(who, key=lambda key: order.get(key, len(order)))
    shown = [one_line(names.get(key, key)) for key in sorted_who]
    rest = len(shown) - _MOST
    return ", ".join(shown[:_MOST]) + (f" +{rest}" if rest > 0 else "")
