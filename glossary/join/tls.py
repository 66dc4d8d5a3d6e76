"""A certificate for the room that nobody else vouches for, and its fingerprint to compare.

`cryptography` makes it: the standard library cannot, and Windows has no openssl to ask.
"""

import datetime as dt
import ipaddress
import ssl
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

_DAYS = 2
_GROUP = 4


class Certificate(NamedTuple):
    """A certificate with its key, in PEM."""

    pem: bytes
    key: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256 of it in groups, to read aloud."""
        digits = sha256(ssl.PEM_cert_to_DER_cert(self.pem.decode())).hexdigest().upper()
        return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))

    def context(self) -> ssl.SSLContext:
        """What a server encrypts with."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        with tempfile.TemporaryDirectory(prefix="glossary-") as folder:
            path = Path(folder) / "room.pem"
            path.touch(mode=0o600)
            path.write_bytes(self.key + self.pem)
            context.load_cert_chain(path)
        return context


def self_signed(address: str) -> Certificate:
    """A new certificate for one address, with a key that is nowhere else."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"glossary {address}")])
    # Clocks of phones differ from that of the laptop.
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=_DAYS))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        # An iPhone asks for it, also of a certificate that its owner chose to trust.
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Certificate(
        made.public_bytes(serialization.Encoding.PEM),
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )
