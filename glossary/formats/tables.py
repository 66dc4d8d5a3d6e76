"""A set as rows for a spreadsheet: everything in one table, or a form that a partner fills in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from glossary.domain import TEXT_FIELDS, Definition, Draft, Partner, Term, TermSet, visible
from glossary.domain.visibility import is_blind
from glossary.formats.cell_texts import join_lines, join_names
from glossary.locale import gettext as _
from glossary.workflow.words import answer_word, field_word

_SAID = tuple(field for field in TEXT_FIELDS if field != "meaning")
_LONG = ("term", "partner", "definition", *_SAID, "variants", "translation", "why", "questions")
_LONG += ("case", "answer", "kind")
_FORM = ("term", "why", "questions", "definition", *_SAID)
CASES = ("term", "case", "answer")
_NOTHING = Definition("")

Cells = Mapping[str, str]


class Table(NamedTuple):
    """A header and its rows; each as long as the header."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def heading(role: str) -> str:
    """What a column is called, in the reader's language; `headers` knows it in both."""
    if role in _SAID:
        return field_word(role)
    headings: Mapping[str, Callable[[], str]] = {
        "term": lambda: _("Word"),
        "partner": lambda: _("Organisation"),
        "definition": lambda: field_word("meaning"),
        "variants": lambda: _("Variants"),
        "translation": lambda: _("Translation"),
        "why": lambda: _("Why this word is loaded"),
        "questions": lambda: _("Questions"),
        "case": lambda: _("Boundary case"),
        "answer": lambda: _("Answer"),
        "kind": lambda: _("Kind of row"),
    }
    return headings[role]()


def table(roles: Sequence[str], rows: Iterator[Cells]) -> Table:
    """Rows under the headings of their roles."""
    cells = [tuple(visible(row.get(role, "")) for role in roles) for row in rows]
    return Table(tuple(heading(role) for role in roles), cells)


def long_table(termset: TermSet) -> Table:
    """One row per definition, answer and shared wording, and for who or what has none of these.

    Nothing that somebody wrote unseen is in it.
    """
    return table(_LONG, _long_rows(termset))


def form_table(termset: TermSet, partner: Partner) -> Table:
    """The words, why and what is asked, with what this partner wrote itself and no other."""
    return table(_FORM, (_form_row(termset, partner, one) for one in termset.terms.values()))


def form_cases(termset: TermSet, partner: Partner) -> Table:
    """The boundary cases of all words, with this partner's answers."""
    return table(CASES, _answers(termset, partner))


def flat_form(termset: TermSet, partner: Partner) -> Table:
    """A form in one table, with boundary cases in rows of their own."""
    rows = [_form_row(termset, partner, one) for one in termset.terms.values()]
    named = ({**row, "partner": partner.name} for row in (*rows, *_answers(termset, partner)))
    return table(("partner", *_FORM, "case", "answer"), named)


def said(termset: TermSet, partner: Partner, term: Term) -> Definition:
    """What a partner says of a term as anybody may see it."""
    return _NOTHING if is_blind(termset, term.id) else partner.definitions.get(term.id, _NOTHING)


def _long_rows(termset: TermSet) -> Iterator[Cells]:
    silent = dict(termset.partners)
    for term in termset.terms.values():
        about = _about(term)
        speakers = [] if is_blind(termset, term.id) else list(termset.meanings(term.id))
        for key in speakers:
            partner = termset.partners[key]
            yield {**about, "partner": partner.name, **_texts(partner.definitions[term.id])}
            silent.pop(key, None)
        draft = termset.agreement(term.id).draft
        if draft.wording.strip():
            texts = {"example": draft.example, "counterexample": draft.counterexample}
            yield {**about, "kind": _shared(), "definition": draft.wording, **texts}
        elif not speakers:
            yield about
        yield from _cases(termset, term)
        yield from _decided(term, draft)
    for partner in silent.values():
        yield {"partner": partner.name}


def _cases(termset: TermSet, term: Term) -> Iterator[Cells]:
    for case in term.cases:
        answers = () if is_blind(termset, term.id) else termset.partners.values()
        row = {"term": term.label, "case": case.text}
        given = [
            {**row, "partner": one.name, "answer": answer_word(answer)}
            for one in answers
            if (answer := one.cases.get(term.id, {}).get(case.id)) is not None
        ]
        yield from given or [row]


def _decided(term: Term, draft: Draft) -> Iterator[Cells]:
    """What the shared wording says of boundary cases."""
    texts = {case.id: case.text for case in term.cases}
    for case, answer in draft.cases.items() if draft.wording.strip() else ():
        told = {"case": texts.get(case, case), "answer": answer_word(answer)}
        yield {"term": term.label, "kind": _shared(), **told}


def _shared() -> str:
    return _("shared wording")


def _form_row(termset: TermSet, partner: Partner, term: Term) -> Cells:
    asked = {"term": term.label, "why": term.why, "questions": join_lines(term.questions)}
    return {**asked, **_texts(said(termset, partner, term))}


def _answers(termset: TermSet, partner: Partner) -> Iterator[Cells]:
    for term in termset.terms.values():
        given = {} if is_blind(termset, term.id) else partner.cases.get(term.id, {})
        for case in term.cases:
            answer = given.get(case.id)
            told = "" if answer is None else answer_word(answer)
            yield {"term": term.label, "case": case.text, "answer": told}


def _texts(definition: Definition) -> dict[str, str]:
    return {"definition": definition.meaning} | {
        field: getattr(definition, field) for field in _SAID
    }


def _about(term: Term) -> dict[str, str]:
    return {
        "term": term.label,
        "variants": join_names(term.variants),
        "translation": term.translation,
        "why": term.why,
        "questions": join_lines(term.questions),
    }
