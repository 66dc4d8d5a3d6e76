"""A room that nobody can listen to: the certificate, and what is shown to compare it with."""

import http.client
import re
import socket
import ssl
from contextlib import ExitStack, suppress
from hashlib import sha256

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from glossary.join.patience import Crowd
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
        connection.request("GET", f"/j/{server.invitation.token}?again")
        response = connection.getresponse()
        assert response.status == 303
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
        assert connection.getresponse().status == 303
        connection.close()
    finally:
        server.stop(grace=0)


def test_who_greets_slowly_or_says_no_goodbye_is_gone(pages: SimplePages) -> None:
    certificate = self_signed("127.0.0.1")
    server = JoinServer(pages, str, pages.version)
    server.start("127.0.0.1", 0, certificate)
    address = "127.0.0.1", server.port
    try:
        with (
            socket.create_connection(address, timeout=20) as silent,
            socket.create_connection(address, timeout=20) as plain,
            _strict(certificate).wrap_socket(plain, server_hostname="127.0.0.1") as phone,
        ):
            phone.sendall(b"GET / HTTP/1.0\r\n\r\n")
            while phone.recv(65_536):
                pass
            with socket.socket(fileno=phone.detach()) as rude:
                rude.settimeout(20)
                assert silent.recv(1) == b""
                with suppress(ConnectionResetError):
                    assert rude.recv(1) == b""
    finally:
        server.stop(grace=0)


def test_who_does_not_greet_counts_as_well(
    pages: SimplePages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.join.server.SECONDS", 60.0)
    server = JoinServer(pages, str, pages.version)
    server._crowd = Crowd(most_of_one=10)
    server.start("127.0.0.1", 0, self_signed("127.0.0.1"))
    address = "127.0.0.1", server.port
    try:
        with ExitStack() as stack:
            silent = [
                stack.enter_context(socket.create_connection(address, timeout=20))
                for _ in range(15)
            ]
            for shown_out in silent[10:]:
                with suppress(ConnectionResetError):
                    assert shown_out.recv(1) == b""
            for stays in silent[:10]:
                stays.setblocking(False)
                with pytest.raises(BlockingIOError):
                    stays.recv(1)
    finally:
        server.stop(grace=0)


def test_each_certificate_is_another_one() -> None:
    assert self_signed("127.0.0.1").fingerprint != self_signed("127.0.0.1").fingerprint


def test_a_certificate_says_what_it_is_for() -> None:
    """An iPhone refuses one that does not, also where its owner chose to trust it."""
    certificate = x509.load_pem_x509_certificate(self_signed("127.0.0.1").pem)
    used = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    assert list(used.value) == [ExtendedKeyUsageOID.SERVER_AUTH]
