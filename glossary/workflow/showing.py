"""A set as anybody may see it: nothing of a blind round, no reason before everybody spoke."""

from glossary.domain import TermSet
from glossary.locale import gettext as _


def shown(termset: TermSet) -> TermSet:
    """The set for screens, exports and commands; see `glossary.domain.visibility.veiled`.

    What a partner itself writes in its own form comes from the set as it is.
    """
    if not termset.agreements:
        # So is every set at the first frame, which should not load the rules for it.
        return termset
    from glossary.domain.visibility import veiled

    return veiled(termset, _("Not revealed yet"))
