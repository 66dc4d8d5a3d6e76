"""What every whole session begins and ends with, and its terms on which little is done."""

import os
import subprocess
import sys
from pathlib import Path

from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.naming import quote
from tests.facilitating import ROOT, Facilitator
from tests.whole_story import Story, Word


def make(folder: Path, story: Story, partners: int) -> None:
    """The set of this session with the first partners, by `glossary new`."""
    words = [word for name in story.partners[:partners] for word in ("--partner", name)]
    words += ["--from", story.starter, "--title", story.title]
    run(folder, "--language", story.language, "new", story.set_id, *words)


def run(folder: Path, *words: str) -> None:
    """A command of the program, which finds nothing wrong."""
    argv = [sys.executable, "-m", "glossary", *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(argv, cwd=folder, env=env, check=True, capture_output=True)


def plan(lead: Facilitator) -> None:
    title = _("Prepare the session")
    lead.see(title, ngettext("Today {n} term", "Today {n} terms", 3).format(n=3))
    lead.press("enter")
    lead.see(f"▶ {lead.story.quality.label}", lambda text: title not in text)


def to_the_draft(lead: Facilitator, word: Word) -> None:
    """Written, revealed, and straight to where a way out is chosen."""
    lead.see(f"▶ {word.label}")
    lead.press("enter")
    lead.see(word.label.upper())
    lead.collect(word.meanings)
    lead.phase(2)
    lead.see(_("partners {first}–{last} of {all}").format(first=1, last=6, all=6))
    lead.phase(4)
    lead.see(_("What we mean together:"))


def leave_each_its_own(lead: Facilitator) -> None:
    to_the_draft(lead, lead.story.teamwork)
    lead.press("ctrl+o")
    lead.see(f"^s {_('Record')}", f"● {_('Each its own name')}")
    lead.press("ctrl+s")
    lead.see(_("Recorded on"))
    lead.press("esc")


def rename(lead: Facilitator) -> None:
    word, name = lead.story.trust, lead.story.new_name
    to_the_draft(lead, word)
    lead.press("ctrl+r")
    lead.see(_("The new term:"), f"● {_('A new term')}")
    lead.type(name)
    makes_room = _("{term} makes room for a new term: {name}.")
    lead.see(makes_room.format(term=quote(word.label), name=quote(name)))
    lead.press("ctrl+s")
    lead.see(_("Recorded on"))
    lead.press("esc")


def export(lead: Facilitator) -> None:
    partner, term = lead.story.sustained[0], lead.story.quality.label
    stands = _("{partner} on {term}").format(partner=partner, term=term)
    told = _("Objections that stand: {terms}.").format(terms=stands)
    lead.see(_("End of the session"), told)
    lead.press("x")
    lead.see(_("Write the set to this file (Markdown; .html for a web page):"))
    lead.press("enter")
    lead.see(_("Written to {path}").partition("{")[0].strip())
    lead.stop()
