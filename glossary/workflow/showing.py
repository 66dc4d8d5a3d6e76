"""A set as anybody may see it: nothing of a blind round, no reason before everybody spoke."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from glossary.domain import TermSet
from glossary.locale import gettext as _
from glossary.workflow.naming import fold


def shown(termset: TermSet) -> TermSet:
    """The set for screens, exports and commands; see `glossary.domain.visibility.veiled`.

    What a partner itself writes in its own form comes from the set as it is.
    """
    return covered(told_apart(termset))


def covered(termset: TermSet) -> TermSet:
    """As `shown`, for who tells partners apart by their ids: names stay as they are."""
    if not termset.agreements and not termset.unread_agreements:
        # So is every set at the first frame, which should not load the rules for it.
        return termset
    from glossary.domain.visibility import veiled

    return veiled(termset, not_revealed())


def not_revealed() -> str:
    """What stands in the place of every meaning of a term that is not revealed."""
    return _("Not revealed yet")


def told_apart(termset: TermSet) -> TermSet:
    """The set with names that tell partners apart: those with the same one are numbered.

    Never write it to the files.
    """
    partners = termset.partners
    names = _alike({key: one.name for key, one in partners.items()})
    shorts = _alike({key: one.short_name for key, one in partners.items()})
    if not names and not shorts:
        return termset
    from glossary.workflow.shortnames import numbered

    apart = {
        key: replace(
            one,
            name=f"{one.name} {names[key]}" if key in names else one.name,
            short=numbered(one.short_name, shorts[key]) if key in shorts else one.short,
        )
        for key, one in partners.items()
    }
    return replace(termset, partners=apart)


def _alike(names: Mapping[str, str]) -> dict[str, int]:
    """By id, the number of each of those that are called the same; in the order of their ids."""
    often = Counter(map(fold, names.values()))
    seen: Counter[str] = Counter()
    found: dict[str, int] = {}
    for key, name in sorted(names.items()):
        if often[fold(name)] > 1:
            seen[fold(name)] += 1
            found[key] = seen[fold(name)]
    return found
