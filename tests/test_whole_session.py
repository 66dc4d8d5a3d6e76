"""A whole session by real keys in a real terminal: six partners, three terms, minutes.

Once in Dutch and once in English, with a story of its own for each. One term ends in a wording on
which an objection stands, one in each its own meaning, one in a new name. To accept a change of
the minutes: GLOSSARY_ACCEPT=1 pytest tests/test_whole_session.py.
"""

import contextlib
import itertools
import os
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glossary.locale import gettext as _
from glossary.locale import use
from glossary.workflow.naming import quote
from tests.facilitating import Facilitator, partners_to_go, says_back, undated
from tests.whole_dutch import DUTCH
from tests.whole_english import ENGLISH
from tests.whole_quality import (
    agreement,
    ask_what_is_known,
    collect_quality,
    compare_quality,
    draft_quality,
    record_quality,
    restate_quality,
)
from tests.whole_steps import export, leave_each_its_own, make, plan, rename
from tests.whole_story import REVIEW, Story

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def story(request: pytest.FixtureRequest) -> Iterator[Story]:
    """The story that is played, its language spoken here too; the Dutch one unless asked."""
    told: Story = getattr(request, "param", DUTCH)
    use(told.language)
    yield told
    use("en")


@pytest.fixture
def opened(tmp_path: Path, story: Story) -> Iterator[Callable[[], Facilitator]]:
    """Opens the session, as often as it is asked; whatever still runs is ended."""
    with contextlib.ExitStack() as stack:

        def facilitator() -> Facilitator:
            lead = Facilitator(tmp_path, story)
            stack.enter_context(lead.terminal)
            return lead

        yield facilitator


@pytest.mark.parametrize(
    "story", [pytest.param(each, id=each.language) for each in (DUTCH, ENGLISH)], indirect=True
)
def test_a_whole_session_by_keys_and_its_minutes(
    tmp_path: Path,
    story: Story,
    opened: Callable[[], Facilitator],
    figure: Callable[[str], None],
) -> None:
    make(tmp_path, story, 6)
    lead = opened()
    plan(lead)
    marks = [lead.keys]
    collect_quality(lead)
    compare_quality(lead)
    lead = restate_quality(lead, opened, tmp_path)
    draft_quality(lead)
    record_quality(lead)
    ask_what_is_known(lead)
    marks.append(lead.keys)
    leave_each_its_own(lead)
    marks.append(lead.keys)
    rename(lead)
    marks.append(lead.keys)
    export(lead)
    per_term = [after - before for before, after in itertools.pairwise(marks)]
    told = f"Keys besides text, 6 partners, everything asked, per term ({story.language})"
    figure(f"{told}: {per_term}")

    quality = agreement(tmp_path, story, story.quality.label)
    assert quality["outcome"]["kind"] == "shared"
    assert quality["outcome"]["review"] == REVIEW
    assert [one["disposition"] for one in quality["objections"]] == ["integrated", "sustained"]
    assert len(quality["rounds"]) == 2
    assert agreement(tmp_path, story, story.teamwork.label)["outcome"]["kind"] == "differ"
    assert agreement(tmp_path, story, story.trust.label)["outcome"]["name"] == story.new_name
    assert typed_for(tmp_path, story) == set(story.typed_for)
    (written,) = tmp_path.glob(f"{story.set_id}-*.md")
    minutes = undated(written.read_text(encoding="utf-8"))
    golden = GOLDEN / f"whole_session_{story.language}.md"
    if os.environ.get("GLOSSARY_ACCEPT"):
        golden.write_text(minutes, encoding="utf-8")
    assert minutes == golden.read_text(encoding="utf-8")


def typed_for(folder: Path, story: Story) -> set[str]:
    """The partners whose file says that somebody else wrote what they mean."""
    files = (folder / "termsets" / story.set_id / "partners").glob("*.toml")
    partners = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    term = story.quality.label
    return {one["name"] for one in partners if "entered_by" in one["definitions"][term]}


def test_the_shortest_honest_path_of_a_term(
    tmp_path: Path,
    story: Story,
    opened: Callable[[], Facilitator],
    figure: Callable[[str], None],
) -> None:
    """Three partners: written blind, revealed, all restated, drafted, consented, closed."""
    make(tmp_path, story, 3)
    lead = opened()
    plan(lead)
    planned = lead.keys
    lead.press("enter")
    lead.see(story.quality.label.upper())
    lead.collect(story.said_by_the_first(3))
    lead.press("ctrl+g", "n")
    lead.see(_("partners {first}–{last} of {all}").format(first=1, last=3, all=3))
    lead.press("n")
    for heard, turn in enumerate(story.turns_of_the_first(3)):
        lead.see(_("understood: {n} of {all}").format(n=heard, all=3))
        lead.say_back(turn, turn.text)
        lead.press(story.right)
    lead.see(_("Everybody has been heard."))
    lead.press("ctrl+g", "n")
    lead.see(_("What we mean together:"))
    lead.type(story.first_draft)
    lead.press("ctrl+n")
    for left in (3, 2, 1):
        lead.see(f"{story.consent} {_('Consent')}", partners_to_go(left))
        lead.press(story.consent)
    lead.see(_("Nobody objects."))
    lead.press("ctrl+n")
    shared = _("{term} is shared in this wording.")
    lead.see(f"→ {shared.format(term=quote(story.quality.label))}")
    lead.press("ctrl+s")
    lead.see(_("Recorded on"))
    lead.press("esc")
    lead.see(f"▶ {story.teamwork.label}")
    keys = lead.keys - planned
    figure(f"Keys besides text, 3 partners, shortest honest path of a term: {keys}")
    assert keys <= 40
    assert agreement(tmp_path, story, story.quality.label)["outcome"]["kind"] == "shared"


def test_every_phase_is_two_keys_away(
    tmp_path: Path, story: Story, opened: Callable[[], Facilitator]
) -> None:
    make(tmp_path, story, 2)
    lead = opened()
    plan(lead)
    lead.press("enter")
    lead.see(story.quality.label.upper())
    lead.collect(story.said_by_the_first(2))
    lead.phase(4)
    lead.see(_("What we mean together:"))
    lead.type(story.first_draft)
    for digit, seen in (
        (5, partners_to_go(2)),
        (6, _("Record")),
        (3, says_back(story.turns_of_the_first(2)[0], story)),
        (2, _("What to talk about?")),
        (1, _("{partner} means by {term}:").format(partner="", term=story.quality.label)),
        (4, _("What we mean together:")),
    ):
        lead.phase(digit)
        lead.see(seen)
