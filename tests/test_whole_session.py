"""A whole session by real keys in a real terminal, in Dutch: six partners, three terms, minutes.

One term ends in a wording on which an objection stands, one in each its own meaning, one in a new
name. To accept a change of the minutes: GLOSSARY_ACCEPT=1 pytest tests/test_whole_session.py.
"""

import contextlib
import itertools
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.facilitating import ROOT, Facilitator, undated
from tests.whole_quality import (
    agreement,
    close_quality,
    collect_quality,
    compare_quality,
    draft_quality,
    restate_quality,
)
from tests.whole_story import (
    FIRST_DRAFT,
    NEW_NAME,
    PARTNERS,
    QUALITY,
    REVIEW,
    TEAMWORK,
    TRUST,
)

GOLDEN = Path(__file__).parent / "golden" / "whole_session.md"


def make(folder: Path, partners: list[str]) -> None:
    """The set of this session, by `glossary new`."""
    words = [word for name in partners for word in ("--partner", name)]
    words += ["--from", "samenwerken", "--title", "Ruimte in de regio"]
    argv = [sys.executable, "-m", "glossary", "--language", "nl", "new", "regio", *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(argv, cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Facilitator]]:
    """Opens the session, as often as it is asked; whatever still runs is ended."""
    with contextlib.ExitStack() as stack:

        def facilitator() -> Facilitator:
            lead = Facilitator(tmp_path, "regio")
            stack.enter_context(lead.terminal)
            return lead

        yield facilitator


def plan(lead: Facilitator) -> None:
    lead.see("Sessie voorbereiden", "Vandaag 3 woorden")
    lead.press("enter")
    lead.see("▶ kwaliteit")


def leave_each_its_own(lead: Facilitator) -> None:
    lead.see("▶ samenwerking")
    lead.press("enter")
    lead.see("SAMENWERKING")
    lead.collect(TEAMWORK)
    lead.phase(2)
    lead.see("partners 1–6 van 6")
    lead.phase(4)
    lead.see("Wat wij samen bedoelen")
    lead.press("ctrl+o")
    lead.see("^s Vastleggen", "● Elk het zijne")
    lead.press("ctrl+s")
    lead.see("Vastgelegd op")
    lead.press("esc")


def rename(lead: Facilitator) -> None:
    lead.see("▶ vertrouwen")
    lead.press("enter")
    lead.see("VERTROUWEN")
    lead.collect(TRUST)
    lead.phase(2)
    lead.see("partners 1–6 van 6")
    lead.phase(4)
    lead.see("Wat wij samen bedoelen")
    lead.press("ctrl+r")
    lead.see("Het nieuwe woord", "● Nieuw woord")
    lead.type(NEW_NAME)
    lead.see(f"nieuw woord: “{NEW_NAME}”")
    lead.press("ctrl+s")
    lead.see("Vastgelegd op")
    lead.press("esc")


def export(lead: Facilitator) -> None:
    lead.see("Einde van de sessie", "Bezwaar blijft staan: Delta bij kwaliteit.")
    lead.press("x")
    lead.see("Schrijf de set")
    lead.press("enter")
    lead.see("Bewaard in")
    lead.stop()


def test_a_whole_session_by_keys_and_its_minutes(
    tmp_path: Path, opened: Callable[[], Facilitator], figure: Callable[[str], None]
) -> None:
    make(tmp_path, PARTNERS)
    lead = opened()
    plan(lead)
    marks = [lead.keys]
    collect_quality(lead)
    compare_quality(lead)
    lead = restate_quality(lead, opened, tmp_path)
    draft_quality(lead)
    close_quality(lead)
    marks.append(lead.keys)
    leave_each_its_own(lead)
    marks.append(lead.keys)
    rename(lead)
    marks.append(lead.keys)
    export(lead)
    per_term = [after - before for before, after in itertools.pairwise(marks)]
    figure(f"Keys besides text, 6 partners, everything asked, per term: {per_term}")

    quality = agreement(tmp_path, "kwaliteit")
    assert quality["outcome"]["kind"] == "shared"
    assert str(quality["outcome"]["review"]) == REVIEW
    assert [one["disposition"] for one in quality["objections"]] == ["integrated", "sustained"]
    assert len(quality["rounds"]) == 2
    assert agreement(tmp_path, "samenwerking")["outcome"]["kind"] == "differ"
    assert agreement(tmp_path, "vertrouwen")["outcome"]["name"] == NEW_NAME
    typed_for = {
        file.stem
        for file in (tmp_path / "termsets" / "regio" / "partners").glob("*.toml")
        if "entered_by" in tomllib.loads(file.read_text("utf-8"))["definitions"]["kwaliteit"]
    }
    assert typed_for == {"huisartsen-waterland", "zorggroep-delta"}
    minutes = undated((tmp_path / "regio.md").read_text(encoding="utf-8"))
    if os.environ.get("GLOSSARY_ACCEPT"):
        GOLDEN.write_text(minutes, encoding="utf-8")
    assert minutes == GOLDEN.read_text(encoding="utf-8")


def test_the_shortest_honest_path_of_a_term(
    tmp_path: Path, opened: Callable[[], Facilitator], figure: Callable[[str], None]
) -> None:
    """Three partners: written blind, revealed, all restated, drafted, consented, closed."""
    make(tmp_path, PARTNERS[:3])
    lead = opened()
    plan(lead)
    planned = lead.keys
    lead.press("enter")
    lead.see("KWALITEIT")
    lead.collect({name: QUALITY[name] for name in QUALITY if name in PARTNERS[:3]})
    lead.press("ctrl+g", "n")
    lead.see("partners 1–3 van 3")
    lead.press("n")
    for heard in range(3):
        lead.see("zegt in eigen woorden", f"begrepen: {heard} van 3")
        lead.type("Zo begrijp ik het.")
        lead.press("ctrl+s")
        lead.see("▸k Klopt")
        lead.press("k")
    lead.see("Iedereen is gehoord.")
    lead.press("ctrl+g", "n")
    lead.see("Wat wij samen bedoelen")
    lead.type(FIRST_DRAFT)
    lead.press("ctrl+n")
    for to_go in ("Nog 3 partners", "Nog 2 partners", "Nog 1 partner"):
        lead.see("i Instemming", to_go)
        lead.press("i")
    lead.see("Niemand heeft bezwaar.")
    lead.press("ctrl+n")
    lead.see("→ “kwaliteit” krijgt")
    lead.press("ctrl+s")
    lead.see("Vastgelegd op")
    lead.press("esc")
    lead.see("▶ samenwerking")
    keys = lead.keys - planned
    figure(f"Keys besides text, 3 partners, shortest honest path of a term: {keys}")
    assert keys <= 40
    assert agreement(tmp_path, "kwaliteit")["outcome"]["kind"] == "shared"


def test_every_phase_is_two_keys_away(tmp_path: Path, opened: Callable[[], Facilitator]) -> None:
    make(tmp_path, PARTNERS[:2])
    lead = opened()
    plan(lead)
    lead.press("enter")
    lead.see("KWALITEIT")
    lead.collect({name: QUALITY[name] for name in sorted(PARTNERS[:2])})
    lead.phase(4)
    lead.see("Wat wij samen bedoelen")
    lead.type(FIRST_DRAFT)
    for digit, seen in (
        (5, "Nog 2 partners"),
        (6, "Vastleggen"),
        (3, "zegt in eigen woorden"),
        (2, "Waarover praten?"),
        (1, "Wij bedoelen met kwaliteit"),
        (4, "Wat wij samen bedoelen"),
    ):
        lead.phase(digit)
        lead.see(seen)
