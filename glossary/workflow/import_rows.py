"""Bring rows of term, definition and organisation into a set, losing nothing silently."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from glossary.domain import Definition, Partner, TermSet, Vocabulary
from glossary.locale import gettext as _
from glossary.workflow.import_plan import ImportPlan, Placed, Row, Unplaced, plan_import
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept_language, accept_name

__all__ = ["ImportPlan", "Placed", "Row", "Unplaced", "apply_import", "plan_import"]


def apply_import(
    store: Store,
    set_id: str,
    plan: ImportPlan,
    language: str,
    title: str,
    *,
    overwrite: bool = False,
) -> None:
    """Carry out a plan: make the set in one go, or add to the existing one file by file.

    `language` and `title` are those of a set that is made. A definition that stands there in
    other words stays, unless `overwrite`. Where the store stops half-way in an existing set,
    planning and applying the same rows again adds what is missing.

    Raises what the store raises.
    """
    if set_id in store.sets():
        _add(store, set_id, plan, overwrite=overwrite)
    else:
        accepted = accept_name(title, _("Title")), accept_language(language)
        _create(store, set_id, plan, Vocabulary(*accepted, terms=plan.new_terms))


def _create(store: Store, set_id: str, plan: ImportPlan, vocabulary: Vocabulary) -> None:
    by_partner = _by_partner(plan.new_definitions)
    partners = {
        key: _with(partner, by_partner[key], overwrite=False)
        for key, partner in sorted(plan.new_partners.items())
    }
    store.create(TermSet(set_id, vocabulary, partners))


def _add(store: Store, set_id: str, plan: ImportPlan, *, overwrite: bool) -> None:
    if plan.new_terms:
        # what somebody else added in the meantime stays, and so does the order of the file
        store.update_vocabulary(
            set_id, lambda now: replace(now, terms={**now.terms, **plan.new_terms, **now.terms})
        )
    written = (*plan.new_definitions, *(plan.conflicts if overwrite else ()))
    for key, placed in _by_partner(written).items():
        change = partial(_with, placed=placed, overwrite=overwrite)
        if key in plan.new_partners:
            store.add_partner(set_id, change(plan.new_partners[key]))
        else:
            store.update_partner(set_id, key, change)


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
            # the day of the old words is not the day of the new ones
            definitions[one.term] = replace(
                old, meaning=one.meaning, source=one.source, updated=None
            )
    return replace(partner, definitions=definitions)
