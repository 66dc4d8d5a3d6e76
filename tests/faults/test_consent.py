"""Whatever people do, in whatever order: nobody is counted for words that it did not look at.

What was said of which words is written down here as texts; the program knows fingerprints.
"""

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from glossary.domain import (
    Draft,
    GlossaryError,
    OutcomeKind,
    Stand,
    Status,
    TermSet,
    fresh_positions,
    status_of,
)
from glossary.store import undoing
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.outcomes import record_outcome, reopen
from glossary.workflow.ports import Store
from glossary.workflow.positions import take_position
from tests.faults import times
from tests.formats.exporting import exported
from tests.memory_store import MemoryStore
from tests.workflow.conftest import TODAY, keten

_PLACE = ("keten", "kwaliteit")
_WORDINGS = (
    "Wat we afspreken, doen we.",
    " Wat we\n afspreken,  doen we. ",
    "Wat we afspreken, doen we niet.",
    "wat we afspreken, doen we.",
    "Wat we bij het café afspreken, doen we.",
    "Wat we bij het cafe\u0301 afspreken, doen we.",
    "",
)
_MEANINGS = ("Er gaat niets fout.", "Er  gaat niets fout.", "Er gaat nooit iets fout.", "Aandacht.")
_REASON = re.compile(r"reden \d+")


