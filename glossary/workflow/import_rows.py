"""Bring what a file holds into a set, losing nothing silently."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from glossary.domain import (
    TEXT_FIELDS,
    Agreement,
    Definition,
    Draft,
    Partner,
    Term,
    TermSet,
    Vocabulary,
)
from glossary.locale import gettext as _
from glossary.workflow.import_plan import ImportPlan, Placed, plan_import
from glossary.workflow.import_terms import filled
from glossary.workflow.incoming import Incoming, LeftOut, Place, Row
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept, accept_language, accept_name

__all__ = ["ImportPlan", "Incoming", "LeftOut", "Place", "Placed", "Row", "apply_import"]
__all__ += ["plan_import"]


def apply_import(
    store: Store, set_id: str, plan: ImportPlan, vocabulary: Vocabulary, *, overwrite: bool = False
) -> None:
    """Carry out a plan: make the set in one go, or add to the existing one file by file.

    The title, language and subject of `vocabulary` are those of a set that is made. A definition
    that stands there in other words stays, unless `overwrite`. Where the store stops half-way in
    an existing set, planning and applying the same file again adds what is missing.

    Raises what the store raises.
    """
    if set_id in store.sets():
        _add(store, set_id, plan, overwrite=overwrite)
    else:
        about = accept(vocabulary.about, _("About"))
        accepted = accept_name(vocabulary.title, _("Title")), accept_language(vocabulary.language)
        _create(store, set_id, plan, Vocabulary(*accepted, about, plan.new_terms))


def copy_set(
    store: Store, set_id: str, whole: TermSet, *, title: str = "", language: str = ""
) -> None:
    """Make a set that is a copy of another one, with everything that it holds.

    A `title` and a `language` take the place of its own. Raises what the store raises.
    """
    vocabulary = whole.vocabulary
    if title:
        vocabulary = replace(vocabulary, title=accept_name(title, _("Title")))
    if language:
        vocabulary = replace(vocabulary, language=accept_language(language))
    store.create(replace(whole, id=set_id, vocabulary=vocabulary))


def _create(store: Store, set_id: str, plan: ImportPlan, vocabulary: Vocabulary) -> None:
    by_partner = _by_partner(plan.new_definitions)
    partners = {
        key: _with(partner, by_partner.get(key, ()), overwrite=False)
        for key, partner in sorted(plan.new_partners.items())
    }
    agreements = {key: Agreement(key, draft=draft) for key, draft in plan.drafts.items()}
    store.create(TermSet(set_id, vocabulary, partners, agreements))


def _add(store: Store, set_id: str, plan: ImportPlan, *, overwrite: bool) -> None:
    if plan.new_terms or plan.filled_terms:
        store.update_vocabulary(set_id, partial(_with_terms, plan=plan))
    written = (*plan.new_definitions, *(plan.conflicts if overwrite else ()))
    by_partner = _by_partner(written)
    for key, partner in plan.new_partners.items():
        store.add_partner(set_id, _with(partner, by_partner.pop(key, ()), overwrite=overwrite))
    for key, placed in by_partner.items():
        store.update_partner(set_id, key, partial(_with, placed=placed, overwrite=overwrite))
    for key, draft in plan.drafts.items():
        store.update_agreement(set_id, key, partial(_with_draft, draft=draft))


def _with_terms(now: Vocabulary, plan: ImportPlan) -> Vocabulary:
    """What somebody else added in the meantime stays, and so does the order of the file."""
    terms: dict[str, Term] = {**now.terms, **plan.new_terms, **now.terms}
    told = {key: term for key, term in plan.filled_terms.items() if key in terms}
    return replace(now, terms=terms | {key: filled(terms[key], one) for key, one in told.items()})


def _with_draft(now: Agreement, draft: Draft) -> Agreement:
    return now if now.draft.wording.strip() else replace(now, draft=draft)


def _by_partner(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for one in placed:
        found.setdefault(one.partner, []).append(one)
    return found


def _with(partner: Partner, placed: Iterable[Placed], *, overwrite: bool) -> Partner:
    definitions = dict(partner.definitions)
    for one in placed:
        old = definitions.get(one.term, Definition(""))
        if overwrite or not old.meaning.strip():
            told = {name: text for name in TEXT_FIELDS if (text := getattr(one.definition, name))}
            # When the new words were written is not known: the day of the old ones is not theirs,
            # and neither is that of the import.
            definitions[one.term] = replace(old, **told, updated=None)
    return replace(partner, definitions=definitions)
