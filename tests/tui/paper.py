"""A small set on disk with comments, CRLF and unknown keys, to write on from the screens."""

import asyncio
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.tui.seeing import Seen

TERMSET = """\
format = 1
title = "Keten"
language = "nl"

[terms.kwaliteit]
label = "kwaliteit"
questions = ["Waaraan merk je dat het goed was?"]

[[terms.kwaliteit.cases]]
id = "te-laat"
text = "Het dossier klopt, maar kwam te laat."

[terms.bereik]
label = "bereik"
"""
NOORD = """\
# Beheerd door het team Kwaliteit.
format = 1
name = "Gemeente Noord"
short = "Noord"
kenmerk = "onbekende sleutel"  # blijft staan

[definitions.kwaliteit]
# Zo staat het in het kader.
meaning = "Er gaat niets mis."  # eerste zin
example = "Een losse tegel is maandag gemeld."
wens = "ook onbekend"
updated = 2026-10-12
"""
DELTA = """\
format = 1
name = "Zorggroep Delta"
short = "Delta"

[definitions.kwaliteit]
meaning = "Geheim van Delta: een bewoner merkt aandacht."
belief = "Delta gelooft in geduld."

[cases.kwaliteit]
te-laat = "depends"
"""
SCHOOL = """\
format = 1
name = "Basisschool De Haven"
short = "School"
"""


def paper(folder: Path) -> Path:
    """Write the set `keten` in `folder`, under git; gives its path."""
    keten = folder / "keten"
    (keten / "partners").mkdir(parents=True)
    (keten / "termset.toml").write_text(TERMSET, encoding="utf-8", newline="")
    for name, text, newline in (
        ("gemeente-noord", NOORD, "\r\n"),
        ("zorggroep-delta", DELTA, "\n"),
        ("de-haven", SCHOOL, "\n"),
    ):
        path = keten / "partners" / f"{name}.toml"
        path.write_bytes(text.replace("\n", newline).encode())
    git(folder, "init", "-q")
    git(folder, "config", "core.autocrlf", "false")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "set")
    return keten


def git(folder: Path, *arguments: str) -> str:
    """What git says in `folder`, with line ends as they are."""
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode()


def changed_lines(folder: Path, path: str = ".") -> list[str]:
    """The lines that differ from the first state, with + or - before them."""
    diff = git(folder, "diff", "--unified=0", "--", path).split("\n")
    return [line for line in diff if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]


async def until(seen: Seen, holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails after half a minute, with what was on the screen."""
    try:
        async with asyncio.timeout(30):
            while not holds():
                await seen.pilot.pause()
    except TimeoutError:
        message = f"it never held on:\n{seen.text}"
        raise AssertionError(message) from None
