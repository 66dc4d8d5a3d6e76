"""Forms that other pages send, and other names that lead to the laptop."""

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from tests.join.phoning import Phone, SimplePages, opened

_FORM = "application/x-www-form-urlencoded"


def _hosts(port: int) -> list[str]:
    names = [
        "evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1.nip.io",
        "localhost.evil.example",
        "localtest.me",
        "127.0.0.1@evil.example",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "0x7f.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "127.0.0.2",
        "LOCALHOST.",
        "xn--localhost-",
        "10.0.0.1",
    ]
    return [*(f"{name}:{port}" for name in names), "127.0.0.1", "127.0.0.1:80", "localhost", "x"]


def _forged(phone: Phone, other: Phone) -> Iterator[dict[str, str]]:
    """What an attacker may send, with the cookie that a browser would add."""
    own, true = f"http://{phone.host}", phone.nonce
    origins = ["null", "", "http://evil.example", f"https://{phone.host}", f"{own}.evil.example"]
    origins += [
        f"{own}/",
        f"{own}, {own}",
        f"http://u@{phone.host}",
        own.upper(),
        "http://127.0.0.1",
    ]
    origins += ["http://[::1]", "file://", "chrome-extension://x", "http://localhost", "*"]
    yield from ({"Origin": origin, "nonce": true} for origin in origins)
    for site in ("cross-site", "same-site", "none", "same-origin, cross-site", "x"):
        yield {"Origin": own, "nonce": true, "Sec-Fetch-Site": site}
    nonces = [
        "",
        " ",
        "0",
        "null",
        "é",
        "\ud83d",
        true[:-1],
        true + "x",
        true.swapcase(),
        other.nonce,
    ]
    yield from ({"Origin": own, "nonce": nonce} for nonce in nonces)
    for kind in ("text/plain", "multipart/form-data", "application/json", "", "x"):
        yield {"Origin": own, "nonce": true, "Content-Type": kind}
    for cookie in ("", "glossary=x", phone.cookie[:-1], phone.cookie.upper(), other.cookie):
        yield {"Origin": own, "nonce": true, "Cookie": cookie}
    for name in (
        "X-Forwarded-Host",
        "X-Original-Host",
        "Forwarded",
        "X-HTTP-Method-Override",
        "X-Host",
    ):
        yield {"Origin": "http://evil.example", "nonce": true, name: phone.host}
    for name in ("Referer", "X-Requested-With", "Access-Control-Request-Method", "Via", "From"):
        yield {"nonce": true, name: own}


def test_no_forged_form_and_no_other_name_is_accepted(figure: Callable[[str], None]) -> None:
    pages = SimplePages()
    with opened(pages) as server:
        phone, other = Phone(server), Phone(server)
        phone.enter_for("noord")
        other.enter_for("delta")
        forged = list(_forged(phone, other))
        statuses = []
        for headers in forged:
            told = {"Content-Type": _FORM, **headers}
            nonce = told.pop("nonce")
            body = urlencode({"nonce": nonce, "text": "Vals."}, errors="replace")
            kept = phone.cookie, phone.nonce
            statuses.append(phone.ask("POST", "/now", body, **told).status)
            phone.cookie, phone.nonce = kept
        hosts = _hosts(server.port)
        named = [phone.ask("GET", "/now", Host=host) for host in hosts]
        assert phone.post("/now", text="Echt.").status == 200
    figure(f"forged posts: {len(forged)}, hosts: {len(hosts)}, accepted: {statuses.count(303)}")
    assert len(forged) >= 50
    assert len(hosts) >= 20
    assert set(statuses) <= {403, 415}
    assert {answer.status for answer in named} == {403}
    assert not any("What do you mean?" in answer.text for answer in named)
    assert pages.kept == {("noord", "meaning"): "Echt."}
