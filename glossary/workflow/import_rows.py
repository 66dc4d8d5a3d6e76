"""Bring what a file holds into a set, losing nothing silently."""

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from glossary.domain import (
    TEXT_FIELDS,
    Agreement,
    Definition,
    Draft,
    Partner,
    Term,
    TermSet,
    Vocabulary,
    fingerprint,
)
from glossary.locale import gettext as _
from glossary.workflow.import_answers import PlacedAnswer, with_answers
from glossary.workflow.import_definitions import completing
from glossary.workflow.import_plan import ImportPlan, Placed, plan_import
from glossary.workflow.import_terms import filled
from glossary.workflow.incoming import Answered, Incoming, LeftOut, Place, Row
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept, accept_language, accept_name

__all__ = [
    "Answered",
    "ImportPlan",
    "Incoming",
    "LeftOut",
    "Place",
    "Placed",
    "Row",
    "apply_import",
]
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
    said = _by_partner(plan, overwrite=False)
    partners = {
        key: _with(partner, said[key], overwrite=False)
        for key, partner in sorted(plan.new_partners.items())
    }
    agreements = {key: Agreement(key, draft=draft) for key, draft in plan.drafts.items()}
    store.create(TermSet(set_id, vocabulary, partners, agreements))


def _add(store: Store, set_id: str, plan: ImportPlan, *, overwrite: bool) -> None:
    if plan.new_terms or plan.filled_terms:
        store.update_vocabulary(set_id, partial(_with_terms, plan=plan))
    said = _by_partner(plan, overwrite=overwrite)
    for key, partner in plan.new_partners.items():
        now = said.pop(key, _Said([], [], []))
        store.add_partner(set_id, _with(partner, now, overwrite=overwrite))
    for key, now in said.items():
        store.update_partner(set_id, key, partial(_with, said=now, overwrite=overwrite))
    for key, draft in plan.drafts.items():
        store.update_agreement(set_id, key, partial(_with_draft, draft=draft))


def _with_terms(now: Vocabulary, plan: ImportPlan) -> Vocabulary:
    """What somebody else added in the meantime stays, and so does the order of the file."""
    terms: dict[str, Term] = {**now.terms, **plan.new_terms, **now.terms}
    told = {key: term for key, term in plan.filled_terms.items() if key in terms}
    return replace(now, terms=terms | {key: filled(terms[key], one) for key, one in told.items()})


def _with_draft(now: Agreement, draft: Draft) -> Agreement:
    return now if now.draft.wording.strip() else replace(now, draft=draft)


class _Said(NamedTuple):
    """What a plan has one partner say."""

    written: list[Placed]
    completed: list[Placed]
    answers: list[PlacedAnswer]


def _by_partner(plan: ImportPlan, *, overwrite: bool) -> defaultdict[str, _Said]:
    found: defaultdict[str, _Said] = defaultdict(lambda: _Said([], [], []))
    for one in (*plan.new_definitions, *(plan.conflicts if overwrite else ())):
        found[one.partner].written.append(one)
    for one in plan.completed:
        found[one.partner].completed.append(one)
    for answer in (*plan.new_answers, *(plan.other_answers if overwrite else ())):
        found[answer.partner].answers.append(answer)
    return found


def _with(partner: Partner, said: _Said, *, overwrite: bool) -> Partner:
    definitions = dict(partner.definitions)
    for one in said.written:
        old = definitions.get(one.term, Definition(""))
        if overwrite or not old.meaning.strip():
            told = {name: text for name in TEXT_FIELDS if (text := getattr(one.definition, name))}
            # When the new words were written is not known: the day of the old ones is not theirs,
            # and neither is that of the import.
            definitions[one.term] = replace(old, **told, updated=None)
    for one in said.completed:
        old = definitions.get(one.term, Definition(""))
        if fingerprint(old.meaning) == fingerprint(one.definition.meaning):
            definitions[one.term] = replace(old, **completing(one.definition, old))
    now = replace(partner, definitions=definitions)
    return with_answers(now, said.answers, overwrite=overwrite)
