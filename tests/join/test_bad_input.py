"""What goes wrong in a room, with the pages of a set: each is a clear page, and nothing is lost."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from glossary.domain import GlossaryError, Phase, RefusedError
from glossary.join.server import JoinServer, _bound
from glossary.store.folder import FolderStore
from glossary.workflow.session.agenda import take_up
from glossary.workflow.session.moving import go
from tests.join.browsing import asked
from tests.join.paper import HIDDEN, fields, kept_at, room, send
from tests.join.phoning import Answer, Phone, opened_on
from tests.workflow.session.seated import MEANINGS, NOW, SET, TERM, seated

_MEANING = "definitions/kwaliteit/meaning"
_HOUR = 3600.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[JoinServer]:
    room(tmp_path, seated(Phase.COLLECT))
    with opened_on(tmp_path) as running:
        yield running


def _sent(phone: Phone, shown: Answer, **typed: str) -> Answer:
    """Fill in a page that is open, and send it."""
    told = {**fields(shown.text), **typed}
    return phone.post("/now", nonce=told.pop("nonce"), **told)


def _opened(server: JoinServer, partner: str) -> tuple[Phone, Answer]:
    phone = Phone(server)
    phone.enter_for(partner)
    return phone, phone.get("/q/meaning")


@pytest.mark.parametrize(
    "typed",
    ["Zorg 👩‍⚕️ 🏳️‍🌈 — שלום, مرحبا", "שלום\nمرحبا بالعالم", "é" * 1000, "👍" * 1000],
)
def test_whatever_is_typed_is_received_as_it_is(
    server: JoinServer, tmp_path: Path, typed: str
) -> None:
    phone, shown = _opened(server, "delta")
    answer = _sent(phone, shown, meaning=typed)
    assert "Received. Your answer is on the laptop." in answer.text
    # A joiner between two signs is no text: the page said so.
    kept = typed.replace("\u200d", "")
    assert kept_at(tmp_path, "delta", _MEANING) == kept
    assert fields(phone.get("/q/meaning").text)["meaning"] == kept


def test_a_phone_that_slept_an_hour_goes_on(
    server: JoinServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, shown = _opened(server, "delta")
    waits = Phone(server)
    waits.enter()
    monkeypatch.setattr(server.lobby, "_clock", lambda: time.monotonic() + _HOUR)
    for _ in range(59):
        Phone(server).enter()
    assert "waiting room" in waits.get("/").text
    assert "Received" in _sent(phone, shown, meaning="Uitgeslapen.").text
    assert kept_at(tmp_path, "delta", _MEANING) == "Uitgeslapen."


def test_two_phones_of_one_partner_are_told_of_each_other(
    server: JoinServer, tmp_path: Path
) -> None:
    (one, first), (other, second) = (_opened(server, "delta") for _ in range(2))
    assert "Received" in _sent(one, first, meaning="Van de een.").text
    asked = _sent(other, second, meaning="Van de ander.")
    assert "Meanwhile something else was answered. It now says:" in asked.text
    assert "Van de een." in asked.text
    assert fields(asked.text)["meaning"] == "Van de ander."
    assert kept_at(tmp_path, "delta", _MEANING) == "Van de een."
    assert "Received" in _sent(other, asked).text
    assert kept_at(tmp_path, "delta", _MEANING) == "Van de ander."


def test_what_comes_when_the_group_has_gone_on_is_there_to_be_copied(
    server: JoinServer, tmp_path: Path
) -> None:
    phone, shown = _opened(server, "delta")
    case = phone.get("/q/case-te-laat")
    go(FolderStore(tmp_path), SET, TERM, Phase.COMPARE, NOW)
    late = _sent(phone, shown, meaning="Net te laat.")
    assert "was revealed while you were typing" in late.text
    assert fields(late.text)["meaning"] == "Net te laat."
    over = _sent(phone, case, answer="yes")
    assert "The group has gone on meanwhile, so this was not saved." in over.text
    assert kept_at(tmp_path, "delta", _MEANING) == MEANINGS["delta"]


def test_what_nobody_came_to_hear_is_not_told_of_another_answer(
    server: JoinServer, tmp_path: Path
) -> None:
    phone, shown = _opened(server, "delta")
    told = {**fields(shown.text), "meaning": "Kwam aan."}
    form = {"Origin": server.url, "Content_Type": "application/x-www-form-urlencoded"}
    # As if the connection was gone by then: where it leads to is not opened.
    assert phone.ask("POST", "/now", urlencode(told), **form).status == 303
    assert "It now says:" in _sent(phone, shown, meaning="Toch anders.").text
    assert "Received" not in phone.get("/now").text
    assert kept_at(tmp_path, "delta", _MEANING) == "Kwam aan."


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("closed", "This was not saved: it came after the end."),
        ("moved", "Meanwhile the facilitator chose another partner for this phone"),
        ("removed", "This phone was taken out"),
        ("started again", "Scan the code on the big screen again, or type it."),
    ],
)
def test_what_is_not_taken_stands_on_the_page_that_says_so(
    server: JoinServer, tmp_path: Path, change: str, told: str
) -> None:
    phone, shown = _opened(server, "delta")
    (known,) = server.lobby.admitted()
    if change == "closed":
        server.close()
    elif change == "moved":
        server.lobby.admit(known.id, "noord")
    elif change == "removed":
        server.lobby.remove(known.id)
    else:
        phone.cookie = f"glossary-{server.port}=before"
    refused = _sent(phone, shown, meaning="Net <b>niet</b>.")
    assert refused.status == 403
    assert told in refused.text
    assert ("You answer for " in refused.text) == (change == "moved")
    assert ('name="code"' in refused.text) == (change in ("removed", "started again"))
    assert "Net &lt;b&gt;niet&lt;/b&gt;." in refused.text
    assert "what you sent is on the laptop" not in refused.text
    assert kept_at(tmp_path, "delta", _MEANING) == MEANINGS["delta"]


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=request.param, locale="en-GB") as made:
        yield made


@pytest.mark.xdist_group("chromium")
def test_what_was_typed_comes_back_at_no_other_question_and_for_no_other_partner(
    context: BrowserContext, server: JoinServer, tmp_path: Path
) -> None:
    # A page that follows the group goes its own way, while this goes back.
    context.route("**/events?*", lambda route: route.abort())
    page = asked(context, server, "meaning")
    page.fill("#meaning", "Nog niet verstuurd.")
    page.goto(f"{server.url}/q/wait")
    (phone,) = server.lobby.admitted()
    server.lobby.admit(phone.id, "noord")
    page.go_back()
    expect(page.locator("#meaning")).to_have_value(MEANINGS["noord"])
    page.goto(f"{server.url}/q/wait")
    server.lobby.admit(phone.id, "delta")
    take_up(FolderStore(tmp_path), SET, "regie", NOW)
    page.go_back()
    expect(page.locator("h1")).to_have_text("regie")
    expect(page.locator("#meaning")).to_have_value("")


def test_no_phone_hears_where_the_laptop_has_its_files(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    (tmp_path / SET / "termset.toml").write_text("<<<<<<< HEAD\n", "utf-8")
    with pytest.raises(GlossaryError) as told:
        pages.show("delta", "meaning", "en", HIDDEN)
    given = send(pages, "delta", page, {"meaning": "Dat de bel het doet."})
    for sentence in (str(told.value), str(given.html)):
        assert f"{SET}/termset.toml" in sentence
        assert str(tmp_path) not in sentence


def test_a_port_belongs_to_one_room_before_it_answers() -> None:
    with (
        _bound("127.0.0.1", 0) as first,
        pytest.raises(RefusedError, match="uses port"),
    ):
        _bound("127.0.0.1", first.getsockname()[1])
