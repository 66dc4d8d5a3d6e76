"""Record whether a term covers a boundary case, according to one partner."""

from dataclasses import replace

from glossary.domain import CaseAnswer, NotFoundError, Partner, Term
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.naming import listed, quote
from glossary.workflow.ports import Store


def answer_case(
    store: Store,
    set_id: str,
    term_id: str,
    partner_id: str,
    case_id: str,
    answer: CaseAnswer | None,
) -> Partner:
    """Save a partner's answer to a boundary case; None takes the answer back.

    Nothing is written when nothing changes. Raises NotFoundError for an unknown set, term,
    partner or case.
    """
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)
    _require_case(term, case_id)

    def change(now: Partner) -> Partner:
        return _with_answer(now, term.id, case_id, answer)

    if change(partner) == partner:
        return partner
    return store.update_partner(set_id, partner.id, change)


def _require_case(term: Term, case_id: str) -> None:
    known = [case.id for case in term.cases]
    if case_id in known:
        return
    place = {"term": quote(term.label), "case": quote(case_id)}
    if not known:
        raise NotFoundError(_("{term} has no boundary cases, so no {case}.").format(**place))
    raise NotFoundError(
        _("{term} has no boundary case {case}. Its cases are {cases}.").format(
            **place, cases=listed(known)
        )
    )


def _with_answer(partner: Partner, term: str, case: str, answer: CaseAnswer | None) -> Partner:
    answers = {key: value for key, value in partner.cases.get(term, {}).items() if key != case}
    if answer is not None:
        answers = dict(partner.cases.get(term, {})) | {case: answer}
    others = {key: value for key, value in partner.cases.items() if key != term}
    cases = dict(partner.cases) | {term: answers} if answers else others
    return replace(partner, cases=cases)
