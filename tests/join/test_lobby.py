"""Who waits and who is in, whatever comes."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from glossary.domain import NotFoundError
from glossary.join.lobby import MOST_OF_ONE_ADDRESS, MOST_WAITING, Lobby, State, mark_words
from tests.join.test_invitation import Clock


def _joined(lobby: Lobby, address: str = "a") -> str:
    session = lobby.join(address)
    assert session is not None
    return session


def test_a_phone_waits_is_let_in_moved_and_taken_out() -> None:
    lobby = Lobby()
    session = _joined(lobby)
    (waits,) = lobby.waiting()
    lobby.admit(waits.id, "noord")
    first = lobby.peek(session)
    lobby.admit(waits.id, "delta")
    second = lobby.peek(session)
    assert first is not None
    assert second is not None
    assert (first.partner, second.partner) == ("noord", "delta")
    assert first.mark == second.mark == waits.mark
    assert first.nonce != second.nonce
    lobby.remove(waits.id)
    gone = lobby.peek(session)
    assert gone is not None
    assert (gone.state, gone.partner) == (State.REMOVED, "")
    assert lobby.admitted() == lobby.waiting() == ()


def test_who_was_taken_out_may_wait_again_with_another_mark() -> None:
    lobby = Lobby()
    session = _joined(lobby)
    lobby.call(session, "Noord")
    (one,) = lobby.waiting()
    lobby.remove(one.id)
    again = lobby.join("a", session)
    (waits,) = lobby.waiting()
    assert again != session
    assert waits.id != one.id
    assert waits.name == "Noord"


def test_several_phones_answer_for_one_partner() -> None:
    lobby = Lobby()
    for _ in range(3):
        _joined(lobby)
    for phone in lobby.waiting():
        lobby.admit(phone.id, "noord")
    assert [phone.partner for phone in lobby.admitted()] == ["noord"] * 3


def test_marks_are_all_different() -> None:
    lobby = Lobby()
    for n in range(MOST_WAITING):
        _joined(lobby, f"{n}")
    marks = [phone.mark.split(" ") for phone in lobby.waiting()]
    assert len({(number, word) for number, word in marks}) == MOST_WAITING
    # Some call only half of it.
    first = marks[: len(mark_words())]
    assert len({number for number, _word in first}) == len({word for _number, word in first}) == 30


def test_a_flood_of_one_address_leaves_room_for_others() -> None:
    clock = Clock()
    lobby = Lobby(clock=clock)
    session = _joined(lobby)
    (honest,) = lobby.waiting()
    lobby.admit(honest.id, "noord")
    for _ in range(500):
        lobby.join("bots")
    assert len(lobby.waiting()) == MOST_OF_ONE_ADDRESS
    assert lobby.turned_away == 500 - MOST_OF_ONE_ADDRESS
    assert lobby.join("somebody else") is not None
    assert lobby.join("bots", session) == session
    assert [phone.id for phone in lobby.admitted()] == [honest.id]
    clock.now = 61
    awake = lobby.waiting()[1]
    assert not lobby.is_awake(awake)
    newcomer = _joined(lobby, "bots")
    assert lobby.peek(newcomer) is not None
    assert len([one for one in lobby.waiting() if one.address == "bots"]) == MOST_OF_ONE_ADDRESS


def test_so_many_wait_and_no_more() -> None:
    lobby = Lobby()
    for n in range(500):
        lobby.join(f"{n}")
    assert len(lobby.waiting()) == MOST_WAITING
    assert lobby.join("one more") is None
    lobby.clear_waiting()
    assert lobby.join("a") is not None


def test_a_receipt_is_given_once() -> None:
    lobby = Lobby()
    session = _joined(lobby)
    lobby.receive(session, "All of it.")
    assert [lobby.take_receipt(session) for _ in range(2)] == ["All of it.", None]


def test_a_phone_that_left_is_named_in_a_sentence() -> None:
    with pytest.raises(NotFoundError, match="has left"):
        Lobby().admit("0123", "noord")


def test_many_threads_at_once() -> None:
    lobby = Lobby()

    def come(n: int) -> str | None:
        session = lobby.join(f"{n}")
        if session is not None:
            phone = lobby.of(session)
            assert phone is not None
            lobby.admit(phone.id, "noord")
        return session

    with ThreadPoolExecutor(8) as threads:
        sessions = set(threads.map(come, range(200)))
    assert len(sessions) == len(lobby.admitted()) == 200
