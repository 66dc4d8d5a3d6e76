"""Six partners with a phone each, and the facilitator who lets them in and leads them by keys."""

import os
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, expect

from glossary.locale import gettext as _
from glossary.tui.widgets.round_parts import stands
from tests.facilitating import Facilitator, opening, partners_to_go
from tests.scanning import has_scanner, on_screen, scanned
from tests.whole_received import Sent
from tests.whole_story import Round, Story

# How often a page said that an answer was received; a page may make room for the next one at once.
_COUNT = """
addEventListener("DOMContentLoaded", () => {
    if (document.querySelector(".received"))
        sessionStorage.told = Number(sessionStorage.told || 0) + 1;
});
"""
_TOLD = "Number(sessionStorage.told || 0)"
# A port of its own, as where nothing else runs: there phones find again what they keep.
_PORT = 20_000 + os.getpid() % 10_000
URL = f"http://127.0.0.1:{_PORT}"
_PROGRAM = f"""
import glossary.join.server
glossary.join.server.USUAL_PORT = {_PORT}
from glossary.__main__ import main
main()
"""
_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
_WAITS = re.compile(r"▶ \? (\d\d \w+)")


class PartnerPhone:
    """A browser in which somebody answers for a partner.

    `mark` is what the laptop calls it, and `received` are the answers of which it said that they
    are on the laptop.
    """

    def __init__(self, context: BrowserContext, partner: str) -> None:
        context.add_init_script(_COUNT)
        self.context, self.partner = context, partner
        self.page = context.new_page()
        self.mark = ""
        self.received: list[Sent] = []

    def scan(self, link: str) -> None:
        """By the camera: in a tab of its own."""
        before, self.page = self.page, self.context.new_page()
        before.close()
        self.page.goto(link)
        self._wait_outside()

    def type_code(self, code: str) -> None:
        """At the door."""
        self.page.fill("#code", code)
        self.page.click("main button")
        self._wait_outside()

    def _wait_outside(self) -> None:
        self.mark = self.page.locator(".mark").inner_text()

    @property
    def told(self) -> str:
        """Everything that it shows."""
        return self.page.locator("main").inner_text()

    def asked(self, question: str) -> Locator:
        """The form of a question, once it is asked; by the beginning of its name."""
        form = self.page.locator(f"form[data-keep^='{question}']")
        expect(form).to_be_visible(timeout=20_000)
        return form

    def write(self, question: str, **texts: str) -> None:
        """Type, and do not send it yet."""
        form = self.asked(question)
        for name, text in texts.items():
            field = form.locator(f"[name={name}]")
            if not field.is_visible():
                form.locator(f"details:has([name={name}]) summary").click()
            field.fill(text)

    def choose(self, question: str, name: str, value: str) -> None:
        """Tap one of the choices."""
        form = self.asked(question)
        form.locator(f"label:has([name={name}][value='{value}'])").click()

    def send(self) -> None:
        """Save, and see that it is received."""
        sent, before = self._filled(), self.page.evaluate(_TOLD)
        self._save()
        self.page.wait_for_function(f"before => {_TOLD} > before", arg=before)
        self.received.append(sent)

    def lose_connection(self) -> None:
        """Save all the same, in vain: what was typed stays there."""
        filled = self._filled()
        self.context.set_offline(True)
        self._save()
        expect(self.page.locator("#lost")).to_be_visible()
        assert self._filled() == filled

    def find_connection(self) -> None:
        """Save it once more, and see that it is received."""
        self.context.set_offline(False)
        self.send()

    def _filled(self) -> Sent:
        form = self.page.locator("main form")
        told = form.evaluate("form => Object.fromEntries(new FormData(form))")
        return Sent(self.partner, told)

    def _save(self) -> None:
        self.page.locator("main .send button").click(no_wait_after=True)

    def pass_by(self) -> None:
        """To the next question, without an answer."""
        self.page.click("a[rel=next]")


Phones = Mapping[str, PartnerPhone]


