"""A phone is told when what it is asked has changed."""

from glossary.join.server import JoinServer
from tests.join.phoning import Phone, SimplePages, events


def test_a_phone_hears_where_the_group_is(server: JoinServer, pages: SimplePages) -> None:
    phone = Phone(server)
    page = phone.enter_for("noord").text
    with events(phone) as told:
        here = next(told)
        assert f'data-place="{here}"' in page
        pages.at = "restate"
        there = next(told)
        assert there != here
        assert f'data-place="{there}"' in phone.get("/now").text


def test_what_another_partner_does_is_not_told(server: JoinServer, pages: SimplePages) -> None:
    phone, other = Phone(server), Phone(server)
    phone.enter_for("noord")
    other.enter_for("delta")
    with events(phone) as told, events(other) as of_other:
        here, there = next(told), next(of_other)
        assert here != there
        other.post("/now", text="Iets.")
        (known,) = [one for one in server.lobby.admitted() if one.partner == "delta"]
        server.lobby.admit(known.id, "noord")
        # The same place as the first by now: so all was looked at, and only one was told.
        assert next(of_other) == here
        pages.at = "restate"
        assert next(told) == next(of_other)


def test_who_waits_hears_that_it_is_let_in(server: JoinServer) -> None:
    phone = Phone(server)
    phone.enter()
    with events(phone, "/") as told:
        assert next(told) == "waiting"
        (known,) = server.lobby.waiting()
        server.lobby.admit(known.id, "noord")
        assert f'data-place="{next(told)}"' in phone.get("/now").text
        server.lobby.remove(known.id)
        assert next(told) == "removed"


def test_a_question_of_its_own_keeps_its_place(server: JoinServer, pages: SimplePages) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    page = phone.get("/q/case").text
    with events(phone, "/q/case") as told, events(phone) as first:
        here = next(told)
        assert f'data-place="{here}"' in page
        assert next(first) != here
        pages.at = "restate"
        next(first)
        server.close()
        assert next(told) == "closed"


def test_the_end_reaches_every_page(server: JoinServer) -> None:
    phones = [Phone(server) for _ in range(3)]
    for phone in phones:
        phone.enter_for("noord")
    with events(phones[0]) as a, events(phones[1]) as b:
        assert next(a) == next(b)
        assert server.listening == 2
        server.close()
        assert [*a] == [*b] == ["closed"]


def test_nobody_else_listens(server: JoinServer) -> None:
    assert Phone(server).ask("GET", "/events").status == 403


def test_files_that_cannot_be_read_for_a_while_tell_nothing(
    server: JoinServer, pages: SimplePages
) -> None:
    phone = Phone(server)
    phone.enter_for("noord")
    with events(phone) as told:
        here = next(told)
        pages.gone, pages.at = True, "restate"
        with events(phone, "/q/case"):
            pages.gone = False
            assert next(told) != here
