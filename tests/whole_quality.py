"""The term of a whole session on which everything is done, phase by phase."""

import re
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.facilitating import Facilitator, consent
from tests.whole_story import (
    BELIEF,
    BETTER,
    CASES,
    CORRECTION,
    DIFFERENCE,
    EXAMPLE,
    FIRST_DRAFT,
    FIRST_ROUND,
    PUT_IN,
    QUALITY,
    REVIEW,
    SAID_BACK,
    SECOND_ROUND,
    TAKEN_OUT,
    TYPED_FOR,
)


def agreement(folder: Path, term: str) -> dict[str, Any]:
    file = folder / "termsets" / "regio" / "agreements" / f"{term}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def collect_quality(lead: Facilitator) -> None:
    """Everybody writes, answers the cases and says how well it knows what the others mean."""
    lead.press("enter")
    for place, (name, meaning) in enumerate(QUALITY.items()):
        lead.see(name, f"nog {6 - place} te gaan")
        lead.see(partial(_types_for, now=False))
        if name in TYPED_FOR:
            lead.press("ctrl+t")
            lead.see(partial(_types_for, now=True))
        lead.type(meaning)
        if name == "Bewonersraad De Kade":
            lead.see("Klinkt als: ◆ Aandacht voor mensen")
            lead.press("ctrl+l")
            lead.see("✓ ◆ Aandacht voor mensen")
            lead.press("f4")
            lead.see("Voorbeeld:")
            lead.type(EXAMPLE)
            lead.press("f6")
            lead.see("Overtuiging:")
            lead.type(BELIEF)
            lead.press("tab")
        else:
            lead.press("tab")
        lead.press("tab")
        lead.see("▶ Het plan klopt")
        cases, know = CASES[name]
        lead.press(*cases)
        lead.see("▶ Ik weet wat de anderen bedoelen")
        lead.press(know)
        lead.see(partial(_is_known, value=know))
        if place < 5:
            lead.press("ctrl+n")


def _types_for(text: str, now: bool) -> bool:
    return ("begeleider typt namens" in text) is now


def _is_known(text: str, value: str) -> bool:
    return f"● {value}" in text.partition("anderen bedoelen")[2]


def compare_quality(lead: Facilitator) -> None:
    """Reveal, listen to one partner, and name a difference."""
    lead.press("ctrl+g", "n")
    lead.see("partners 1–6 van 6", *QUALITY)
    lead.press("2")
    lead.see("Bewonersraad De Kade is aan het woord.")
    lead.press("esc")
    lead.see("Waarover praten?")
    lead.press("v")
    text = lead.see("Tussen wie?")
    for place, name in enumerate(("Noord", "Kade", "Waterla…", "Horizon", "Delta", "Zuid"), 1):
        if (f"{place} ● {name}" in text) is not (name in ("Noord", "Kade")):
            lead.press(str(place))
    lead.see("1 ● Noord", "2 ● Kade", "3 ○ Waterla…", "6 ○ Zuid")
    lead.press("enter")
    lead.see("▸1 nadruk")
    lead.press("6")
    lead.see(lambda text: "▸" not in text)
    lead.type(DIFFERENCE)
    lead.press("enter")
    lead.see("(maatstaf): Noord telt")


def restate_quality(
    lead: Facilitator, opened: Callable[[], Facilitator], folder: Path
) -> Facilitator:
    """One is almost right, one is left out; the program is left and comes back in between."""
    lead.press("n")
    for by, of, text in SAID_BACK:
        if text is None:
            lead.see(f"{by} zegt in eigen woorden wat {of} bedoelt")
            lead.press("ctrl+o")
            lead.see("Overgeslagen")
            continue
        lead.say_back(by, of, text)
        if of == "Kade":
            lead.press("b")
            lead.see("wat klopt er nog niet?")
            lead.type(CORRECTION)
            lead.press("enter")
            lead.see("poging 2")
            lead.say_back(by, of, BETTER)
        lead.press("k")
        lead.see(f"{of} is gehoord.")
        if of == "Waterla…":
            lead.press("esc")
            lead.see("● kwaliteit", "2/6")
            lead.stop()
            counted, lead = lead.keys, opened()
            lead.keys = counted
            lead.see("terugzeggen · begrepen: 2 van 6", "Waterla… zegt in eigen woorden")
            assert agreement(folder, "kwaliteit")["phase"] == "restate"
    lead.see("begrepen: 5 van 6", "Overgeslagen: Delta over Zuid")
    return lead


def draft_quality(lead: Facilitator) -> None:
    """A wording that decides a case, an objection that changes it, and one that stands."""
    lead.press("ctrl+g", "n")
    lead.see("Wat wij samen bedoelen")
    lead.type(FIRST_DRAFT)
    lead.see("Wiens woorden?")
    lead.press("ctrl+b")
    lead.see("▶ Het plan klopt")
    lead.press("2")
    lead.see("● 2 nee")
    lead.press("esc")
    lead.see(lambda text: "● 2 nee" not in text)
    lead.press("ctrl+n")
    consent(lead, FIRST_ROUND)
    lead.see("Altijd lukt nooit", "Wie telt")
    lead.press("v")
    lead.see("Schrijf in de tekst")
    lead.erase(TAKEN_OUT)
    lead.type(PUT_IN)
    lead.see("binnen een week.")
    lead.press("ctrl+n")
    lead.see("Ronde 2 · gewijzigd sinds ronde 1: [-altijd-]")
    consent(lead, SECOND_ROUND)
    lead.see("Een meldtermijn")
    lead.press("s")
    lead.see("● s blijft staan")


def close_quality(lead: Facilitator) -> None:
    """Record it, with a review date of its own, and ask everybody what it knows by now."""
    lead.press("ctrl+n")
    text = lead.see("Vastleggen", "→ “kwaliteit” krijgt", "1 bezwaar dat blijft staan")
    found = re.search(r"│ (\d{4}-\d\d-\d\d)", text)
    assert found is not None
    lead.press("tab")
    lead.see("┃ " + found[1])
    lead.erase(found[1])
    lead.see("┃ ┃")
    lead.type(REVIEW)
    lead.see("Opnieuw bekijken op 1 mei 2099")
    lead.press("ctrl+s")
    lead.see("Vastgelegd op")
    lead.press("w")
    lead.see("▶ Bewonersraad")
    lead.press(*"454434")
    lead.see("vooraf 2,3 → nu 4,0")
    lead.press("esc")
