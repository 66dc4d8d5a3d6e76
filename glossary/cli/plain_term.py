"""What the screens of one term show, as lines."""

import datetime as dt
from collections.abc import Iterator, Mapping

from glossary.cli.plain_consent import consent_lines
from glossary.cli.plain_matrix import angles_of
from glossary.cli.plain_text import difference, fact, facts, heading, said, share
from glossary.compare import LensWeight
from glossary.domain import TEXT_FIELDS, Partner, Term, TermSet, one_line, status_of
from glossary.domain.cards import warmth_of
from glossary.domain.restating import TurnState, attempts, state_of, turns
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.locale import pgettext
from glossary.workflow.announcing import known
from glossary.workflow.comparing import compare_term
from glossary.workflow.defining import FACILITATOR
from glossary.workflow.session.cards import temperature, warmth_word
from glossary.workflow.status_words import explained
from glossary.workflow.term_facts import term_facts
from glossary.workflow.words import field_word, kind_word, phase_word, short_names_of


def term_lines(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    """Everything about a term; `termset` is the set as it is shown, with the names it is to use."""
    yield heading(termset, term)
    yield from _about(termset, term, today)
    if is_blind(termset, term.id):
        yield ""
        yield _("Answered: {k} of {n} partners. Nothing is shown before the reveal.").format(
            k=len(termset.meanings(term.id)), n=termset.size
        )
        return
    found = compare_term(termset, term.id)
    for key, partner in termset.partners.items():
        yield from _meaning(term, partner, found.lenses.get(key, {}))
    for lines in (_differences, _said_back):
        told = [*lines(termset, term)]
        if told:
            yield from ("", *told)
    yield from consent_lines(termset, term)


def _about(termset: TermSet, term: Term, today: dt.date) -> Iterator[str]:
    agreement = termset.agreement(term.id)
    phase = phase_word(agreement.phase) if term.id in termset.agreements else ""
    warmth = warmth_of(temperature(termset, term.id))
    averages = known(termset, term.id).replace(" → ", ", ")
    if averages:
        averages = _("{averages}, on a scale from 1 to 5").format(averages=averages)
    yield from facts(
        (
            (_("Where it is"), explained(status_of(termset, term.id, today))),
            (_("Phase"), phase),
            *term_facts(termset, term),
            (_("How heated it is"), warmth_word(warmth) if warmth else ""),
            (_("I know what the others mean"), averages),
        )
    )


def _meaning(term: Term, partner: Partner, weights: Mapping[str, LensWeight]) -> Iterator[str]:
    yield ""
    definition = partner.definitions.get(term.id)
    if definition is None:
        yield fact(one_line(partner.name), _("has not said what it means"))
        return
    yield from said(one_line(partner.name), definition.meaning)
    for field in TEXT_FIELDS[1:]:
        if text := getattr(definition, field).strip():
            yield from said(field_word(field), text)
    yield from (fact(_("Lens"), text) for text in angles_of(term, definition, weights))
    yield from facts(((_("Last changed"), definition.updated or ""),))
    typist = definition.entered_by
    if typist.strip():
        name = _("the facilitator") if typist == FACILITATOR else typist
        yield _("Written down by {name}").format(name=one_line(name))


def _differences(termset: TermSet, term: Term) -> Iterator[str]:
    called = short_names_of(termset)
    for one in termset.agreement(term.id).differences:
        yield difference(kind_word(one.kind), one.between, one.note, called)


def _said_back(termset: TermSet, term: Term) -> Iterator[str]:
    """The turns in which somebody said something back, with every attempt."""
    called = {key: one_line(name) for key, name in short_names_of(termset).items()}
    states = {TurnState.HEARD: _("understood"), TurnState.SKIPPED: _("left out, by choice")}
    verdicts = {
        "yes": pgettext("verdict", "yes"),
        "almost": pgettext("verdict", "almost"),
        "no": pgettext("verdict", "no"),
    }
    for turn in turns(termset, term.id):
        tried, state = attempts(termset, term.id, turn), state_of(termset, term.id, turn)
        if not tried and state is not TurnState.SKIPPED:
            continue
        who = _("{by} about {of}").format(by=called[turn.by], of=called[turn.of])
        yield fact(_("Said back, {turn}").format(turn=who), states.get(state, _("not yet")))
        for place, one in enumerate(tried, 1):
            yield fact(_("Attempt {k}").format(k=share(place, len(tried))), one.restatement.text)
            if one.verdict is not None:
                answer = ". ".join(
                    filter(None, (verdicts[one.verdict.verdict], one.verdict.correction))
                )
                yield fact(_("{partner} answers").format(partner=called[turn.of]), answer)
