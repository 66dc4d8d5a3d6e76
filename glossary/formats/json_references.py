"""Ids in a set that name something which is not there."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from glossary.domain import TermSet
from glossary.formats.json_text import plain
from glossary.locale import gettext as _
from glossary.workflow.naming import listed

# Where ids of terms and of partners stand: as texts below these keys, and as keys below those.
_TERM_AT = frozenset({"term", "terms", "current"})
_PARTNER_AT = frozenset({"of", "by", "partner", "between"})
_TERM_KEYS = frozenset({"definitions", "ratings", "positions", "spent"})


def dangling(termset: TermSet) -> Iterator[str]:
    """A sentence that names the places, if there are any.

    What was said to and by a partner that had its turn and left stays, and is no mistake.
    """
    left = {key for one in termset.agreements.values() for key in one.order}
    partners = frozenset(termset.partners) | left
    places = [
        *_loose(plain(list(termset.partners.values())), "partners", termset.terms, partners),
        *_loose(plain(list(termset.agreements.values())), "agreements", termset.terms, partners),
        *_loose(plain(termset.session), "session", termset.terms, partners),
        *_details(termset),
    ]
    if places:
        yield _("Named, but not in the file; kept as it is: {places}.").format(
            places=listed(places)
        )


def _loose(value: Any, at: str, terms: Collection[str], partners: Collection[str]) -> Iterator[str]:
    """Places below `at` of terms and partners that are not there."""
    for key, item in value.items() if isinstance(value, dict) else ():
        place = f"{at}.{key}"
        if isinstance(item, dict):
            known = terms if key in _TERM_KEYS else partners if key == "meanings" else item
            yield from (f"{place}.{name}" for name in item if name not in known)
        texts = (item,) if isinstance(item, str) else item if isinstance(item, list) else ()
        known = terms if key in _TERM_AT else partners if key in _PARTNER_AT else texts
        yield from (place for one in texts if isinstance(one, str) and one and one not in known)
        yield from _loose(item, place, terms, partners)
    for number, item in enumerate(value) if isinstance(value, list) else ():
        yield from _loose(item, f"{at}[{number}]", terms, partners)


def _details(termset: TermSet) -> Iterator[str]:
    """Places of lenses and cases that their terms do not have."""
    lenses = {key: {one.id for one in term.lenses} for key, term in termset.terms.items()}
    cases = {key: {one.id for one in term.cases} for key, term in termset.terms.items()}
    for at, partner in enumerate(termset.partners.values()):
        chosen = {key: one.lenses for key, one in partner.definitions.items()}
        for key, names in chosen.items():
            yield from _unknown(f"partners[{at}].definitions.{key}.lenses", names, lenses.get(key))
        for key, given in partner.cases.items():
            if key not in termset.terms:
                yield f"partners[{at}].cases.{key}"
            yield from _unknown(f"partners[{at}].cases.{key}", given, cases.get(key))
    for at, one in enumerate(termset.agreements.values()):
        yield from _unknown(f"agreements[{at}].draft.cases", one.draft.cases, cases.get(one.term))


def _unknown(
    at: str, names: Collection[str] | Mapping[str, object], known: Collection[str] | None
) -> Iterator[str]:
    """Nothing below a term that is not there itself."""
    yield from (f"{at}.{name}" for name in names if known is not None and name not in known)
