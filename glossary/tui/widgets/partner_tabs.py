"""Whose turn it is: the partners, and which of them have answered."""

from collections.abc import Iterable, Mapping

from glossary.domain import TermSet
from glossary.locale import gettext as _
from glossary.tui.widgets.choices import Choice, Choices

# No partner has this id: ids begin with a letter or a digit.
ADD = "+"


def partner_choices(
    termset: TermSet, term_id: str, names: Mapping[str, str], unread: Iterable[str]
) -> list[Choice]:
    """A choice per partner, with a check mark when it said what it means, and one to add.

    Partners whose file cannot be read have an exclamation mark.
    """
    meanings = termset.meanings(term_id)
    choices = [Choice(key, names[key], mark="✓" if key in meanings else "") for key in names]
    choices += [Choice(key, key, mark="!") for key in unread]
    return [*choices, Choice(ADD, _("Partner"), mark="+")]


class PartnerTabs(Choices):
    """The row of partners."""

    DEFAULT_CSS = "PartnerTabs { padding: 0 1; }"

    def show_partners(
        self,
        termset: TermSet,
        term_id: str,
        names: Mapping[str, str],
        chosen: str,
        unread: Iterable[str],
    ) -> None:
        """Show who there are, with `chosen` as the one whose turn it is."""
        self.show(partner_choices(termset, term_id, names, unread), chosen)
