"""What lets a phone into the lobby: the secret in the QR code, and a code to type."""

import secrets
from threading import Lock

# Of Crockford's base 32: nothing in it looks like something else.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans("OIL", "011", "- \u2010\u2011\u2012\u2013\u2014")
_CODE = 8  # 40 bits; how often it may be tried is for the brake
_TOKEN = 26  # 130 bits
_LONGEST = 64


class Invitation:
    """Only leads to the lobby: whoever has it still waits for the facilitator.

    Capitals and digits alone, so that a QR code of it is small.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._token, self._code = _drawn(_TOKEN), _drawn(_CODE)
        self._is_open = True

    @property
    def token(self) -> str:
        """What stands in the address of the QR code."""
        return self._token

    @property
    def code(self) -> str:
        """What people type, in two halves."""
        half = _CODE // 2
        return f"{self._code[:half]}-{self._code[half:]}"

    @property
    def is_open(self) -> bool:
        """Whether it lets anybody in."""
        return self._is_open

    def rotate(self) -> None:
        """Make the present token and code worthless, and draw others."""
        with self._lock:
            self._token, self._code = _drawn(_TOKEN), _drawn(_CODE)

    def close(self) -> None:
        """Let nobody in from now on."""
        self._is_open = False

    def fits_token(self, given: str) -> bool:
        """Whether this is the token."""
        return self._is_open and _is_same(given.upper(), self._token)

    def fits_code(self, typed: str) -> bool:
        """Whether this is the code, in whatever way people write it."""
        plain = typed[:_LONGEST].upper().translate(_LOOK_ALIKES)
        return self._is_open and _is_same(plain, self._code)


def _drawn(length: int) -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def _is_same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), secret.encode())
