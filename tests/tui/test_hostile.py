"""Whatever people put into files: every screen shows it, and nothing acts on it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from textual import events

from glossary.domain import (
    Agreement,
    Case,
    Definition,
    Difference,
    DifferenceKind,
    Draft,
    Finding,
    Lens,
    Partner,
    Position,
    Stand,
    Term,
    TermSet,
    UnreadableError,
    Vocabulary,
    fingerprint,
    has_unseen,
)
from glossary.domain.cards import Card
from glossary.tui.screens.room import RoomScreen
from glossary.workflow.ports import CardBox, Commit, Loaded, Revision
from tests.hostile import PAYLOADS, texts
from tests.memory_store import MemoryStore
from tests.tui.seeing import Seen, opened

# From the list by these keys, and back by as many escapes as it takes.
SCREENS = {
    "library": (),
    "find": ("slash", "z"),
    "compare": ("enter",),
    "all marks": ("enter", "m"),
    "next page": ("enter", "space"),
    "about": ("i",),
    "signals": ("enter", "w"),
    "help": ("enter", "f1"),
    "sets": ("o",),
    "export": ("x",),
    "entry": ("e", "enter"),
    "agreement": ("a",),
    "history": ("h",),
    "next page of the history": ("h", "space"),
    "since a commit": ("h", "down", "3"),
    "history of one partner": ("h", "right"),
    "positions": ("a", "f5"),
    "outcome": ("a", "f6"),
    "restate": ("r",),
    "restated": ("r", "x", "ctrl+s", "f4"),
    "card": ("enter", "k"),
    "temperature": ("enter", "T"),
    "palette": ("ctrl+p",),
    "agenda": ("s",),
    "overview": ("s", "enter"),
    # What a session kept is there when it opens again.
    "how to begin": ("s", "enter"),
    "menu": ("s", "enter", "2", "ctrl+g"),
    "today": ("s", "escape", "t"),
}


def hostile_set(payload: str) -> TermSet:
    """The payload in every place that people fill."""
    term = Term(
        "term",
        f"label {payload}",
        (f"variant {payload}",),
        f"translation {payload}",
        f"why {payload}",
        (f"question {payload}?",),
        (Lens("one", f"lens {payload}", (payload, "word")), Lens("two", payload, ("other",))),
        (Case("case", f"case {payload}"),),
    )
    wording = f"draft {payload}"
    between = Difference(("a", "b"), DifferenceKind.SCOPE, f"note {payload}")
    agreement = Agreement("term", differences=(between,), draft=Draft(wording, payload, payload))
    partners = {
        key: Partner(
            key,
            f"{key} {payload}",
            payload,
            {"term": Definition(f"{words} {payload}", example=payload, source=payload)},
            positions={"term": Position(fingerprint(wording), Stand.CONCERN, f"reason {payload}")},
        )
        for key, words in (("a", "must word"), ("b", "may other"), ("c", "not"))
    }
    vocabulary = Vocabulary(f"title {payload}", "en", payload, {"term": term})
    return TermSet("s", vocabulary, partners, {"term": agreement})


class HostilePast:
    """Commits by the payload, of the payload; each partner said it before in another way."""

    def __init__(self, payload: str) -> None:
        self._payload = payload

    def revisions(self, paths: Sequence[str]) -> tuple[Revision, ...]:
        newest, older, oldest = (self._commit(own_id) for own_id in ("3", "2", "1"))
        files = {"partners/a.toml": "a", "partners/b.toml": "b"}
        return (
            Revision(newest, ("2",), files | {"partners/c.toml": "broken"}),
            Revision(older, ("1",), files),
            Revision(oldest, cut=True),
        )

    def contents(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        return ((own_id, own_id.encode()) for own_id in ids)

    def commit(self, name: str) -> Commit:
        return self._commit(name)

    def reachable(self, commit: str, paths: Sequence[str]) -> frozenset[str]:
        return frozenset({"1", commit})

    def read(self, path: Path, data: bytes) -> Partner:
        payload = self._payload
        if data == b"broken":
            raise UnreadableError(f"broken {payload}")
        meaning = Definition(f"before {payload} was {payload}", belief=payload)
        return Partner(path.stem, payload, definitions={"term": meaning})

    def _commit(self, own_id: str) -> Commit:
        return Commit(own_id, own_id, f"by {self._payload}", None, f"of {self._payload}")


class HostileStore(MemoryStore):
    """Also reports on a file in the payload's words."""

    def __init__(self, payload: str) -> None:
        super().__init__(hostile_set(payload))
        self.finding = Finding(Path(f"x{payload}.toml"), "code", f"message {payload}", payload)

    @property
    def folder(self) -> Path:
        return Path(f"folder {self.finding.remedy}")

    def cards(self, set_id: str, language: str) -> CardBox:
        payload = self.finding.remedy
        return CardBox({"own": Card("own", payload, (payload, "line"))}, (self.finding,))

    def load(self, set_id: str) -> Loaded:
        return Loaded(super().load(set_id).termset, (self.finding,))


def assert_harmless(seen: Seen) -> None:
    for strip in seen.app.screen._compositor.render_strips():
        for segment in strip:
            assert not has_unseen(segment.text), segment
            assert not set(segment.text) & set("\n\r\t\x1b"), segment
            if segment.style is not None:
                assert segment.style.link is None
                assert "@click" not in segment.style.meta


@pytest.mark.faults
@pytest.mark.parametrize("payload", texts(), ids=range(len(texts())))
async def test_every_screen_shows_it_harmless(payload: str) -> None:
    async with opened(store=HostileStore(payload), notice=payload) as seen:
        past = HostilePast(payload)
        seen.app.desk.past = lambda _folder: past
        seen.app.desk.member_reader = lambda: past.read
        for keys in SCREENS.values():
            await seen.press(*keys)
            assert_harmless(seen)
            while len(seen.app.screen_stack) > 1:
                await seen.press("escape")
            await seen.press("escape")


@pytest.mark.faults
@pytest.mark.parametrize("payload", texts(), ids=range(len(texts())))
async def test_it_is_harmless_in_messages_and_errors(payload: str) -> None:
    async with opened(hostile_set(payload), size=(60, 30)) as seen:
        screen = seen.app.screen
        assert isinstance(screen, RoomScreen)
        screen.say(f"said {payload}")
        await seen.rest()
        assert "said" in seen.text
        assert_harmless(seen)
        screen.trouble(UnreadableError(f"trouble {payload}"))
        await seen.rest()
        assert "trouble" in seen.text
        assert_harmless(seen)


async def test_typed_and_pasted_text_is_harmless_in_the_find_line() -> None:
    async with opened(hostile_set("word")) as seen:
        await seen.press("slash")
        for payload in PAYLOADS:
            seen.app.post_message(events.Paste(payload))
            await seen.rest()
            assert_harmless(seen)
