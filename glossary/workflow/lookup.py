"""Find the set, term or partner that somebody named, or say which one they may have meant."""

from collections.abc import Iterable, Iterator

from glossary.domain import NotFoundError, Partner, Term, TermSet
from glossary.locale import gettext as _
from glossary.workflow.naming import fold, listed, nearest, quote
from glossary.workflow.ports import Store


def term_of(termset: TermSet, text: str) -> Term:
    """The term with this id, label or variant, in that order and whatever the case.

    Raises NotFoundError, with the nearest name where there is one.
    """
    if text in termset.terms:
        return termset.terms[text]
    terms, wanted = termset.terms.values(), fold(text)
    by_label = [term for term in terms if wanted in (fold(term.id), fold(term.label))]
    found = by_label or [term for term in terms if wanted in map(fold, term.variants)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(
            _("{name} names several terms in {set}: use one of {ids}.").format(
                name=quote(text), set=quote(termset.id), ids=listed(term.id for term in found)
            )
        )
    raise NotFoundError(_no_term(termset, text))


def partner_of(termset: TermSet, text: str) -> Partner:
    """The partner with this id, name or short name, in that order and whatever the case.

    Raises NotFoundError, with the nearest name where there is one.
    """
    if text in termset.partners or text in termset.unread:
        return partner_by_id(termset, text)
    partners, wanted = termset.partners.values(), fold(text)
    by_name = [one for one in partners if wanted in (fold(one.id), fold(one.name))]
    found = by_name or [one for one in partners if wanted == fold(one.short_name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(
            _("{name} names several partners in {set}: use one of {ids}.").format(
                name=quote(text), set=quote(termset.id), ids=listed(one.id for one in found)
            )
        )
    raise NotFoundError(_no_partner(termset, text))


def term_by_id(termset: TermSet, term_id: str) -> Term:
    """The term with this very id: what is answered belongs to no other one.

    Raises NotFoundError.
    """
    if term_id in termset.terms:
        return termset.terms[term_id]
    raise NotFoundError(_no_term(termset, term_id))


def partner_by_id(termset: TermSet, partner_id: str) -> Partner:
    """The partner with this very id: nobody reads or answers for one of the same name.

    Raises NotFoundError.
    """
    if partner_id in termset.partners:
        return termset.partners[partner_id]
    raise NotFoundError(_no_partner(termset, partner_id))


def set_of(store: Store, given: str | None, option: str = "") -> str:
    """Id of the given set, or of the only one when none is given.

    `option` goes before the id of a set where somebody says which one. Raises NotFoundError when
    there is no such set, none at all, or more than one to choose from.
    """
    sets = store.sets()
    if given is not None:
        if given in sets:
            return given
        raise NotFoundError(_no_set(store, given, sets))
    if len(sets) == 1:
        return sets[0]
    if not sets:
        raise NotFoundError(
            _("{folder} holds no term sets. Make one with: glossary new SET.").format(
                folder=quote(str(store.folder))
            )
        )
    raise NotFoundError(
        _(
            "{folder} holds several term sets: {sets}. Say which one; for instance, add {how}."
        ).format(
            folder=quote(str(store.folder)), sets=listed(sets), how=f"{option} {sets[0]}".strip()
        )
    )


def _no_term(termset: TermSet, text: str) -> str:
    place = {"term": quote(text), "set": quote(termset.id)}
    near = nearest(text, _term_names(termset))
    if near is not None:
        return _("No term {term} in {set}. Did you mean {near}?").format(**place, near=quote(near))
    if not termset.terms:
        return _("No term {term} in {set}: the set has no terms yet.").format(**place)
    labels = listed(term.label for term in termset.terms.values())
    return _("No term {term} in {set}. Its terms are {terms}.").format(**place, terms=labels)


def _no_partner(termset: TermSet, text: str) -> str:
    place = {"partner": quote(text), "set": quote(termset.id)}
    if text in termset.unread:
        return _("The file of {partner} in {set} cannot be read: see glossary check.").format(
            **place
        )
    if not termset.partners:
        return _("No partner {partner} in {set}: the set has no partners yet.").format(**place)
    names = listed(partner.name for partner in termset.partners.values())
    told = _("No partner {partner} in {set}. Its partners are {partners}.").format(
        **place, partners=names
    )
    near = nearest(text, _partner_names(termset.partners.values()))
    if near is None:
        return told
    return told + " " + _("Did you mean {near}?").format(near=quote(near))


def _no_set(store: Store, given: str, sets: tuple[str, ...]) -> str:
    place = {"set": quote(given), "folder": quote(str(store.folder))}
    near = nearest(given, sets)
    if near is not None:
        return _("No set {set} in {folder}. Did you mean {near}?").format(**place, near=quote(near))
    if not sets:
        return _("No set {set} in {folder}: the folder holds no term sets.").format(**place)
    return _("No set {set} in {folder}. Its sets are {sets}.").format(**place, sets=listed(sets))


def _term_names(termset: TermSet) -> Iterator[str]:
    for term in termset.terms.values():
        yield from (term.id, *term.variants, term.label)


def _partner_names(partners: Iterable[Partner]) -> Iterator[str]:
    for partner in partners:
        yield from (partner.id, partner.short_name, partner.name)
