"""A whole session in which six partners answer on phones: real browsers beside a real terminal.

The story is that of the session by keys, and so are its minutes. A phone loses its connection on
the way, and the laptop dies.
"""

import re
import signal
import statistics
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from glossary.locale import gettext as _
from glossary.locale import use
from tests.facilitating import says_back, undated
from tests.whole_dutch import DUTCH
from tests.whole_phones import URL, PartnerPhone, PhoneLeader, Phones, long_words
from tests.whole_quality import (
    KNOWN_AFTER,
    agreement,
    compare_quality,
    draft_quality,
    heard,
    record_quality,
)
from tests.whole_received import Sent, lost
from tests.whole_steps import export, leave_each_its_own, make, plan, rename, run
from tests.whole_story import Turn

pytestmark = pytest.mark.xdist_group("chromium")

STORY = DUTCH
QUALITY = STORY.quality.label
CASES = {"1": "yes", "2": "no", "3": "depends"}
PHONE: Any = {"viewport": {"width": 360, "height": 740}, "locale": STORY.language}
GOLDEN = Path(__file__).parent / "golden" / f"whole_session_{STORY.language}.md"
OUT_OF_REACH = "Scholengroep Horizon"


@pytest.fixture
def phones(browser: Browser) -> Iterator[Phones]:
    with ExitStack() as stack:
        yield {
            partner: PartnerPhone(stack.enter_context(browser.new_context(**PHONE)), partner)
            for partner in STORY.quality.meanings
        }


@pytest.fixture
def opened(tmp_path: Path, phones: Phones) -> Iterator[Callable[[], PhoneLeader]]:
    """Opens the session, as often as it is asked."""
    use(STORY.language)
    with ExitStack() as stack:

        def leader() -> PhoneLeader:
            lead = PhoneLeader(tmp_path, STORY, phones)
            stack.enter_context(lead.terminal)
            return lead

        yield leader
    use("en")


def test_a_whole_session_on_phones(
    tmp_path: Path,
    phones: Phones,
    opened: Callable[[], PhoneLeader],
    figure: Callable[[str], None],
) -> None:
    make(tmp_path, STORY, 6)
    lead = opened()
    plan(lead)
    come_in(lead)
    lead.press("esc")
    lead.see(f"▶ {QUALITY}")
    lead.press("enter")
    lead.see(QUALITY.upper())
    collect(lead)
    compare_quality(lead)
    read_each_other(lead)
    restate_until_it_dies(lead)
    assert lost(tmp_path, STORY, received(phones)) == []
    lead = come_back(lead, opened)
    restate_the_rest(lead)
    draft_quality(lead)
    record_quality(lead)
    say_what_is_known(phones)
    lead.press("w")
    lead.see(STORY.known)
    lead.press("esc")
    leave_each_its_own(lead)
    rename(lead)
    end(lead)
    export(lead)

    assert lost(tmp_path, STORY, received(phones)) == []
    delays = sorted(round(1000 * seconds) for seconds in lead.delays)
    figure(
        f"six phones, three terms, the laptop killed once: {len(received(phones))} answers "
        f"received, 0 lost; on the screen {statistics.median(delays):.0f} ms later, "
        f"{delays[-1]} ms at most"
    )
    run(tmp_path, "check")
    quality = agreement(tmp_path, STORY, QUALITY)
    assert quality["outcome"]["kind"] == "shared"
    assert [one["disposition"] for one in quality["objections"]] == ["integrated", "sustained"]
    (written,) = tmp_path.glob(f"{STORY.set_id}-*.md")
    by_keys = GOLDEN.read_text(encoding="utf-8")
    assert undated(written.read_text(encoding="utf-8")) == without_typist(by_keys)


def come_in(lead: PhoneLeader) -> None:
    """Half of them by the picture of the code, the others by typing it."""
    link, code = lead.open_room()
    for place, phone in enumerate(lead.phones.values()):
        if link and place % 2:
            phone.scan(link)
        else:
            phone.page.goto(URL)
            phone.type_code(code)
    lead.let_in()


def collect(lead: PhoneLeader) -> None:
    """Everybody writes unseen; the screen tells who is done, and not a word of what they said."""
    away, start = lead.phones[OUT_OF_REACH], len(lead.terminal.raw)
    known = long_words(lead.terminal.text)
    away.write(f"{QUALITY}/meaning", meaning=STORY.quality.meanings[OUT_OF_REACH])
    away.lose_connection()
    for partner, meaning in STORY.quality.meanings.items():
        phone = lead.phones[partner]
        if partner == STORY.fills_in_all:
            phone.write(f"{QUALITY}/meaning", example=STORY.example, belief=STORY.belief)
        if phone is not away:
            lead.collect({partner: meaning})
    lead.see(_("{partner} · {n} to go").format(partner="", n=1).strip())
    away.find_connection()
    lead.see_soon(f"✓ {lead.short(OUT_OF_REACH)}")
    for phone in lead.phones.values():
        answer_the_rest(phone)
    said = long_words(" ".join((*STORY.quality.meanings.values(), STORY.example, STORY.belief)))
    told = lead.words_since(start) - known
    assert not said & told


def answer_the_rest(phone: PartnerPhone) -> None:
    """The lens, by one of them; the boundary cases, and how well it knows what others mean."""
    phone.asked(f"{QUALITY}/lens")
    if phone.partner == STORY.fills_in_all:
        expect(phone.page.locator("[name=lens]:checked + span")).to_have_text(STORY.lens)
        phone.send()
    else:
        phone.pass_by()
    cases, know = STORY.cases[phone.partner]
    for case in cases:
        phone.choose(f"{QUALITY}/case-", "answer", CASES[case])
        phone.send()
    phone.choose(f"{QUALITY}/know-before", "value", know)
    phone.send()


