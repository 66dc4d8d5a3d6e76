"""Let a word join a set that is there: bare, or with what a starter knows about it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from glossary.domain import RefusedError, Term, TermSet
from glossary.domain.ids import unique_slug
from glossary.locale import gettext as _
from glossary.workflow.naming import fold, quote
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept_name

# Under what a starter may know a word, the surest first.
_NAMES: tuple[Callable[[Term], Iterable[str]], ...] = (
    lambda term: (term.label,),
    lambda term: term.variants,
    lambda term: (term.translation,),
)


def known_word(starters: Store, language: str, name: str) -> Term | None:
    """The term that a starter in this language has under its label, a variant or a translation."""
    wanted = fold(name)
    sets = [starters.load(set_id).termset for set_id in starters.sets()]
    terms = [
        term
        for one in sets
        # A set with partners is a demo.
        if not one.partners and one.language.split("-")[0] == language.split("-", maxsplit=1)[0]
        for term in one.terms.values()
    ]
    found = (term for names in _NAMES for term in terms if wanted in map(fold, names(term)))
    return next(found, None)


def new_name(termset: TermSet, name: str) -> str:
    """The name of a term to be, as it may be. Raises RefusedError, also for one that is there."""
    accepted = accept_name(name, _("Name of the term"))
    for term in termset.terms.values():
        if fold(accepted) in map(fold, (term.label, *term.variants)):
            raise RefusedError(_("This set has {term} already.").format(term=quote(term.label)))
    return accepted


def add_term(store: Store, set_id: str, name: str, known: Term | None = None) -> Term:
    """Let a word join a set under this name; `known` gives all else that is said about it.

    Raises NotFoundError for an unknown set, RefusedError for a name that is taken.
    """
    termset = store.load(set_id).termset
    label = new_name(termset, name)
    key = unique_slug(label, set(termset.terms), "term")
    others = {fold(label)} | {
        fold(one) for term in termset.terms.values() for one in (term.label, *term.variants)
    }
    term = Term(key, label)
    if known is not None:
        names = dict.fromkeys((known.label, *known.variants))
        variants = tuple(one for one in names if fold(one) not in others)
        term = replace(known, id=key, label=label, variants=variants)
    store.update_vocabulary(set_id, lambda now: replace(now, terms={**now.terms, key: term}))
    return term
