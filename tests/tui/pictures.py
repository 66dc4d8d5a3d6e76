"""Pictures of every screen of the demo, to look at: python -m tests.tui.pictures FOLDER [PART]

Writes SVG files named screen-size-language-theme; with PART only those whose name holds it.
"""

import asyncio
import datetime as dt
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from glossary.domain import Phase
from glossary.locale import use
from glossary.store.folder import FolderStore
from glossary.store.journal import FileJournal
from glossary.tui.app import GlossaryApp
from glossary.workflow.keeping import Unsaved
from tests.tui.meeting import REVEALED, meeting
from tests.tui.past import remember
from tests.tui.rounds import round_set
from tests.tui.seeing import Seen, opened

TERMSETS = Path(__file__).parents[2] / "termsets"
SIZES = ((80, 24), (100, 30), (120, 40))
SETS = {"nl": "demo", "en": "demo-en"}
# A screen is reached from the list by keys; a word of WORDS is typed to find the term it names.
SCREENS: dict[str, tuple[str, ...]] = {
    "library": (),
    "find": ("slash", *"samn"),
    "nothing-found": ("slash", *"xqz"),
    "compare": ("enter",),
    "compare-some": ("OPEN", "enter"),
    "compare-none": ("EMPTY", "enter"),
    "about": ("i",),
    "marks": ("enter", "m"),
    "signals": ("enter", "w"),
    "help": ("enter", "f1"),
    "help-agreement": ("a", "f1"),
    "sets": ("o",),
    "new-set": ("o", "n", "enter", *"Zorg", "enter", *"Noord"),
    "new-term": ("n", *"inclusion", "enter"),
    "export": ("x",),
    "trouble": ("x", "ctrl+u", *"/no/folder/here.md", "enter"),
    "who-types": ("e",),
    "entry": ("e", "enter"),
    "entry-fields": ("e", "enter", "f4", "f5", "f6", "f7", "f8"),
    "entry-cases": ("e", "enter", "ctrl+b", "1"),
    "entry-lens": ("e", "enter", "ctrl+o"),
    "entry-newcomer": ("e", "enter", "shift+tab", "plus"),
    "waiting": (),
    "put-back": ("UNSAVED", "e"),
    "question": ("e", "enter", *("ctrl+u", "backspace") * 5, "ctrl+s"),
    "agreement": ("a",),
    "draft": ("DRAFTED", "a", "f7"),
    "draft-open": ("a", *"goed", "space", *"werk"),
    "draft-cases": ("a", *"werk", "ctrl+b", "1"),
    "restate": ("r",),
    "restate-almost": ("r", *"tijd", "ctrl+s", "ALMOST", *"rust"),
    "restate-again": ("r", *"tijd", "ctrl+s", "ALMOST", *"rust", "enter", "f4"),
    "restate-skipped": ("r", *("ctrl+o",) * 3),
    "positions-none": ("a", "f5"),
    "positions": ("DRAFTED", "a", "f5"),
    "positions-reason": ("DRAFTED", "a", "f5", "3"),
    "positions-all": ("AGREED", "a", "f5"),
    "outcome": ("DRAFTED", "a", "f6"),
    "outcome-renamed": ("DRAFTED", "a", "f6", "3"),
    "outcome-recorded": ("AGREED", "a", "f6"),
    "history": ("MOVED", "h"),
    "history-first": ("MOVED", "h", *("down",) * 5),
    "history-partner": ("MOVED", "h", "left"),
    "history-outcome": ("MOVED", "h", "2"),
    "history-commit": ("MOVED", "h", "down", "down", "down", "3"),
    "history-nothing": ("MOVED", "h", "right", "2"),
    "history-help": ("MOVED", "h", "f1"),
    "no-history": ("h",),
    "card": ("enter", "k"),
    "card-last": ("enter", "k", "backspace"),
    "temperature": ("enter", "T", "4"),
    "session-prepare": ("s",),
    "session-overview": ("s", "enter"),
    "session-begin": ("s", "enter", "enter"),
    "session-collect": ("s", "enter", "enter", "ctrl+g", "1"),
    "session-menu": ("s", "enter", "enter", "ctrl+g"),
    "session-compare": ("s", "enter", "enter", "ctrl+g", "2"),
    "session-beamer": ("s", "enter", "enter", "ctrl+g", "b"),
    "session-draft": ("s", "enter", "enter", "ctrl+g", "4"),
    "session-going": ("s", "enter", "enter", "ctrl+g", "o"),
    "session-today": ("s", "enter", "enter", "ctrl+g", "o", "t"),
    "palette": ("ctrl+p",),
    "palette-agreement": ("a", "ctrl+p"),
}
# Of a round of consent among so many partners, of which so many have answered.
ROUNDS: dict[str, tuple[int, int, tuple[str, ...]]] = {
    **{f"round-{n}": (n, n // 2, ("a", "f5")) for n in (2, 6, 12)},
    **{f"round-reason-{n}": (n, n // 2, ("a", "f5", "3", *"te vaag")) for n in (2, 6, 12)},
    **{f"round-over-{n}": (n, n, ("a", "f5")) for n in (2, 6, 12)},
    **{f"round-outcome-{n}": (n, n, ("a", "f6", "w")) for n in (2, 6, 12)},
    **{f"round-heat-{n}": (n, n, ("enter", "T", "4")) for n in (2, 6, 12)},
    "round-close": (6, 4, ("a", "f5", "ctrl+e")),
    "round-earlier": (6, 4, ("a", "f5", "h")),
    "round-card": (6, 6, ("enter", "k")),
}
# A phase of a session with so many partners; keys pressed once its screen is there.
PHASES: dict[str, tuple[Phase, tuple[str, ...]]] = {
    "overview": (Phase.RESTATE, ("escape",)),
    "collect": (Phase.COLLECT, ()),
    "collect-cover": (Phase.COLLECT, ("escape",)),
    "compare": (Phase.COMPARE, ()),
    "compare-turn": (Phase.COMPARE, ("2",)),
    "compare-letters": (Phase.COMPARE, ("A",)),
    "compare-beamer": (Phase.COMPARE, ("ctrl+g", "b")),
    "lenses": (Phase.COMPARE, ("l",)),
    "cases": (Phase.COMPARE, ("g",)),
    "difference": (Phase.COMPARE, ("v",)),
    "heat": (Phase.COMPARE, ("T", "4")),
    "restate": (Phase.RESTATE, ()),
    "restate-beamer": (Phase.RESTATE, ("ctrl+g", "b")),
    "draft": (Phase.DRAFT, ()),
    "draft-cases": (Phase.DRAFT, ("ctrl+b",)),
    "consent": (Phase.CONSENT, ()),
    "consent-reason": (Phase.CONSENT, ("b", *"te vaag")),
    "consent-beamer": (Phase.CONSENT, ("ctrl+g", "b")),
    "close": (Phase.CLOSED, ()),
    "today": (Phase.CLOSED, ("escape", "3", "t")),
}
MEETINGS = {
    f"phase-{name}-{n}": (n, *reached) for name, reached in PHASES.items() for n in (2, 6, 12)
}
WORDS = {
    "nl": {
        "DRAFTED": "eigenaars",
        "AGREED": "vertrouwen",
        "OPEN": "draagvlak",
        "EMPTY": "conflict",
        "MOVED": "kwaliteit",
        "UNSAVED": "kwaliteit",
        "ALMOST": "b",
    },
    "en": {
        "DRAFTED": "ownership",
        "AGREED": "trust",
        "OPEN": "support",
        "EMPTY": "conflict",
        "MOVED": "quality",
        "UNSAVED": "quality",
        "ALMOST": "a",
    },
}
# What waits on the screens whose names are WAITING.
WAITING = ("waiting", "put-back")
UNSAVED = {
    "nl": Unsaved(
        "0" * 12,
        "definition",
        "kwaliteit",
        "stichting-de-brug",
        {"meaning": "Dat een bewoner merkt dat hij ertoe doet. Wij onthouden wat hij vertelde."},
        {},
    ),
    "en": Unsaved(
        "0" * 12,
        "definition",
        "quality",
        "the-bridge",
        {"meaning": "That a resident notices that they matter. We come back to what they told us."},
        {},
    ),
}


@asynccontextmanager
async def screen(
    name: str, size: tuple[int, int], language: str, *, dark: bool
) -> AsyncIterator[Seen]:
    """One screen, reached from the list by keys."""
    use(language)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "termsets"
        for set_id in SETS.values():
            shutil.copytree(TERMSETS / set_id, copy / set_id)
        if name.startswith("history"):
            remember(copy, SETS[language])
        store = FolderStore(copy, journal=FileJournal(Path(folder) / "state", copy))
        if name in WAITING:
            store.journal.keep(SETS[language], UNSAVED[language])
        app = GlossaryApp(store, today=lambda: dt.date(2026, 11, 23), set_id=SETS[language])
        async with app.run_test(size=size) as pilot:
            seen = Seen(app, pilot)
            await seen.rest()
            await seen.press(*(["f2"] if dark else []), "home", *_spelled(name, language))
            yield seen


def _spelled(name: str, language: str) -> Iterator[str]:
    for key in SCREENS[name]:
        word = WORDS[language].get(key)
        if word is not None and len(word) > 1:
            yield from ("slash", *word, "escape")
        else:
            yield word or key


@asynccontextmanager
async def round_screen(
    name: str, size: tuple[int, int], language: str, *, dark: bool
) -> AsyncIterator[Seen]:
    """A screen of a round of consent."""
    use(language)
    partners, answered, pressed = ROUNDS[name]
    async with opened(round_set(partners, answered), size=size) as seen:
        await seen.press(*(["f2"] if dark else []), *pressed)
        yield seen


@asynccontextmanager
async def phase_screen(
    name: str, size: tuple[int, int], language: str, *, dark: bool
) -> AsyncIterator[Seen]:
    """A screen of a session."""
    use(language)
    partners, phase, pressed = MEETINGS[name]
    with tempfile.TemporaryDirectory() as folder:
        store = FolderStore(Path(folder) / "termsets")
        store.create(meeting(partners, phase))
        async with opened(store=store, size=size) as seen:
            seen.app.desk.now = lambda: REVEALED
            await seen.press(*(["f2"] if dark else []), "s", *pressed)
            yield seen


@asynccontextmanager
async def phones_screen(
    _name: str, size: tuple[int, int], language: str, *, dark: bool
) -> AsyncIterator[Seen]:
    """The room for phones; needs the extra join."""
    from tests.tui.phoning import shown_room

    use(language)
    with tempfile.TemporaryDirectory() as folder:
        async with shown_room(Path(folder), size=size, theme=("f2",) if dark else ()) as seen:
            yield seen


# How each of them is reached.
EVERY = (
    dict.fromkeys(SCREENS, screen)
    | {"phones": phones_screen}
    | dict.fromkeys(ROUNDS, round_screen)
    | dict.fromkeys(MEETINGS, phase_screen)
)


async def picture(name: str, size: tuple[int, int], language: str, *, dark: bool) -> str:
    """Any of them as SVG."""
    async with EVERY[name](name, size, language, dark=dark) as seen:
        return seen.app.export_screenshot(title=f"{size[0]}x{size[1]}")


async def main(folder: Path, part: str) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in EVERY:
        for size in SIZES:
            for language in SETS:
                for dark in (False, True):
                    theme = "dark" if dark else "light"
                    stem = f"{name}-{size[0]}x{size[1]}-{language}-{theme}"
                    if part in stem:
                        svg = await picture(name, size, language, dark=dark)
                        (folder / f"{stem}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
