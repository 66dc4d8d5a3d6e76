"""What lets a phone in, and how often it may be guessed."""

import pytest

from glossary.join.brake import Brake
from glossary.join.invitation import Invitation


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_code_fits_however_it_is_written() -> None:
    invitation = Invitation()
    code = invitation.code
    assert len(code.replace("-", "")) >= 8
    for typed in (code, code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code} "):
        assert invitation.fits_code(typed)
    assert invitation.fits_code(code.replace("-", "\u2014"))  # what phones make of two dashes
    look_alike = code.replace("0", "O").replace("1", "l")
    assert invitation.fits_code(look_alike)


@pytest.mark.parametrize("typed", ["", "0", "é" * 8, "\ud800", "0" * 10_000, "ßßßß-ßßßß"])
def test_what_is_no_code_does_not_fit(typed: str) -> None:
    invitation = Invitation()
    assert not invitation.fits_code(typed)
    assert not invitation.fits_token(typed)


def test_another_invitation_makes_the_one_before_worthless() -> None:
    invitation = Invitation()
    token, code = invitation.token, invitation.code
    assert invitation.fits_token(token)
    assert invitation.fits_token(token.lower())
    invitation.rotate()
    assert not invitation.fits_token(token)
    assert not invitation.fits_code(code)
    assert invitation.fits_token(invitation.token)


def test_nobody_comes_in_after_the_end() -> None:
    invitation = Invitation()
    invitation.close()
    assert not invitation.fits_token(invitation.token)
    assert not invitation.fits_code(invitation.code)


def test_one_address_tries_five_times_a_minute() -> None:
    clock = Clock()
    brake = Brake(clock)
    assert [brake.tries("a", lambda: False) for _ in range(7)] == [False] * 5 + [None] * 2
    assert brake.tries("a", lambda: True) is None
    assert brake.tries("b", lambda: True) is True
    clock.now = 60
    assert brake.tries("a", lambda: True) is True


def test_who_types_it_right_is_not_counted() -> None:
    brake = Brake(Clock())
    assert all(brake.tries("a room behind one address", lambda: True) for _ in range(60))


def test_many_addresses_together_are_held_up() -> None:
    clock = Clock()
    brake = Brake(clock)
    made = [brake.tries(f"{n}", lambda: False) for n in range(1_000)]
    assert made.count(False) == 30
    clock.now = 61
    assert brake.tries("b", lambda: False) is False
