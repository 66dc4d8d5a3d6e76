"""Which screen a phase of the conversation fills."""

from glossary.domain import Phase
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen


def phase_screen(desk: Desk, term_id: str) -> RoomScreen:
    """The screen of the phase that a term is in. Raises NotFoundError for an unknown term."""
    from glossary.tui.screens.agreement import PHASES, AgreementScreen
    from glossary.tui.screens.compare import CompareScreen
    from glossary.tui.screens.entry import EntryScreen
    from glossary.tui.screens.restate import RestateScreen

    phase = desk.whole.agreement(term_id).phase
    if phase is Phase.COLLECT:
        return EntryScreen(desk, term_id)
    if phase is Phase.COMPARE:
        return CompareScreen(desk, term_id)
    if phase is Phase.RESTATE:
        return RestateScreen(desk, term_id)
    panels = {one: panel for panel, one in PHASES.items()}
    return AgreementScreen(desk, term_id, panels[phase])
