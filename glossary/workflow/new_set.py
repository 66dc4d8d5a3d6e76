"""Make a term set, from a starter or empty, and let partners join one."""

from collections.abc import Sequence

from glossary.domain import Partner, RefusedError, TermSet, Vocabulary
from glossary.domain.ids import is_valid_id, slug, unique_slug
from glossary.locale import gettext as _
from glossary.workflow.lookup import set_of
from glossary.workflow.naming import fold, quote
from glossary.workflow.ports import Store
from glossary.workflow.session.lettering import keep_letters
from glossary.workflow.shortnames import short_names
from glossary.workflow.typed import accept_language, accept_name


def new_set(
    store: Store,
    starters: Store,
    set_id: str,
    *,
    from_starters: Sequence[str],
    partner_names: Sequence[str],
    title: str = "",
    language: str = "nl",
) -> TermSet:
    """Make a set with these partners; starters give their terms and language.

    Of terms with one id that of the first starter is taken.

    The title is the group's own, or else what the id says: a starter's title on the wall would
    be about nobody in the room. So would what the starter is about in its minutes.

    Raises RefusedError for an id that no folder can have, a set that exists, a language that is
    none, starters in two languages and partners with the same name, NotFoundError for an unknown
    starter.
    """
    if not is_valid_id(set_id):
        raise RefusedError(_bad_id(set_id))
    if set_id in store.sets():
        raise RefusedError(
            _("The set {set} exists already. Choose another name.").format(set=quote(set_id))
        )
    shown = accept_name(title or set_id.replace("-", " ").capitalize(), _("Title"))
    found = [starters.load(set_of(starters, one)).termset.vocabulary for one in from_starters]
    vocabulary = (
        Vocabulary(shown, accept_language(language)) if not found else _joined(found, shown)
    )
    termset = TermSet(set_id, vocabulary, _partners(partner_names))
    store.create(termset)
    return termset


def add_partner(store: Store, set_id: str, name: str) -> Partner:
    """Let a partner join a set, under an id that its name suggests.

    Raises NotFoundError for an unknown set, RefusedError when a partner already has this name.
    """
    termset = store.load(set_id).termset
    partners = termset.partners
    accepted = accept_name(name, _("Name of the partner"))
    if fold(accepted) in {fold(one.name) for one in partners.values()}:
        raise RefusedError(_taken(accepted))
    short = short_names([accepted], {one.short_name for one in partners.values()})[accepted]
    partner = Partner(unique_slug(accepted, set(partners), "partner"), accepted, short)
    keep_letters(store, termset)
    store.add_partner(set_id, partner)
    return partner


def _joined(found: Sequence[Vocabulary], title: str) -> Vocabulary:
    languages = {one.language for one in found}
    if len(languages) > 1:
        raise RefusedError(
            _("These starters are in several languages: {languages}. Choose those in one.").format(
                languages=", ".join(sorted(languages))
            )
        )
    terms = {key: term for one in reversed(found) for key, term in one.terms.items()}
    ordered = {key: terms[key] for one in found for key in one.terms}
    return Vocabulary(title, found[0].language, "", ordered)


def _partners(names: Sequence[str]) -> dict[str, Partner]:
    label = _("Name of the partner")
    accepted = [accept_name(name, label) for name in names]
    shorts = short_names(accepted)
    found: dict[str, Partner] = {}
    seen: set[str] = set()
    for name in accepted:
        if fold(name) in seen:
            raise RefusedError(_taken(name))
        seen.add(fold(name))
        key = unique_slug(name, set(found), "partner")
        found[key] = Partner(key, name, shorts[name])
    return dict(sorted(found.items()))


def _taken(name: str) -> str:
    return _("There is a partner {name} already. Give this one another name.").format(
        name=quote(name)
    )


def _bad_id(set_id: str) -> str:
    suggestion = slug(set_id)
    place = {"set": quote(set_id)}
    if is_valid_id(suggestion):
        return _("A set cannot be called {set}. Use {suggestion}, for instance.").format(
            **place, suggestion=quote(suggestion)
        )
    return _(
        "A set cannot be called {set}. Use lower-case letters a to z, digits and hyphens."
    ).format(**place)
