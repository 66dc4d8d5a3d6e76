"""A room that nobody can listen to: the certificate, and what is shown to compare it with."""

import http.client
import re
import socket
import ssl
from hashlib import sha256

from glossary.join.server import JoinServer
from glossary.join.tls import Certificate, self_signed
from tests.join.phoning import SimplePages


def _strict(certificate: Certificate) -> ssl.SSLContext:
    return ssl.create_default_context(cadata=certificate.pem.decode())


def test_a_phone_that_trusts_the_certificate_is_answered(pages: SimplePages) -> None:
    certificate = self_signed("127.0.0.1")
    server = JoinServer(pages, str, pages.version)
    server.start("127.0.0.1", 0, certificate)
    try:
        assert server.url.startswith("https://127.0.0.1:")
        connection = http.client.HTTPSConnection(
            "127.0.0.1", server.port, context=_strict(certificate), timeout=10
        )
        connection.request("GET", f"/j/{server.invitation.token}")
        response = connection.getresponse()
        assert response.status == 200
        assert "Secure" in (response.headers["Set-Cookie"] or "").split("; ")
        assert isinstance(connection.sock, ssl.SSLSocket)
        seen = connection.sock.getpeercert(binary_form=True)
        assert seen is not None
        shown = certificate.fingerprint
        assert shown.replace(" ", "").lower() == sha256(seen).hexdigest()
        assert re.fullmatch("([0-9A-F]{4} ){15}[0-9A-F]{4}", shown)
        response.read()
        connection.request(
            "POST",
            "/",
            f"code={server.invitation.code}",
            {
                "Origin": server.url,
                "Content-Type": "application/x-www-form-urlencoded",
            },
        )
        assert connection.getresponse().status == 200
        connection.close()
    finally:
        server.stop(grace=0)


def test_who_greets_slowly_is_gone(pages: SimplePages) -> None:
    server = JoinServer(pages, str, pages.version)
    server.start("127.0.0.1", 0, self_signed("127.0.0.1"))
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as silent:
            assert silent.recv(1) == b""
    finally:
        server.stop(grace=0)


def test_each_certificate_is_another_one() -> None:
    assert self_signed("127.0.0.1").fingerprint != self_signed("127.0.0.1").fingerprint