def read_each_other(lead: PhoneLeader) -> None:
    """What all mean stands on each phone with the marks of the screen; one says how hot it is."""
    marks = set()
    for phone in lead.phones.values():
        expect(phone.page.get_by_text(_("What each partner means"))).to_be_visible()
        for meaning in STORY.quality.meanings.values():
            shown = " ".join(re.sub(r"\S\u00a0", "", phone.told).split())
            assert meaning in shown
        marks.add(tuple(phone.page.locator("main mark").all_inner_texts()))
    (same,) = marks
    single = [mark.replace("\u00a0", " ") for mark in same if " " not in mark]
    assert single
    lead.see(*single)
    one = lead.phones[OUT_OF_REACH]
    one.pass_by()
    one.choose(f"{QUALITY}/temperature", "value", "4")
    one.send()


def restate_until_it_dies(lead: PhoneLeader) -> None:
    """Some are heard, one types a better attempt; then the laptop is gone."""
    lead.press("n")
    first, second, *_others = STORY.said_back
    lead.see(says_back(first, STORY), heard(0))
    for turn in STORY.said_back:
        if turn.text:
            phone = lead.phone(turn.by)
            phone.write(f"{QUALITY}/restate-", text=turn.text)
            phone.send()
    answer(lead.phone(first.of), first, "almost", first.correction)
    answer(lead.phone(second.of), second, "yes")
    lead.see_soon(heard(1))
    phone = lead.phone(first.by)
    phone.write(f"{QUALITY}/restate-", text=first.better)
    assert first.correction in phone.told
    lead.terminal.signal(signal.SIGKILL)
    assert lead.terminal.wait_exit() == -signal.SIGKILL
    expect(phone.page.locator("#lost")).to_be_visible()


def answer(phone: PartnerPhone, turn: Turn, verdict: str, correction: str = "") -> None:
    question = f"{QUALITY}/answer-"
    phone.choose(question, "verdict", verdict)
    phone.write(question, correction=correction)
    assert turn.better in phone.told or turn.text in phone.told
    phone.send()


def come_back(lead: PhoneLeader, opened: Callable[[], PhoneLeader]) -> PhoneLeader:
    """The laptop starts again where the group was; phones come in anew, one with a text unsent."""
    again = opened()
    again.delays = lead.delays
    first = STORY.said_back[0]
    again.see(says_back(first, STORY), heard(1))
    typing = again.phone(first.by)
    link, code = again.open_room()
    for phone in again.phones.values():
        if phone is typing:
            expect(phone.page.locator("#out")).to_be_visible(timeout=20_000)
            phone.page.click("#out a")
            phone.type_code(code)
        elif link:
            phone.scan(link)
        else:
            expect(phone.page.locator("#code")).to_be_visible(timeout=20_000)
            phone.type_code(code)
    again.let_in()
    left_out = next(turn.by for turn in STORY.said_back if not turn.text)
    again.see_who_is_done(first.by, left_out)
    again.press("esc")
    again.see(heard(1))
    expect(typing.asked(f"{QUALITY}/restate-").locator("textarea")).to_have_value(first.better)
    return again


def restate_the_rest(lead: PhoneLeader) -> None:
    left_out = next(turn for turn in STORY.said_back if not turn.text)
    first, _second, *others = STORY.said_back
    lead.phone(first.by).send()
    answer(lead.phone(first.of), first, "yes")
    lead.see_soon(heard(2))
    for turn in others:
        if turn.text and turn.of != left_out.by:
            answer(lead.phone(turn.of), turn, "yes")
    lead.see_soon(heard(4))
    lead.press("ctrl+n")
    lead.see(says_back(left_out, STORY))
    lead.press("ctrl+o")
    lead.see(_("Skipped; that is noted."))
    answer(lead.phone(left_out.by), next(turn for turn in others if turn.of == left_out.by), "yes")
    skipped = _("{by} about {of}").format(by=left_out.by, of=left_out.of)
    lead.see_soon(heard(5), _("No turn is left. Skipped: {turns}.").format(turns=skipped))


def say_what_is_known(phones: Phones) -> None:
    """After the close."""
    for partner, value in zip(sorted(phones), KNOWN_AFTER, strict=True):
        phones[partner].choose(f"{QUALITY}/know-after", "value", value)
        phones[partner].send()


def end(lead: PhoneLeader) -> None:
    """The room for phones is closed, and each of them says so."""
    lead.see(_("End of the session"))
    lead.press("ctrl+g")
    lead.see(f"m {_('Phones')}")
    lead.press("m")
    lead.see(_("Phones in the room"))
    lead.close_room()
    for phone in lead.phones.values():
        over = phone.page.get_by_role("heading", name=_("The session on phones is over"))
        expect(over).to_be_visible(timeout=20_000)


def received(phones: Phones) -> list[Sent]:
    """All that phones said to be on the laptop."""
    return [sent for phone in phones.values() for sent in phone.received]


def without_typist(minutes: str) -> str:
    """Everybody wrote on a phone of its own."""
    typed_by = _("Written down by {name}").format(name=_("the facilitator"))
    return minutes.replace(f"  - {typed_by}\n", "")
