"""Pictures of every screen of the demo, to look at: python -m tests.tui.pictures FOLDER [PART]

Writes SVG files named screen-size-language-theme; with PART only those whose name holds it.
"""

import asyncio
import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from glossary.locale import use
from glossary.store.folder import FolderStore
from glossary.tui.app import GlossaryApp
from tests.tui.seeing import Seen

TERMSETS = Path(__file__).parents[2] / "termsets"
SIZES = ((80, 24), (100, 30), (120, 40))
SETS = {"nl": "demo", "en": "demo-en"}
SCREENS = {
    "library": (),
    "find": ("slash", *"samn"),
    "compare": ("enter",),
    "marks": ("enter", "m"),
    "signals": ("enter", "w"),
    "help": ("enter", "f1"),
    "sets": ("o",),
    "export": ("x",),
    "entry": ("e",),
    "agreement": ("a",),
    "palette": ("ctrl+p",),
}


async def picture(name: str, size: tuple[int, int], language: str, *, dark: bool) -> str:
    """One screen as SVG, reached from the list by keys."""
    use(language)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "termsets"
        for set_id in SETS.values():
            shutil.copytree(TERMSETS / set_id, copy / set_id)
        app = GlossaryApp(
            FolderStore(copy), today=lambda: dt.date(2026, 11, 23), set_id=SETS[language]
        )
        async with app.run_test(size=size) as pilot:
            seen = Seen(app, pilot)
            await seen.rest()
            await seen.press(*(["f2"] if dark else []), "home", *SCREENS[name])
            return app.export_screenshot(title=f"{size[0]}x{size[1]}")


async def main(folder: Path, part: str) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCREENS:
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
