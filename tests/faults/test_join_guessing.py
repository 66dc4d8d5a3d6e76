"""Guessing an invitation, and flooding the lobby with what leaked of it."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from glossary.join.brake import Brake
from glossary.join.invitation import Invitation
from glossary.join.lobby import MOST_OF_ONE_ADDRESS
from tests.faults import times
from tests.faults.rooming import p95
from tests.join.phoning import Phone, SimplePages, opened
from tests.join.test_invitation import Clock

_GUESSES = 100_000
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_no_guess_is_right(figure: Callable[[str], None]) -> None:
    guesses, invitation, clock = random.Random(9), Invitation(), Clock()
    brake, made, hits = Brake(clock), 0, 0
    for n in range(_GUESSES):
        code = "".join(guesses.choices(_LETTERS, k=8))
        token = "".join(guesses.choices(_LETTERS, k=26))
        hits += invitation.fits_code(code) + invitation.fits_token(token)
        # As fast as a hundred machines could send them.
        clock.now += 0.01
        made += brake.tries(f"10.0.0.{n % 100}", partial(invitation.fits_code, code)) is not None
    figure(
        f"guessing: {_GUESSES:,} codes and {_GUESSES:,} tokens, {hits} hits; sent within "
        f"{_GUESSES // 6000} minutes the brake lets {made} of them try"
    )
    assert hits == 0
    assert made <= 30 * (_GUESSES // 6000 + 1)


def test_guesses_over_the_network(figure: Callable[[str], None]) -> None:
    count = times(60, 500)
    with opened(SimplePages()) as server:
        guesser = Phone(server)
        told = [guesser.post("/", code=f"{n:08d}").status for n in range(count)]
        tokens = [guesser.get(f"/j/{n:026d}").status for n in range(count)]
        assert server.lobby.waiting() == ()
    figure(f"guessing over the network: {count} codes, {told.count(403)} of them tried, 0 hits")
    assert told == [403] * 5 + [429] * (count - 5)
    assert tokens == [403] * count


def test_bots_with_a_leaked_invitation_only_wait(figure: Callable[[str], None]) -> None:
    pages, bots = SimplePages(), times(200, 500)
    with opened(pages) as server:
        honest = Phone(server)
        honest.enter_for("noord")
        taken: list[float] = []

        def come(_number: int) -> int:
            return Phone(server).enter().status

        with ThreadPoolExecutor(16) as crowd:
            flood = crowd.map(come, range(bots))
            for n in range(20):
                start = time.perf_counter()
                assert honest.post("/now", text=f"{n}").status == 200
                taken.append(time.perf_counter() - start)
            told = list(flood)
        waiting, token, code = (
            server.lobby.waiting(),
            server.invitation.token,
            server.invitation.code,
        )
        assert [phone.partner for phone in server.lobby.admitted()] == ["noord"]
        assert len(waiting) == MOST_OF_ONE_ADDRESS == told.count(200)
        assert server.lobby.turned_away == told.count(503) == bots - MOST_OF_ONE_ADDRESS
        server.rotate()
        server.lobby.clear_waiting()
        assert Phone(server).enter().status == 200
        server.close()
        replayed = [
            Phone(server).get(f"/j/{token}").status,
            Phone(server).enter().status,
            Phone(server).post("/", code=code).status,
            honest.post("/now", text="Te laat.").status,
        ]
    figure(
        f"flood: {bots} bots, {len(waiting)} wait, the others are turned away, 0 are in; "
        f"an honest phone meanwhile {p95(taken)} ms (p95); after the end all get 403"
    )
    assert replayed == [403] * 4
    assert pages.kept == {("noord", "meaning"): "19"}
