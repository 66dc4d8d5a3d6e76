"""What a phone gets to see, from the door to the end."""

import re
import socket
import subprocess
import sys
import threading
from typing import Any

import pytest

from glossary.domain import RefusedError
from glossary.join.contract import Given
from glossary.join.server import USUAL_PORT, JoinServer
from tests.join.phoning import Phone, SimplePages, events, opened


def test_by_the_picture_into_the_waiting_room(server: JoinServer) -> None:
    phone = Phone(server)
    assert "Code on the big screen" in phone.get("/").text
    answer = phone.enter()
    (waits,) = server.lobby.waiting()
    assert answer.status == 200
    assert waits.mark in answer.text
    assert server.link == f"{server.url}/j/{server.invitation.token}".upper()
    assert Phone(server).get(server.link.partition(f"{server.port}")[2]).status == 200


def test_by_the_code_into_the_waiting_room(server: JoinServer) -> None:
    phone = Phone(server)
    wrong = phone.post("/", code="ABCD-EFGH")
    assert wrong.status == 403
    assert "This is not the code." in wrong.text
    answer = phone.post("/", code=server.invitation.code.lower())
    assert "You are in the waiting room" in answer.text
    assert len(server.lobby.waiting()) == 1


def test_a_phone_does_not_correct_the_code(server: JoinServer) -> None:
    field = re.search('<input id="code"[^>]*>', Phone(server).get("/").text)
    assert field is not None
    for said in ('autocorrect="off"', 'autocomplete="off"', 'spellcheck="false"'):
        assert said in field[0]


def test_guessing_is_held_up_and_the_picture_is_not(server: JoinServer) -> None:
    phone = Phone(server)
    for _ in range(5):
        assert phone.post("/", code="ABCD-EFGH").status == 403
    held = phone.post("/", code=server.invitation.code)
    assert held.status == 429
    assert "Wait a minute" in held.text
    assert phone.enter().status == 200


def test_a_picture_of_before_lets_nobody_in(server: JoinServer) -> None:
    before = server.invitation.token
    waits = Phone(server)
    waits.enter()
    server.rotate()
    refused = Phone(server).get(f"/j/{before}")
    assert refused.status == 403
    assert "scan the code" in refused.text.lower()
    assert "waiting room" in waits.get("/").text


def test_scanning_twice_is_one_phone(server: JoinServer) -> None:
    phone = Phone(server)
    phone.enter()
    phone.enter()
    assert len(server.lobby.waiting()) == 1


def test_a_name_is_text(server: JoinServer) -> None:
    phone = Phone(server)
    phone.enter()
    answer = phone.post("/name", name=" <b>Noord</b>\n\x1b[31m " + "x" * 100)
    (waits,) = server.lobby.waiting()
    assert waits.name.startswith("<b>Noord</b> \x1b[31m x")
    assert len(waits.name) == 60
    assert "The laptop shows: <strong" in answer.text
    assert "&lt;b&gt;Noord" in answer.text
    assert "<b>Noord" not in answer.text
    assert "\x1b" not in answer.text


def test_who_is_let_in_answers_for_its_partner(server: JoinServer, pages: SimplePages) -> None:
    phone = Phone(server)
    shown = phone.enter_for("delta")
    assert "You answer for <strong>Zorggroep Delta &lt;b&gt;</strong>" in shown.text
    answer = phone.post("/now", text="Op tijd.\r\nEn heel.")
    assert pages.kept == {("delta", "meaning"): "Op tijd.\nEn heel."}
    assert "Received. Your answer is on the laptop." in answer.text
    assert "Received" not in phone.get("/now").text


def test_a_page_that_asks_further_follows_at_once(server: JoinServer) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    answer = phone.post("/now", text="")
    assert answer.status == 200
    assert "Say something." in answer.text
    assert "Received" not in answer.text
    assert "data-place" not in answer.text


def test_another_question_has_an_address_of_its_own(server: JoinServer) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    assert "<h1>case</h1>" in phone.get("/q/case").text
    assert "<h1>meaning</h1>" in phone.get("/q/../%00/%ff<b>").text
    assert 'href="/q/case?language=nl"' in phone.get("/q/case").text


