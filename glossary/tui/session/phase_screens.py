"""Which screen a phase of the conversation fills, and which lie beside it."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from glossary.domain import Phase
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen

Aside = Callable[[Desk, str], RoomScreen]


def phase_screen(desk: Desk, term_id: str) -> RoomScreen:
    """The screen of the phase that a term is in. Raises NotFoundError for an unknown term."""
    from glossary.tui.screens.agreement import PHASES, AgreementScreen
    from glossary.tui.screens.compare import CompareScreen
    from glossary.tui.screens.entry import EntryScreen

    phase = desk.whole.agreement(term_id).phase
    if phase is Phase.COLLECT:
        return EntryScreen(desk, term_id)
    panels = {one: panel for panel, one in PHASES.items()}
    if phase in panels:
        return AgreementScreen(desk, term_id, panels[phase])
    restate = aside("restate", "RestateScreen")
    if phase is Phase.RESTATE and restate is not None:
        return restate(desk, term_id)
    return CompareScreen(desk, term_id)


def aside(module: str, name: str) -> Aside | None:
    """A screen about one term; None where the program has none of that name."""
    path = f"glossary.tui.screens.{module}"
    if find_spec(path) is None:
        return None
    found: Aside = getattr(import_module(path), name)
    return found
