"""Files on disk and what the store makes of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from glossary.domain import Definition, Partner
from glossary.store.folder import FolderStore

Edit = Callable[[Partner], Partner]

SHARED = Path(__file__).parents[3] / "shared"

TERMSET = """\
format = 1
title = "Kwaliteit in de keten"
language = "nl"

[terms.kwaliteit]
label = "kwaliteit"

[[terms.kwaliteit.lenses]]
id = "foutloos"
label = "Er gaat niets mis"
cues = ["fout", "incident"]

[[terms.kwaliteit.cases]]
id = "te-laat"
text = "Het dossier kwam twee weken te laat."

[terms.regie]
label = "regie"
"""

PARTNER = """\
# Wat wij bedoelen; vragen aan het projectbureau
format = 1
name = "Gemeente Noord"
short = "Noord"
intern-nummer = 12 # van het projectbureau

# besproken in het team van 3 november
[definitions.kwaliteit]
meaning = "Er gaat niets mis." # kort gehouden
# ooit stond hier meer
example = "Een leuning die op tijd vastzit."
lenses = ["foutloos"]

# ---- gevallen ----

[cases.kwaliteit]
te-laat = "no"

[[restatements]]
term = "kwaliteit"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "Jullie nemen de tijd."
"""


def lay_set(folder: Path, partner: str | bytes = PARTNER, termset: str = TERMSET) -> Path:
    """Write a set "keten" with the partners noord and delta; gives the path of noord's file."""
    partners = folder / "keten" / "partners"
    partners.mkdir(parents=True)
    (folder / "keten" / "termset.toml").write_bytes(termset.encode())
    data = partner.encode() if isinstance(partner, str) else partner
    (partners / "noord.toml").write_bytes(data)
    (partners / "delta.toml").write_bytes(b'format = 1\nname = "Zorggroep Delta"\n')
    return partners / "noord.toml"


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below a folder by relative name, with their bytes."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def define(term: str = "kwaliteit", **fields: object) -> Edit:
    """A change of some fields of one definition."""

    def change(partner: Partner) -> Partner:
        definition = partner.definitions.get(term, Definition(""))
        changed = replace(definition, **fields)  # type: ignore[arg-type]  # any field of it
        return replace(partner, definitions={**partner.definitions, term: changed})

    return change


def edit(folder: Path, change: Edit) -> str:
    """Make a change in noord's file, which must read back; gives the text of the file."""
    store = FolderStore(folder)
    partner = store.update_partner("keten", "noord", change)
    assert store.load("keten").termset.partners["noord"] == partner
    return (folder / "keten/partners/noord.toml").read_bytes().decode()
