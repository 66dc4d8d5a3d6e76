"""What is refused before any page is asked."""

import http.client
import socket

import pytest

from glossary.join.server import JoinServer
from tests.join.phoning import Phone, SimplePages

_FORM = "application/x-www-form-urlencoded"


def _send(phone: Phone, path: str = "/now", body: str = "", **headers: str) -> int:
    """A form with everything right, but for these headers."""
    told = {"Origin": f"http://{phone.host}", "Content_Type": _FORM, **headers}
    return phone.ask("POST", path, body or f"nonce={phone.nonce}&text=Ja.", **told).status


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1:{port}.evil.example",
        "evil.example@127.0.0.1:{port}",
        "LOCALHOST.:{port}",
        "[::1]:{port}",
        "192.168.1.1:{port}",
    ],
)
def test_another_host_gets_nothing(server: JoinServer, host: str) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    named = host.format(port=server.port)
    answer = phone.ask("GET", "/now", Host=named)
    assert answer.status == 403
    assert "What do you mean?" not in answer.text
    assert _send(phone, Host=named, Origin=f"http://{named}") == 403


def test_this_laptop_may_be_called_localhost(server: JoinServer) -> None:
    assert Phone(server).ask("GET", "/", Host=f"localhost:{server.port}").status == 200


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Origin", "http://evil.example"),
        ("Origin", "null"),
        ("Origin", "https://{host}"),
        ("Origin", "http://127.0.0.1"),
        ("Origin", ""),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
        ("Sec-Fetch-Site", "none"),
    ],
)
def test_a_form_of_another_page_changes_nothing(
    server: JoinServer, pages: SimplePages, name: str, value: str
) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    assert _send(phone, **{name.replace("-", "_"): value.format(host=phone.host)}) == 403
    assert pages.kept == {}
    assert _send(phone) == 303


@pytest.mark.parametrize("nonce", ["", "x", "é", "{other}"])
def test_a_form_without_its_own_secret_changes_nothing(
    server: JoinServer, pages: SimplePages, nonce: str
) -> None:
    phone, other = Phone(server), Phone(server)
    other.enter_for("delta")
    phone.enter_for("noord")
    assert phone.post("/now", nonce=nonce.format(other=other.nonce), text="Ja.").status == 403
    assert pages.kept == {}


@pytest.mark.parametrize("kind", ["", "text/plain", "multipart/form-data; boundary=x"])
def test_only_forms_are_read(server: JoinServer, pages: SimplePages, kind: str) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    assert _send(phone, Content_Type=kind) == 415
    assert _send(phone, Content_Type=f"{_FORM}; charset=UTF-8") == 303
    assert list(pages.kept.values()) == ["Ja."]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(server: JoinServer, method: str) -> None:
    assert Phone(server).ask(method, "/").status == 405


def test_a_long_text_is_refused_with_a_page_that_says_so(
    server: JoinServer, pages: SimplePages
) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    fits = "é" * 2_000
    phone.post("/now", text=fits)
    for text in ("x" * 20_000, "😀" * 20_000):
        answer = phone.post("/now", text=text)
        assert answer.status == 413
        assert "too long to send" in answer.text
    assert list(pages.kept.values()) == [fits]


def test_a_question_for_a_page_carries_nothing(server: JoinServer) -> None:
    assert Phone(server).ask("GET", "/", "text").status == 413
    assert Phone(server).ask("GET", "/", Content_Length="0").status == 200


def test_a_form_of_many_fields_is_no_form(server: JoinServer, pages: SimplePages) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    assert _send(phone, body=f"nonce={phone.nonce}&text=Ja." + "&a=b" * 200) == 403
    assert pages.kept == {}


def test_every_answer_carries_what_protects_it(server: JoinServer) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    for path in ("/now", "/", "/join.css", "/join.js", "/nergens", "/q/x", "/favicon.ico"):
        headers = phone.ask("GET", path).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
        assert headers["ETag"] is headers["Last-Modified"] is headers["Server"] is None
    cookie = Phone(server).ask("GET", f"/j/{server.invitation.token}?again").headers["Set-Cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= set(cookie.split("; "))


def test_a_first_page_is_small(server: JoinServer) -> None:
    phone = Phone(server)
    sizes = [len(phone.ask("GET", path).text) for path in ("/", "/join.css", "/join.js")]
    assert sum(sizes) <= 30_000
    assert sizes[2] <= 5_000


def test_a_claimed_address_is_not_believed(server: JoinServer) -> None:
    phone = Phone(server)
    body = "code=ABCD-EFGH"
    told = [_send(phone, "/", body, X_Forwarded_For=f"10.0.0.{n}") for n in range(6)]
    assert told == [403] * 5 + [429]


def test_two_requests_behind_each_other(server: JoinServer) -> None:
    with socket.create_connection((server.address, server.port), timeout=10) as raw:
        one = f"GET / HTTP/1.1\r\nHost: {server.address}:{server.port}\r\n".encode()
        raw.sendall(one + b"\r\n" + one + b"Connection: close\r\n\r\n")
        said = b"".join(iter(lambda: raw.recv(65_536), b""))
    assert said.count(b"HTTP/1.1 200") == 2


def test_a_connection_serves_one_page_after_another(server: JoinServer) -> None:
    connection = http.client.HTTPConnection(server.address, server.port)
    for path in ("/", "/join.css", "/join.js", "/"):
        connection.request("GET", path)
        assert connection.getresponse().read()
    connection.close()