class PhoneLeader(Facilitator):
    """Leads as ever, while partners answer on their phones.

    `delays` are the seconds between what a phone said to be received and the screen that says so.
    """

    def __init__(self, folder: Path, story: Story, phones: Phones) -> None:
        super().__init__(folder, story, ("-c", _PROGRAM))
        self._folder, self.phones = folder, phones
        self.delays: list[float] = []

    def open_room(self) -> tuple[str, str]:
        """Open the room for phones on this machine; what its code says, and the code to type."""
        self.press("ctrl+g")
        self.see(f"m {_('Phones')}")
        self.press("m")
        self.see("127.0.0.1")
        self.press("end", "enter")
        found = _CODE.search(self.see(URL, _has(_CODE)))
        assert found is not None
        code = on_screen(self.terminal.screen, _shade)
        return scanned(code, self._folder) if has_scanner() else "", found[0]

    def let_in(self) -> None:
        """Ask of each phone that waits whose it is, and let it in for that partner."""
        marks = {phone.mark: self.short(partner) for partner, phone in self.phones.items()}
        while marks:
            mark = _WAITS.search(self.see(lambda text: any(f"▶ ? {one}" in text for one in marks)))
            assert mark is not None
            short = marks.pop(mark[1])
            self.press("enter")
            asked = _("For which partner does {phone} answer?").format(phone=mark[1])
            offered = re.search(rf"(\d) {short}\b", self.see(asked))
            assert offered is not None
            self.press(offered[1])
            self.see(_("{phone} answers for {partner}.").format(phone=mark[1], partner=short))

    def see_who_is_done(self, *writing: str) -> None:
        """Each phone stands there for its partner, and these partners are still at it."""
        for short in self.story.seats:
            told = _("writes") if short in writing else _("done")
            self.see(_has(re.compile(rf"● {short} \d\d \w+ {told}\b")))

    def close_room(self) -> None:
        """Tell all phones that it is over."""
        self.press("s")
        self.see(_("Close the room for phones?"))
        self.press("2")
        self.see(_("The room for phones is closed."))

    def short(self, partner: str) -> str:
        """What a partner is called where there is little room."""
        return next(short for short in self.story.seats if short in partner)

    def phone(self, short: str) -> PartnerPhone:
        """That of the partner with this short name."""
        return next(phone for name, phone in self.phones.items() if short in name)

    def collect(self, said: Mapping[str, str]) -> None:
        """Every partner writes on its own phone, and the screen tells that it did."""
        words = (self.story.quality, self.story.teamwork, self.story.trust)
        label = next(word.label for word in words if said.items() <= word.meanings.items())
        for partner, meaning in said.items():
            phone = self.phones[partner]
            phone.write(f"{label}/meaning", meaning=meaning)
            phone.send()
            self.see_soon(f"✓ {self.short(partner)}")

    def consent(self, round_of: Round) -> None:
        """Every partner takes its stand on its own phone; reasons are seen when all have."""
        question = f"{self.story.quality.label}/position"
        meant = {way.key: way.id for way in stands()}
        said: list[str] = []
        for place, (partner, letter, reason) in enumerate(round_of, 1):
            phone = self.phones[partner]
            phone.choose(question, "stand", meant[letter])
            phone.write(question, reason=reason)
            phone.send()
            said += [opening(reason)] if reason else []
            if place < len(round_of):
                text = self.see_soon(partners_to_go(len(round_of) - place))
                assert not [one for one in said if one in text]

    def see_soon(self, *seen: str) -> str:
        """See what a phone was just told to be received, and note how long that takes."""
        start = time.monotonic()
        text = self.see(*seen)
        self.delays.append(time.monotonic() - start)
        return text

    def words_since(self, start: int) -> set[str]:
        """Which words of some length were on the screen since so many bytes were written."""
        raw = self.terminal.raw[start:].decode(errors="replace")
        return long_words(_CONTROL.sub(" ", raw))


def long_words(text: str) -> set[str]:
    """Which tell what somebody meant."""
    return set(re.findall(r"\w{5,}", text.lower()))


def _has(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.search(text) is not None


def _shade(colour: str, usual: int) -> int:
    """Of a terminal that has all colours; the code is black on white, and nothing else is read."""
    return {"default": usual, "000000": 0}.get(colour, 255)