def test_who_waits_sees_and_sends_nothing(server: JoinServer, pages: SimplePages) -> None:
    phone = Phone(server)
    phone.enter()
    assert "waiting room" in phone.get("/now").text
    assert phone.post("/now", text="Nee.").status == 403
    assert Phone(server).post("/now", text="Nee.").status == 403
    assert pages.kept == {}


def test_a_page_opened_for_one_partner_does_not_answer_for_another(
    server: JoinServer, pages: SimplePages
) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    (known,) = server.lobby.admitted()
    server.lobby.admit(known.id, "delta")
    refused = phone.post("/now", text="Van Noord.")
    assert refused.status == 403
    assert "This was not saved" in refused.text
    assert pages.kept == {}
    phone.get("/now")
    phone.post("/now", text="Van Delta.")
    assert pages.kept == {("delta", "meaning"): "Van Delta."}


def test_who_is_taken_out_is_told_so(server: JoinServer, pages: SimplePages) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    (known,) = server.lobby.admitted()
    server.lobby.remove(known.id)
    assert phone.post("/now", text="Nee.").status == 403
    told = phone.get("/now")
    assert told.status == 403
    assert "This phone was taken out" in told.text
    # It may have come by typing, and has no camera.
    assert 'name="code"' in told.text
    assert "waiting room" in phone.post("/", code=server.invitation.code, nonce="").text
    assert pages.kept == {}