def _same(text: str) -> str:
    """The words, however they are laid out and whatever makes up an é."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass
class _Said:
    """Everything that was ever said: who stood where on which words, and what was closed on."""

    stands: set[tuple[str, str, Stand, str]] = field(default_factory=set)
    closed: set[tuple[str, frozenset[tuple[str, str]]]] = field(default_factory=set)

    def on(self, words: str, partner: str) -> set[tuple[Stand, str]]:
        return {one[2:] for one in self.stands if one[:2] == (partner, words)}


class _Sequence:
    """Steps of one sequence on one store; another store may change the same files."""

    def __init__(self, rng: random.Random, store: Store, other: Store) -> None:
        self._rng, self._store, self._other = rng, store, other
        self._said, self._reasons = _Said(), 0
        self.seen: Counter[str] = Counter()

    def run(self) -> None:
        for _turn in range(self._rng.randint(4, 14)):
            # What is refused changes nothing, and the others go on.
            with suppress(GlossaryError):
                self._step()
            self._check(self._termset)
        self._check_exports(self._termset)

    @property
    def _termset(self) -> TermSet:
        return self._store.load("keten").termset

    @property
    def _words(self) -> str:
        return _same(self._termset.agreement("kwaliteit").draft.wording)

    def _step(self) -> None:
        often = [self._draft, *[self._stand_somewhere] * 2, self._close]
        seldom = [self._all_consent, self._define, self._reopen, self._other_draft]
        turns = [self._store.undo, self._store.redo]
        self._rng.choice([*often * 2, *seldom, *turns])()

    def _draft(self) -> None:
        write_draft(self._store, *_PLACE, Draft(self._rng.choice(_WORDINGS)))

    def _other_draft(self) -> None:
        write_draft(self._other, *_PLACE, Draft(self._rng.choice(_WORDINGS), "Elders."))

    def _define(self) -> None:
        texts = {"meaning": self._rng.choice(_MEANINGS)}
        define(self._store, *_PLACE, self._rng.choice([*self._termset.partners]), texts, TODAY)

    def _stand_somewhere(self) -> None:
        partner = self._rng.choice([*self._termset.partners])
        self._stand(partner, self._rng.choice([Stand.CONSENT, *Stand]))

    def _all_consent(self) -> None:
        for partner in self._termset.partners:
            self._stand(partner, Stand.CONSENT)

    def _stand(self, partner: str, stand: Stand) -> None:
        self._reasons += 1
        reason = f"reden {self._reasons}" if stand.needs_reason or self._reasons % 2 else ""
        words = self._words
        take_position(self._store, *_PLACE, partner, stand, reason, TODAY)
        self._said.stands.add((partner, words, stand, reason))

    def _close(self) -> None:
        kind = self._rng.choice([OutcomeKind.SHARED, OutcomeKind.DIFFER])
        closed_on = (self._words, _meanings(self._termset))
        record_outcome(self._store, *_PLACE, kind, today=TODAY)
        self._said.closed.add(closed_on)

    def _reopen(self) -> None:
        reopen(self._store, *_PLACE)

    def _check(self, termset: TermSet) -> None:
        words = self._words
        said = {key: self._said.on(words, key) for key in termset.partners}
        fresh = fresh_positions(termset, "kwaliteit")
        taken = [one for one in termset.partners.values() if one.positions]
        self.seen += Counter(steps=1, counted=len(fresh), void=len(taken) - len(fresh))
        for key, one in fresh.items():
            assert words
            assert (one.position, one.reason) in said[key]
        status = status_of(termset, "kwaliteit", TODAY)
        self.seen[status] += 1
        if status is Status.CONSENTED:
            assert all({stand for stand, _ in said[key]} - {Stand.OBJECTION} for key in said)
        if status is Status.OBJECTED:
            assert any(stand is Stand.OBJECTION for key in said for stand, _ in said[key])
        if status is Status.AGREED:
            assert (words, _meanings(termset)) in self._said.closed

    def _check_exports(self, termset: TermSet) -> None:
        words = self._words
        said = {key: self._said.on(words, key) for key in termset.partners}
        data = json.loads(exported("json", termset, TODAY))
        now = sha256(words.encode()).hexdigest()[:12] if words else ""
        for partner in data["partners"]:
            one = partner["positions"].get("kwaliteit")
            if one is not None and one["on"] == now:
                assert (Stand(one["position"]), one["reason"]) in said[partner["id"]]
        markdown = exported("markdown", termset, TODAY)
        # Positions on other wordings are told apart, after those that count.
        now, _, earlier = markdown.partition("- Earlier positions:")
        objected = {one.text for one in termset.agreement("kwaliteit").objections}
        told = {reason for key in said for _, reason in said[key]}
        # What was done about an objection is told whatever was written afterwards.
        assert {*_REASON.findall(now)} <= told | objected
        assert {*_REASON.findall(earlier)} <= {one[3] for one in self._said.stands}
        silent = re.search(r"- consent: (.*)", now, re.IGNORECASE)
        self.seen["told"] += silent is not None
        for name in silent[1].split(", ") if silent else ():
            (key,) = (key for key, one in termset.partners.items() if one.name == name)
            assert (Stand.CONSENT, "") in said[key]


def _meanings(termset: TermSet) -> frozenset[tuple[str, str]]:
    said = termset.meanings("kwaliteit")
    return frozenset((key, _same(text)) for key, text in said.items())


class _Undoable(MemoryStore):
    """Takes back whole sets."""

    def __init__(self, *sets: TermSet) -> None:
        self._back: list[TermSet] = []
        self._forth: list[TermSet] = []
        super().__init__(*sets)

    def undo(self) -> Path | None:
        return self._moved(self._back, self._forth)

    def redo(self) -> Path | None:
        return self._moved(self._forth, self._back)

    def _moved(self, source: list[TermSet], target: list[TermSet]) -> Path | None:
        if not source:
            return None
        target.append(self.load("keten").termset)
        super()._put(source.pop())
        return Path("keten")

    def _put(self, termset: TermSet) -> None:
        self._back.append(self.load("keten").termset)
        self._forth.clear()
        super()._put(termset)


def _figure(place: str, sequences: int, seen: Counter[str]) -> str:
    return (
        f"stale consent{place}: {sequences} sequences of {seen['steps']} steps, positions seen "
        f"{seen['counted']} times fresh and {seen['void']} times void, 0 void ones counted"
    )


def test_no_stale_consent_is_counted(figure: Callable[[str], None]) -> None:
    sequences, seen = times(300, 10_000), Counter[str]()
    for seed in range(sequences):
        store = _Undoable(keten())
        sequence = _Sequence(random.Random(seed), store, store)
        sequence.run()
        seen += sequence.seen
    reached = (Status.CONSENTED, Status.OBJECTED, Status.AGREED, Status.STALE, "void", "told")
    assert all(seen[one] for one in reached)
    figure(_figure("", sequences, seen))


def test_no_stale_consent_is_counted_in_files(
    tmp_path: Path, figure: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "_PAUSE", 0.0)
    sequences, seen = times(20, 500), Counter[str]()
    for seed in range(sequences):
        store = FolderStore(tmp_path / f"{seed}")
        store.create(keten())
        sequence = _Sequence(random.Random(seed), store, FolderStore(tmp_path / f"{seed}"))
        sequence.run()
        seen += sequence.seen
    figure(_figure(" in files", sequences, seen))
