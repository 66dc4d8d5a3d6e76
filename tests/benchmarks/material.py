"""The term sets that are measured: the demo, imported tables and generated words."""

import datetime as dt
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from glossary.domain import (
    Agreement,
    Definition,
    Draft,
    Partner,
    Term,
    TermSet,
    Vocabulary,
)
from glossary.store.folder import FolderStore

ROOT = Path(__file__).parents[2]
TABLES = ROOT.parent / "shared" / "data" / "multi_org"
_DAY = dt.date(2026, 11, 23)
_TEXT = """
a resident partner notices that mistakes must may be reported within one week all some
attention effort agreed documents protocols people care about quality not always in time
before after together council school region support plan decides needs trust safe
"""


def demo(folder: Path) -> Path:
    """The English demo."""
    shutil.copytree(ROOT / "termsets" / "demo-en", folder / "demo" / "demo-en")
    return folder / "demo"


def imported(folder: Path, language: str) -> Path | None:
    """A table of definitions of many organisations, imported; None when it is not here."""
    table = TABLES / f"{language}_multi_org.tsv"
    if not table.exists():
        sys.stderr.write(f"SKIPPED: there is no {table.name}, so it is not measured.\n")
        return None
    done = subprocess.run(
        import_command(table, folder / language, language), capture_output=True, check=False
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(table.name)
    return folder / language


def import_command(table: Path, target: Path, language: str) -> Sequence[str]:
    """The command that imports a table as the set `language` into the folder `target`."""
    verb = ("glossary", "import", "csv", str(table), "--language", language)
    where = ("--set", language, "--dir", str(target))
    return (sys.executable, "-m", *verb, *where)


def generated(folder: Path, terms: int, partners: int) -> Path:
    """Terms called term-00000 and on; every partner says of each what it means."""
    dice = random.Random(terms * partners)
    keys = [f"term-{number:05}" for number in range(terms)]
    definitions = [{key: _definition(dice) for key in keys} for _ in range(partners)]
    people = {f"partner-{n}": _partner(n, of) for n, of in enumerate(definitions)}
    vocabulary = Vocabulary("Generated", "en", "", {key: Term(key, key) for key in keys})
    draft = Agreement(keys[0], draft=Draft("A plan that people trust."))
    place = folder / f"generated-{terms}-{partners}"
    FolderStore(place).create(TermSet("generated", vocabulary, people, {keys[0]: draft}))
    return place


def _partner(number: int, definitions: dict[str, Definition]) -> Partner:
    return Partner(f"partner-{number}", f"Partner {number}", f"P{number}", definitions)


def _definition(dice: random.Random) -> Definition:
    words = dice.choices(_TEXT.split(), k=dice.randint(8, 20))
    return Definition(" ".join(words).capitalize() + ".", updated=_DAY)
