"""Whatever a group does, in whatever order: nothing stale counts, nothing shows too early."""

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from glossary.domain import (
    Answer,
    Disposition,
    Partner,
    Phase,
    Stand,
    Status,
    TermSet,
    status_of,
)
from glossary.domain.restating import understood
from glossary.domain.visibility import is_blind
from glossary.formats.registry import EXPORTERS
from glossary.store.folder import FolderStore
from glossary.workflow.session.consenting import consent_round, past_rounds
from glossary.workflow.showing import shown
from tests.faults import times
from tests.formats.exporting import exported
from tests.memory_store import MemoryStore
from tests.workflow.session.moves import SET, TERMS, Group, new_set

_STEPS = 40
_FAR = dt.date(2026, 12, 31)


def _print(text: str) -> str:
    """What positions and restatements refer to, worked out once more."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:12] if words else ""


def _is_heard(termset: TermSet, term: str, owner: str) -> bool:
    partner = termset.partners[owner]
    if term not in partner.definitions:
        return False
    meaning = _print(partner.definitions[term].meaning)
    for other in termset.partners.values():
        for said in other.restatements:
            if other.id == owner or (said.term, said.of, said.of_fingerprint) != (
                term,
                owner,
                meaning,
            ):
                continue
            answers = [
                one.verdict
                for one in partner.verdicts
                if (one.term, one.by, one.fingerprint) == (term, other.id, _print(said.text))
                and one.of_fingerprint == meaning
            ]
            if answers and answers[-1] is Answer.YES:
                return True
    return False


def _check_positions(termset: TermSet, term: str) -> int:
    """Nothing stale counts; gives how many positions do."""
    current = _print(termset.agreement(term).draft.wording)
    positions = [one.positions.get(term) for one in termset.partners.values()]
    fresh = [one for one in positions if one is not None and current and one.on == current]
    status = status_of(termset, term, _FAR)
    if status is Status.CONSENTED:
        assert len(fresh) == len(termset.partners)
    if status in (Status.CONSENTED, Status.DRAFTED):
        assert not any(one.position is Stand.OBJECTION for one in fresh)
    told = consent_round(termset, term)
    assert not any(one.disposition is Disposition.INTEGRATED for one in told.objections)
    assert sum(seat.position is not None for seat in told.seats) == len(fresh)
    return len(fresh)


def _check_unseen(group: Group, termset: TermSet, term: str) -> int:
    """Nothing is seen too early; gives how many texts were hidden."""
    seen = repr(shown(termset))
    hidden = 0
    if is_blind(termset, term):
        assert not [text for text in group.said[term] if text in seen]
        hidden += len(termset.meanings(term))
    agreement = termset.agreement(term)
    if agreement.phase is Phase.CONSENT and not consent_round(termset, term).is_complete:
        now = _print(agreement.draft.wording)
        stands = [one.positions.get(term) for one in termset.partners.values()]
        reasons = [one.reason for one in stands if one is not None and one.on == now]
        assert set(filter(None, reasons)) <= group.reasons[term]
        assert not [text for text in reasons if text and f"reason='{text}'" in seen]
        hidden += 1
    return hidden


def test_whatever_a_group_does_nothing_stale_counts_and_nothing_shows_too_early(
    figure: Callable[[str], None],
) -> None:
    sequences, made, counted, hidden = times(150, 10_000), 0, 0, 0
    for seed in range(sequences):
        random = Random(seed)
        group = Group(MemoryStore(new_set(random.choice([1, 2, 3, 5]))), random)
        revealed: dict[str, object] = {}
        made_before: dict[str, set[tuple[str, str]]] = {term: set() for term in TERMS}
        for _step in range(_STEPS):
            made += "refused" not in group.move()
            termset = group.termset
            for term in TERMS:
                counted += _check_positions(termset, term)
                hidden += _check_unseen(group, termset, term)
                expected = {key for key in termset.partners if _is_heard(termset, term, key)}
                assert set(understood(termset, term)) == expected
                agreement = termset.agreement(term)
                # What was revealed stays so, and no record of an objection goes.
                assert revealed.get(term) in (None, agreement.revealed)
                revealed[term] = agreement.revealed
                kept = {(one.partner, one.on) for one in agreement.objections}
                assert made_before[term] <= kept
                made_before[term] = kept
    figure(
        f"sessions: {sequences} random sequences, {made} moves made, {counted} times a position "
        f"counted, 0 of them stale; {hidden} times something was hidden, 0 seen too early"
    )
    assert counted > sequences
    assert hidden > sequences


def test_an_objection_outlives_the_wording_that_it_was_made_to() -> None:
    for seed in range(times(100, 2_000)):
        random = Random(seed)
        group = Group(MemoryStore(new_set(3)), random)
        for _step in range(_STEPS):
            before = group.termset
            group.move()
            after = group.termset
            for term in TERMS:
                old, new = before.agreement(term), after.agreement(term)
                if _print(old.draft.wording) == _print(new.draft.wording):
                    continue
                kept = {(one.partner, one.on) for one in new.objections}
                for key, partner in before.partners.items():
                    position = partner.positions.get(term)
                    if position and position.on == _print(old.draft.wording) != "":
                        assert (
                            position.position is not Stand.OBJECTION or (key, position.on) in kept
                        )


def _stood(partner: Partner, term: str) -> set[tuple[str, Stand, str]]:
    past = [one for one in partner.past_positions if one.term == term]
    found = {(one.on, one.position, one.reason) for one in past}
    now = partner.positions.get(term)
    return found | ({(now.on, now.position, now.reason)} if now else set())


def _told(termset: TermSet, term: str) -> set[tuple[str, str, str]]:
    """Partner, wording and reason of all that earlier rounds tell."""
    earlier = past_rounds(termset, term)
    stood = (said for one in earlier for said in one.stood)
    objected = (made for one in earlier for made in one.objections)
    return {(one.partner, one.position.on, one.position.reason) for one in stood} | {
        (one.partner, one.on, one.text) for one in objected
    }


def test_where_partners_stood_in_a_round_outlives_every_other_wording() -> None:
    told = past = 0
    moves = ("draft", "go", "dispose", "close the round", *["take a position"] * 4)
    for seed in range(times(40, 2_000)):
        group = Group(MemoryStore(new_set(2)), Random(seed))
        for _step in range(_STEPS):
            before = group.termset
            group.move(*moves)
            after = group.termset
            for term in TERMS:
                now = _print(after.agreement(term).draft.wording)
                for key, partner in after.partners.items():
                    old, stood = before.partners[key], _stood(partner, term)
                    gone = _stood(old, term) - stood
                    # On the same wording a partner may change its mind.
                    assert gone <= {one for one in _stood(old, term) if one[0] == now}
                    assert gone == set() or old.positions[term].on == now
                    earlier = {(key, on, reason) for on, _stand, reason in stood if on != now}
                    assert earlier <= _told(after, term)
                    told += len(earlier)
                    past += len(partner.past_positions)
    assert told > 500
    assert past > 500


def test_what_was_said_before_the_reveal_is_in_no_export() -> None:
    hidden = 0
    for seed in range(times(40, 1_000)):
        random = Random(seed)
        group = Group(MemoryStore(new_set(3)), random)
        for _step in range(12):
            group.move()
        termset = group.termset
        blind = [term for term in TERMS if is_blind(termset, term)]
        for exporter in EXPORTERS.values():
            text = exported(exporter.name, shown(termset), _FAR)
            for term in blind:
                assert not [said for said in group.said[term] if said in text]
                hidden += len(group.said[term])
    assert hidden > 0


def test_the_status_follows_from_the_files_alone(tmp_path: Path) -> None:
    for seed in range(times(15, 300)):
        random = Random(seed)
        group = Group(MemoryStore(new_set(3)), random)
        for _step in range(_STEPS):
            group.move()
        folder = tmp_path / str(seed)
        FolderStore(folder).create(group.termset)
        reread = FolderStore(folder).load(SET).termset
        assert reread == group.termset
        for term in TERMS:
            assert status_of(reread, term, _FAR) is status_of(group.termset, term, _FAR)


def _files(folder: Path) -> dict[str, bytes]:
    """All files of the set, but for the agenda, which is no part of taking back."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.toml")
        if path.name != "session.toml"
    }


def test_every_step_that_is_taken_back_restores_the_files(
    tmp_path: Path, figure: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is saved soon after one another is typing, and one step; here every save is a step.
    monkeypatch.setattr("glossary.store.undoing._PAUSE", 0.0)
    steps = 0
    for seed in range(times(6, 200)):
        folder = tmp_path / str(seed)
        FolderStore(folder).create(new_set(3))
        group = Group(FolderStore(folder), Random(seed))
        states = [_files(folder)]
        while len(states) < 15:
            name = group.move()
            now = _files(folder)
            if name == "join":
                # A new file is not taken back: it belongs to every state from now on.
                new = {path: data for path, data in now.items() if path not in states[-1]}
                states = [{**state, **new} for state in states]
            elif now != states[-1]:
                states.append(now)
        for state in reversed(states[:-1]):
            assert group.store.undo() is not None
            assert _files(folder) == state
            steps += 1
    figure(f"sessions: {steps} steps taken back, every file as it was")
