"""What a file tells of a term besides its definitions."""

from dataclasses import replace

from glossary.domain import Case, Lens, Term
from glossary.domain.ids import unique_slug
from glossary.locale import gettext as _
from glossary.workflow.typed import accept, accept_name


def accepted_term(term: Term) -> Term:
    """A term with text that may stand in a file; lenses and cases get ids. Raises RefusedError."""
    label = accept_name(term.label, _("Term"))
    lens_ids: set[str] = set()
    case_ids: set[str] = set()
    return replace(
        term,
        label=label,
        variants=_names(term.variants, _("Variants")),
        translation=" ".join(accept(term.translation, _("Translation")).split()),
        why=accept(term.why, _("Why this word is loaded")),
        questions=_names(term.questions, _("Questions")),
        lenses=tuple(_lens(one, lens_ids) for one in term.lenses if one.label.strip()),
        cases=tuple(_case(one, case_ids) for one in term.cases if one.text.strip()),
    )


def filled(term: Term, told: Term) -> Term:
    """The term with what it does not say of itself and the file does."""
    return replace(
        term,
        variants=term.variants or told.variants,
        translation=term.translation or told.translation,
        why=term.why or told.why,
        questions=term.questions or told.questions,
        lenses=term.lenses or told.lenses,
        cases=term.cases or told.cases,
    )


def _names(texts: tuple[str, ...], name: str) -> tuple[str, ...]:
    kept = (" ".join(accept(text, name).split()) for text in texts)
    return tuple(dict.fromkeys(text for text in kept if text))


def _lens(lens: Lens, taken: set[str]) -> Lens:
    label = accept_name(lens.label, _("Lens"))
    key = unique_slug(label, taken, "lens")
    taken.add(key)
    return Lens(key, label, _names(lens.cues, _("Cues")))


def _case(case: Case, taken: set[str]) -> Case:
    text = accept(case.text, _("Boundary case"))
    key = unique_slug(text[:40], taken, "case")
    taken.add(key)
    return Case(key, text)
