"""The term of a whole session on which everything is done, phase by phase."""

import re
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.days import day
from glossary.workflow.naming import quote
from tests.facilitating import Facilitator, opening, says_back, to_go
from tests.whole_story import REVIEW, Story

KNOWN_AFTER = "454434"  # what partners answer, in the order of their names


def agreement(folder: Path, story: Story, term: str) -> dict[str, Any]:
    file = folder / "termsets" / story.set_id / "agreements" / f"{term}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def collect_quality(lead: Facilitator) -> None:
    """Everybody writes, answers the cases and says how well it knows what the others mean."""
    story = lead.story
    lead.press("enter")
    for place, (name, meaning) in enumerate(story.quality.meanings.items()):
        lead.see(to_go(name, 6 - place))
        lead.see(partial(_types_for, name=name, now=False))
        if name in story.typed_for:
            lead.press("ctrl+t")
            lead.see(partial(_types_for, name=name, now=True))
        lead.type(meaning)
        if name == story.fills_in_all:
            _fill_in_all(lead)
        lead.press("tab", "tab")
        lead.see(f"▶ {story.first_case}")
        cases, know = story.cases[name]
        lead.press(*cases)
        lead.see(f"▶ {_('I know what the others mean')}")
        lead.press(know)
        lead.see(partial(_is_known, value=know))
        if place < 5:
            lead.press("ctrl+n")


def _fill_in_all(lead: Facilitator) -> None:
    lead.see(f"{_('Sounds like:')} {lead.story.lens}")
    lead.press("ctrl+l")
    lead.see(f"✓ {lead.story.lens}")
    lead.press("f4")
    lead.see(f"{_('Example')}:")
    lead.type(lead.story.example)
    lead.press("f6")
    lead.see(f"{_('Belief')}:")
    lead.type(lead.story.belief)


def _types_for(text: str, name: str, now: bool) -> bool:
    told = _("the facilitator types for {partner}").format(partner=name)
    return (told in text) is now


def _is_known(text: str, value: str) -> bool:
    return f"● {value}" in text.partition(_("I know what the others mean"))[2]


def compare_quality(lead: Facilitator) -> None:
    """Reveal, listen to one partner, and name a difference."""
    story = lead.story
    lead.press("ctrl+g", "n")
    all_of_them = _("partners {first}–{last} of {all}").format(first=1, last=6, all=6)
    lead.see(all_of_them, *story.quality.meanings)
    lead.press("2")
    lead.see(_("{partner} speaks.").format(partner=story.speaker))
    lead.press("esc")
    lead.see(_("What to talk about?"))
    lead.press("v")
    text = lead.see(_("Between whom? Two or more.").partition("?")[0])
    wanted = [
        f"{place} {'●' if name in story.between else '○'} {name}"
        for place, name in enumerate(story.seats, 1)
    ]
    lead.press(*[one[0] for one in wanted if one not in text])
    lead.see(*wanted)
    lead.press("enter")
    lead.see(f"▸1 ○ {_('emphasis')}")
    lead.press("6")
    lead.see(lambda text: "▸" not in text)
    lead.type(story.difference)
    lead.press("enter")
    lead.see(f"({_('measure')}): {opening(story.difference)}")


def restate_quality(
    lead: Facilitator, opened: Callable[[], Facilitator], folder: Path
) -> Facilitator:
    """One is almost right, one is left out; the program is left and comes back in between."""
    story = lead.story
    lead.press("n")
    for place, turn in enumerate(story.said_back):
        if not turn.text:
            lead.see(says_back(turn, story))
            lead.press("ctrl+o")
            lead.see(_("Skipped; that is noted."))
            continue
        lead.say_back(turn, turn.text)
        if turn.correction:
            lead.press(story.almost)
            lead.see(_("{of}: what is not right yet? (may stay empty)").format(of=turn.of))
            lead.type(turn.correction)
            lead.press("enter")
            lead.see(_("attempt {n}").format(n=2))
            lead.say_back(turn, turn.better)
        lead.press(story.right)
        lead.see(_("{of} has been heard.").format(of=turn.of))
        if place == 1:
            lead = _come_back(lead, opened)
            lead.see(says_back(story.said_back[2], story), heard(2))
            assert agreement(folder, story, story.quality.label)["phase"] == "restate"
    turn = next(turn for turn in story.said_back if not turn.text)
    skipped = _("{by} about {of}").format(by=turn.by, of=turn.of)
    lead.see(heard(5), _("No turn is left. Skipped: {turns}.").format(turns=skipped))
    return lead


def _come_back(lead: Facilitator, opened: Callable[[], Facilitator]) -> Facilitator:
    lead.press("esc")
    lead.see(f"● {lead.story.quality.label}", "2/6")
    lead.stop()
    again = opened()
    again.keys = lead.keys
    return again


def heard(n: int) -> str:
    """How many of six have been heard."""
    return _("understood: {n} of {all}").format(n=n, all=6)


def draft_quality(lead: Facilitator) -> None:
    """A wording that decides a case, an objection that changes it, and one that stands."""
    story = lead.story
    lead.press("ctrl+g", "n")
    lead.see(_("What we mean together:"))
    lead.type(story.first_draft)
    lead.see(_("Whose words?"))
    lead.press("ctrl+b")
    lead.see(f"▶ {story.first_case}")
    lead.press("2")
    lead.see(f"● 2 {_('no')}")
    lead.press("esc")
    lead.see(lambda text: f"● 2 {_('no')}" not in text)
    lead.press("ctrl+n")
    lead.consent(story.first_round)
    lead.see(*(opening(reason) for _name, _letter, reason in story.first_round if reason))
    lead.press(story.integrated)
    lead.see(_("Write into the wording what takes the objection away."))
    lead.erase(story.taken_out)
    lead.type(story.put_in)
    lead.see(story.put_in.split()[-1])
    lead.press("ctrl+n")
    told = _("Round {number} · changed since round {before}:").format(number=2, before=1)
    lead.see(told, quote(story.taken_out.rstrip(".")))
    lead.consent(story.second_round)
    lead.see(story.sustained[1])
    lead.press(story.sustain)
    lead.see(f"● {story.sustain} {_('stands')}")


def record_quality(lead: Facilitator) -> None:
    """Record it, with a review date of its own."""
    story = lead.story
    lead.press("ctrl+n")
    shared = ngettext(
        "{term} is shared in this wording, with {n} objection that stands: {partners}.",
        "{term} is shared in this wording, with {n} objections that stand: {partners}.",
        1,
    ).format(term=quote(story.quality.label), n=1, partners=quote(story.sustained[0]))
    lead.see(_("Record"), f"→ {shared}")
    lead.press("tab")
    # The date stands below what is closed, and comes in sight as it is reached.
    found = re.search(r"▌ (\d{4}-\d\d-\d\d)", lead.see("▌ 20"))
    assert found is not None
    lead.erase(found[1])
    lead.see(lambda text: f"▌ {found[1]}" not in text)
    lead.type(REVIEW.isoformat())
    lead.see(_("To be looked at again on {date}.").format(date=day(REVIEW)))
    lead.press("ctrl+s")
    lead.see(_("Recorded on"))


def ask_what_is_known(lead: Facilitator) -> None:
    """Everybody says how well it knows by now what the others mean."""
    story = lead.story
    lead.press("w")
    lead.see(f"▶ {min(story.partners).split()[0]}")
    lead.press(*KNOWN_AFTER)
    lead.see(story.known)
    lead.press("esc")