@pytest.mark.parametrize("change", ["removed", "closed"])
def test_an_answer_that_is_being_written_is_kept_and_said_to_be(
    server: JoinServer, pages: SimplePages, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, give = Phone(server), pages.give
    phone.enter_for("noord")
    (known,) = server.lobby.admitted()

    def meanwhile(*given: Any) -> Given:
        server.close() if change == "closed" else server.lobby.remove(known.id)
        return give(*given)

    monkeypatch.setattr(pages, "give", meanwhile)
    told = phone.post("/now", text="Net nog.")
    assert told.status == 403
    assert "Received. Your answer is on the laptop." in told.text
    assert pages.kept == {("noord", "meaning"): "Net nog."}
    assert "Received" not in phone.get("/").text


def test_after_the_end_everything_is_refused_and_says_so(
    server: JoinServer, pages: SimplePages
) -> None:
    phone, token, code = Phone(server), server.invitation.token, server.invitation.code
    phone.enter_for("noord")
    server.close()
    for answer in (
        phone.get("/now"),
        phone.get("/"),
        phone.get("/q/case"),
        phone.post("/now", text="Te laat."),
        Phone(server).get(f"/j/{token}"),
        Phone(server).post("/", code=code),
    ):
        assert answer.status == 403
        assert "The session on phones is over" in answer.text
    assert phone.get("/events").status == 403
    assert pages.kept == {}


def test_once_it_stopped_nobody_is_answered(pages: SimplePages) -> None:
    with opened(pages) as server:
        assert Phone(server).get("/").status == 200
    assert not server.is_running
    with pytest.raises(ConnectionRefusedError):
        Phone(server).get("/")
    server.stop()


def test_a_page_that_hears_of_the_end_can_still_be_fetched(pages: SimplePages) -> None:
    with opened(pages) as server:
        phone, slow = Phone(server), Phone(server)
        for one in (phone, slow):
            one.enter_for("noord")
        with events(phone) as told, events(slow) as of_slow:
            assert next(told) == next(of_slow)
            server.close()
            assert [*told] == [*of_slow] == ["closed"]
        # Nobody listens any more, and nobody knows yet what it was told.
        ending = threading.Thread(target=server.stop, args=(0.1,))
        ending.start()
        assert "The session on phones is over" in phone.get("/now").text
        ending.join(1)
        assert "The session on phones is over" in slow.get("/now").text
        ending.join(20)
        assert not server.is_running


def test_what_is_being_written_when_it_stops_is_finished(pages: SimplePages) -> None:
    pages.writing = threading.Event()
    with opened(pages) as server:
        phone = Phone(server)
        phone.enter_for("noord")
        told: list[int] = []
        sending = threading.Thread(
            target=lambda: told.append(
                phone.ask(
                    "POST",
                    "/now",
                    f"nonce={phone.nonce}&text=Net+nog.",
                    Origin=f"http://{phone.host}",
                    Content_Type="application/x-www-form-urlencoded",
                ).status
            )
        )
        sending.start()
        threading.Timer(0.2, pages.writing.set).start()
        while not told and sending.is_alive() and server.is_running:
            sending.join(0.05)
    sending.join()
    assert told == [303]
    assert pages.kept == {("noord", "meaning"): "Net nog."}


def test_each_phone_reads_its_own_language(server: JoinServer) -> None:
    dutch, english = Phone(server, "nl-NL,nl;q=0.9"), Phone(server, "en-GB")
    assert "Code op het grote scherm" in dutch.get("/").text
    assert "Code on the big screen" in english.get("/").text
    assert "Wat bedoel je?" in dutch.enter_for("noord").text
    assert "What do you mean?" in dutch.get("/now?language=en").text
    assert "What do you mean?" in dutch.get("/now").text
    assert '<html lang="nl">' in Phone(server, "fr-FR").get("/?language=nl").text
    assert '<html lang="en">' in Phone(server, "fr-FR").get("/?language=<nl>").text


def test_what_the_files_refuse_is_said_and_nothing_breaks(
    server: JoinServer, pages: SimplePages
) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    pages.gone = True
    refused = phone.post("/now", text="Iets.")
    assert refused.status == 503
    assert "The disk is &lt;full&gt;." in refused.text
    assert "What you typed is still there." in refused.text
    assert phone.get("/now").status == 503
    pages.gone = False
    assert phone.get("/now").status == 200


def test_a_mistake_of_the_program_reaches_no_terminal(
    server: JoinServer, pages: SimplePages, capfd: pytest.CaptureFixture[str]
) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    pages.show = None  # type: ignore[assignment,method-assign]
    answer = phone.get("/now")
    assert answer.status == 500
    assert "The laptop made a mistake" in answer.text
    with socket.create_connection((server.address, server.port)) as raw:
        raw.sendall(b"\x00\x01 nonsense\r\n\r\n")
        assert b"400" in raw.recv(100)
    assert capfd.readouterr() == ("", "")


def test_a_port_in_use_is_a_sentence(server: JoinServer, pages: SimplePages) -> None:
    with pytest.raises(RefusedError, match=f"uses port {server.port} of 127.0.0.1"):
        JoinServer(pages, str, pages.version).start("127.0.0.1", server.port)


@pytest.mark.parametrize("address", ["198.51.100.7", "0.0.0.0", "", "nergens.example", "::1"])
def test_an_address_of_elsewhere_is_a_sentence(address: str, pages: SimplePages) -> None:
    server = JoinServer(pages, str, pages.version)
    with pytest.raises(RefusedError, match="is not at"):
        server.start(address)
    assert not server.is_running
    server.stop()


def test_the_usual_port_or_one_behind_it_where_it_is_in_use(pages: SimplePages) -> None:
    first, second = (JoinServer(pages, str, pages.version) for _ in range(2))
    try:
        first.start("127.0.0.1")
        second.start("127.0.0.1")
        assert first.port != second.port
        assert USUAL_PORT < second.port < USUAL_PORT + 10
        assert Phone(first).enter().status == Phone(second).enter().status == 200
        assert first.is_reachable
    finally:
        first.stop(grace=0)
        second.stop(grace=0)


def test_a_port_that_cannot_be_is_a_sentence(pages: SimplePages) -> None:
    with pytest.raises(RefusedError, match="1024 to 65535"):
        JoinServer(pages, str, pages.version).start("127.0.0.1", 70_000)


def test_the_program_does_not_load_it_unless_asked() -> None:
    code = (
        "import sys, glossary.cli.main, glossary.tui.app\n"
        "print([one for one in ('starlette', 'uvicorn', 'segno', 'cryptography', 'anyio')"
        " if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
