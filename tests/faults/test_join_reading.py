"""Before the reveal, and while a round goes on: no phone gets a byte of what others say.

The same is asked while others say this, that and nothing: what comes back is the same.
"""

import random
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from glossary.domain import (
    Answer,
    CaseAnswer,
    Definition,
    Partner,
    Phase,
    Position,
    Ratings,
    Restatement,
    Stand,
    Verdict,
    fingerprint,
)
from glossary.join.brake import Brake
from glossary.join.server import JoinServer
from glossary.store.folder import FolderStore
from glossary.workflow.session.moving import go
from tests.faults import times
from tests.faults.eavesdropping import ROUTES, Hall, Looks
from tests.join.paper import fields, room
from tests.join.phoning import Version, events, opened_on
from tests.workflow.session.seated import DAY, MEANINGS, NAMES, NOW, SET, TERM, WORDING, seated

_ME = "delta"
_SECRET = "geheim"
_TEXTS = ("meaning", "belief", "interest", "example", "counterexample", "as_partner", "source")
_WORDING = fingerprint(WORDING)

Say = Callable[[Partner], Partner]


def _all_said(rng: random.Random) -> Say:
    """Everything that a partner can say, with the secret in every text."""
    word, rating = _SECRET * rng.choice((1, 7, 300)), rng.randint(1, 5)
    lens, case = rng.choice(("foutloos", "inzet", "aandacht")), rng.choice([*CaseAnswer])
    stand = _stood(rng)

    def say(old: Partner) -> Partner:
        told = {name: f"{word} {name} van {old.id}" for name in _TEXTS}
        # Of an earlier time that the term was on the table.
        again = Restatement(TERM, _ME, fingerprint(MEANINGS[_ME]), f"{word} met {old.id}", DAY)
        heard = Verdict(TERM, _ME, fingerprint("Ooit."), Answer.ALMOST, f"{word} over {old.id}")
        said = replace(
            Partner(old.id, *NAMES[old.id]),
            definitions={TERM: Definition(**told, lenses=(lens,), updated=DAY)},
            cases={TERM: {"te-laat": case, "hersteld": case}},
            ratings={TERM: Ratings(rating, rating, rating)},
            restatements=(again,),
            verdicts=(heard,),
        )
        return stand(said)

    return say


def _stood(rng: random.Random) -> Say:
    """Where a partner stands, and why."""
    word, stand = _SECRET * rng.choice((1, 7, 300)), rng.choice([*Stand])

    def say(old: Partner) -> Partner:
        reason = f"{word} reden van {old.id}"
        return _nowhere_stood(old).standing(TERM, Position(_WORDING, stand, reason, DAY, "phone"))

    return say


def _nothing_said(old: Partner) -> Partner:
    return Partner(old.id, *NAMES[old.id])


def _nowhere_stood(old: Partner) -> Partner:
    return replace(old, positions={}, past_positions=())


def _variants(phase: Phase) -> Iterator[Say]:
    """What others do, one after the other."""
    made, none = (_all_said, _nothing_said) if phase is Phase.COLLECT else (_stood, _nowhere_stood)
    yield none
    yield made(random.Random(0))
    for seed in range(1, times(1, 30)):
        rng = random.Random(seed)
        yield partial(_some, made(rng), none, {key for key in NAMES if rng.random() < 0.6})


def _some(loud: Say, quiet: Say, who: Container[str], old: Partner) -> Partner:
    return (loud if old.id in who else quiet)(old)


@pytest.mark.parametrize(
    ("phase", "question"), [(Phase.COLLECT, "meaning"), (Phase.CONSENT, "position")]
)
def test_what_others_say_changes_no_byte_before_it_is_time(
    tmp_path: Path, figure: Callable[[str], None], phase: Phase, question: str
) -> None:
    room(tmp_path, seated(phase, silent="west"))
    store, looks = FolderStore(tmp_path), list[Looks]()
    own_file = _file(store, _ME).read_bytes()
    # With all in, a round of consent is over.
    others = [key for key in NAMES if key != _ME and (key, phase) != ("west", Phase.CONSENT)]

    def watched(version: Version) -> Version:
        looks.append(Looks(version))
        return looks[0]

    with opened_on(tmp_path, watched) as server, ExitStack() as stack:
        server._room.brake = Brake(clock=lambda: 0.0)
        assert _open_to(server) == ROUTES
        hall = Hall(server, _ME, "noord")
        form = fields(hall.own.get(f"/q/{question}").text)
        hall.answers(form)  # each has its language from here on, and was told what was received
        streams = [stack.enter_context(events(phone)) for phone in hall.listening]
        places = [next(stream) for stream in streams]
        first = hall.answers(form)
        asked, different = len(first), 0
        for say in _variants(phase):
            for partner in others:
                store.update_partner(SET, partner, say)
            asked, different = asked + len(first), different + 1
            _require_same(hall, looks[0], form, first)
        if phase is Phase.COLLECT:
            with _broken(_file(store, "noord")):
                _require_same(hall, looks[0], form, first)
            store.update_partner(SET, "noord", _all_said(random.Random(0)))
            assert _SECRET in hall.other.get("/q/meaning").text
            go(store, SET, TERM, Phase.COMPARE, NOW)
        else:
            for partner in (*others, "west"):
                store.update_partner(SET, partner, _stood(random.Random(0)))
        # Now it is time: all of this would have been seen.
        revealed = [next(stream) for stream in streams[-2:]]
        told = [hall.own.get(f"/q/{one}").text for one in ("others", "positions")]
        assert any(_SECRET in one for one in told)
        server.close()
        ends = [[*stream] for stream in streams]
    assert ends == [["closed"]] * len(streams)
    assert not {*places} & {*revealed}
    assert _file(store, _ME).read_bytes() == own_file
    figure(
        f"reading before it is time, {phase}: {asked} answers to {len(hall.kinds)} kinds of phones "
        f"while others said {different} different things: 0 bytes of others, 0 that differ, "
        f"0 events"
    )


def _require_same(
    hall: Hall, looks: Looks, form: Mapping[str, str], first: Mapping[tuple[str, ...], bytes]
) -> None:
    looks.wait()
    now = hall.answers(form)
    assert [key for key, told in now.items() if told != first[key]] == []
    assert [key for key, told in now.items() if _SECRET.encode() in told.lower()] == []


def _file(store: FolderStore, partner: str) -> Path:
    return store.folder / SET / "partners" / f"{partner}.toml"


@contextmanager
def _broken(path: Path) -> Iterator[None]:
    """A file of which nothing can be read, as when somebody is at work in it."""
    whole = path.read_bytes()
    path.write_bytes(whole + f'kapot = "{_SECRET}\n'.encode())
    yield
    path.write_bytes(whole)


def _open_to(server: JoinServer) -> set[str]:
    app: Any = server._room.app()
    return {one.path for one in app._app.routes}
