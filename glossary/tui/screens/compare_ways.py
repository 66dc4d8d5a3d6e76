"""A term that is compared: what was found between whom, and the screens that lead on from it."""

from glossary.compare import Comparison
from glossary.domain import Term, TermSet
from glossary.domain.visibility import among, is_blind
from glossary.locale import gettext as _
from glossary.tui.comparisons import Comparisons
from glossary.tui.desk import Desk
from glossary.tui.faces import Faces
from glossary.tui.screens.term_ways import TermWays
from glossary.tui.spotlight import Spotlight


class CompareWays(TermWays):
    """What the screens about a comparison need of it: names or letters, and who stands out."""

    def __init__(self, desk: Desk, term: Term) -> None:
        super().__init__(desk)
        self._term = term
        self.term_id = term.id
        self._comparisons = Comparisons()
        self._faces = Faces(desk)
        self._spot = Spotlight()

    @property
    def pointed_id(self) -> str:
        """The term that is compared."""
        return self.term_id

    @property
    def faces(self) -> Faces:
        """Names or letters, as they are chosen here."""
        return self._faces

    @property
    def hides_names(self) -> bool:
        """Whether letters stand in the place of names."""
        return self._faces.are_hidden(self.term_id)

    def may_name(self) -> bool:
        """Not where another screen would put names beside what stands here under letters."""
        if self.hides_names:
            self.say(_("That shows who said what. Show the names first: {key}.").format(key="A"))
        return not self.hides_names

    def action_view(self, about: str) -> None:
        """Who looks through which lens, or who answers what: a screen full of it."""
        from glossary.tui.screens.matrix import MatrixScreen

        screen = MatrixScreen(self.desk, self.term_id, self._faces, self._comparisons, about)
        self.app.push_screen(screen, self.returned)

    def action_difference(self) -> None:
        """Name a difference between partners."""
        from glossary.tui.screens.difference import DifferenceScreen, likely

        between = self._spot.focus or likely(self._found)
        screen = DifferenceScreen(self.desk, self.term_id, self._faces, between)
        known = self.desk.termset.agreement(self.term_id).differences

        def returned(result: None) -> None:
            self.returned(result)
            # While somebody speaks, what there is to talk about is not in sight.
            if len(self.desk.termset.agreement(self.term_id).differences) > len(known):
                self.say(_("Difference saved; {key} shows it.").format(key="w"))

        self.app.push_screen(screen, returned)

    def action_why(self) -> None:
        """All signals, on a screen of their own."""
        from glossary.tui.screens.signals import SignalsScreen

        found = self._found
        if found is not None:
            screen = SignalsScreen(self.desk, self._term.id, found.signals, self._faces)
            self.app.push_screen(screen, self.returned)

    def action_card(self) -> None:
        """Fill the screen with a conversation card."""
        from glossary.tui.screens.card import CardScreen

        signals = self._found.signals if self._found else ()
        self.app.push_screen(CardScreen(self.desk, self.term_id, signals))

    def action_temperature(self) -> None:
        """Ask how heated it is."""
        from glossary.tui.screens.temperature import TemperatureScreen

        self.app.push_screen(TemperatureScreen(self.desk, self.term_id), self.returned)

    @property
    def _found(self) -> Comparison | None:
        """What was found between those that are shown; nothing that nobody may see."""
        return None if self._is_blind else self._comparisons.known(self._termset, self.term_id)

    @property
    def _is_blind(self) -> bool:
        return is_blind(self.desk.whole, self.term_id)

    @property
    def _termset(self) -> TermSet:
        """The partners that are shown, as they are called now."""
        named = self._faces.termset(self.term_id)
        return among(named, self.term_id, self._spot.focus) if self._spot.focus else named
