"""A set on disk whose term is blind, with words of its own in every text of two partners."""

from pathlib import Path

from tests.tui.paper import paper

# Each is one word, so that no line break hides it; none is in any other text of the set.
FIELDS = ("meaning", "example", "counterexample", "belief", "interest", "as_partner", "source")
PARTNERS = {"gemeente-noord": ("Gemeente Noord", "Noord"), "zorggroep-delta": ("Delta", "Delta")}
TERM = "kwaliteit"


def words(partner: str) -> list[str]:
    """All words that nobody but this partner may see."""
    stem = f"zq{partner[:2]}"
    return [f"{stem}{field[:4]}".replace("_", "") for field in (*FIELDS, "rest", "verd", "reas")]


SECRETS = [word for partner in PARTNERS for word in words(partner)]


def leaks(text: str) -> list[str]:
    """The secret words that are in a text."""
    folded = text.casefold()
    return [word for word in SECRETS if word in folded]


OPENED = 'format = 1\nphase = "collect"\nopened = 2026-11-23T10:00:00Z\n'
REVEALED = OPENED.replace("collect", "compare") + "revealed = 2026-11-23T10:20:00Z\n"


def planted(folder: Path, agreement: str = OPENED) -> Path:
    """Write the set `keten` in `folder`, with a term that is not revealed; gives its path."""
    keten = paper(folder)
    (keten / "agreements").mkdir()
    (keten / "agreements" / f"{TERM}.toml").write_text(agreement, encoding="utf-8")
    for partner, (name, short) in PARTNERS.items():
        path = keten / "partners" / f"{partner}.toml"
        path.write_text(_file(partner, name, short), encoding="utf-8")
    return keten


def _file(partner: str, name: str, short: str) -> str:
    texts = dict(zip((*FIELDS, "rest", "verd", "reas"), words(partner), strict=True))
    # A form that `glossary check` has something to say about, and that others share words with.
    meaning = f"Kwaliteit is wanneer er altijd {texts['meaning']} is. Bewoners moeten het merken."
    other = next(key for key in PARTNERS if key != partner)
    lines = [
        f'format = 1\nname = "{name}"\nshort = "{short}"\n',
        f'[definitions.{TERM}]\nmeaning = "{meaning}"',
        *(f'{field} = "{texts[field]}"' for field in FIELDS[1:]),
        f'lenses = ["foutloos"]\n\n[cases.{TERM}]\nte-laat = "depends"',
        f'\n[positions.{TERM}]\non = "0123456789ab"\nposition = "concern"',
        f'reason = "{texts["reas"]}"',
        f'\n[[past_positions]]\nterm = "{TERM}"\non = "0a1b2c3d4e5f"\nposition = "concern"',
        f'reason = "{texts["reas"]}"',
        f'\n[[restatements]]\nterm = "{TERM}"\nof = "{other}"\nof_fingerprint = "0123456789ab"',
        f'text = "{texts["rest"]}"',
        f'\n[[verdicts]]\nterm = "{TERM}"\nby = "{other}"\nfingerprint = "0123456789ab"',
        f'verdict = "almost"\ncorrection = "{texts["verd"]}"',
    ]
    return "\n".join(lines) + "\n"
