"""Drafts, positions and outcomes: the rules that keep consent honest."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import (
    Disposition,
    Draft,
    NotFoundError,
    Objection,
    OutcomeKind,
    Phase,
    RefusedError,
    Stand,
    Status,
    fingerprint,
    fresh_positions,
    normalise,
    status_of,
)
from glossary.domain.visibility import seats
from glossary.store.folder import FolderStore
from glossary.workflow.announcing import announce
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.meanwhile import ClashError
from glossary.workflow.outcomes import record_outcome, reopen
from glossary.workflow.ports import Store
from glossary.workflow.positions import take_position
from glossary.workflow.session.consenting import consent_round
from glossary.workflow.session.disposing import dispose
from tests.memory_store import MemoryStore
from tests.workflow.conftest import TODAY, files, keten

_WORDING = "Wat we afspreken, doen we."


def _draft(store: Store, wording: str = _WORDING) -> None:
    write_draft(store, "keten", "kwaliteit", Draft(wording))


def _stand(store: Store, partner: str, stand: Stand, reason: str = "") -> None:
    take_position(store, "keten", "kwaliteit", partner, stand, reason, TODAY)


def _status(store: Store) -> Status:
    return status_of(store.load("keten").termset, "kwaliteit", TODAY)


def _all_consent(store: Store) -> None:
    for partner in ("delta", "noord", "school"):
        _stand(store, partner, Stand.CONSENT)


def test_a_position_is_about_the_wording_as_it_stands(store: FolderStore) -> None:
    _draft(store)
    _stand(store, "delta", Stand.CONCERN, " Wie is “we”? ")
    position = store.load("keten").termset.partners["delta"].positions["kwaliteit"]
    assert position.on == fingerprint(_WORDING)
    assert (position.position, position.reason) == (Stand.CONCERN, "Wie is “we”?")
    assert position.date == TODAY


def test_without_a_draft_there_is_nothing_to_stand_on(store: FolderStore) -> None:
    with pytest.raises(RefusedError, match="“kwaliteit” has no draft yet"):
        _stand(store, "delta", Stand.CONSENT)
    assert store.load("keten").termset == keten()


def test_a_position_is_refused_where_another_draft_was_looked_at(store: FolderStore) -> None:
    _draft(store)
    looked_at = store.load("keten").termset.agreement("kwaliteit").draft.fingerprint
    _draft(store, "Wat we afspreken, doen we nu.")
    for seen in (looked_at, ""):
        with pytest.raises(RefusedError, match="changed elsewhere just now"):
            take_position(store, "keten", "kwaliteit", "delta", Stand.CONSENT, "", TODAY, seen=seen)
        with pytest.raises(RefusedError, match="changed elsewhere just now"):
            record_outcome(store, "keten", "kwaliteit", OutcomeKind.SHARED, seen=seen, today=TODAY)
    assert store.load("keten").termset.partners["delta"].positions == {}
    assert store.load("keten").termset.agreement("kwaliteit").outcome is None


def test_a_draft_keeps_what_others_wrote_beside_it_meanwhile(store: FolderStore) -> None:
    _draft(store)
    seen = store.load("keten").termset.agreement("kwaliteit").draft
    write_draft(store, "keten", "kwaliteit", replace(seen, example="Van een ander."))
    typed = replace(seen, wording="Wat we afspreken, doen we nu.")
    agreement = write_draft(store, "keten", "kwaliteit", typed, seen=seen)
    assert agreement.draft == replace(typed, example="Van een ander.")
    with pytest.raises(ClashError, match=r"It now says: “Van een ander\.”"):
        write_draft(store, "keten", "kwaliteit", replace(seen, example="Van mij."), seen=seen)
    assert store.load("keten").termset.agreement("kwaliteit") == agreement


@pytest.mark.parametrize("stand", [Stand.CONCERN, Stand.OBJECTION])
def test_a_concern_or_objection_needs_its_reason(store: FolderStore, stand: Stand) -> None:
    _draft(store)
    with pytest.raises(RefusedError, match="needs its reason"):
        _stand(store, "delta", stand, " ")
    with pytest.raises(RefusedError, match=r"invisible character ⟨U\+200B⟩"):
        _stand(store, "delta", stand, "\u200b")
    _stand(store, "delta", stand, "Te vaag.")


def test_the_same_position_again_writes_nothing(store: FolderStore) -> None:
    _draft(store)
    _stand(store, "delta", Stand.CONSENT)
    before = files(store)
    tomorrow = TODAY + dt.timedelta(days=1)
    take_position(store, "keten", "kwaliteit", "delta", Stand.CONSENT, "", tomorrow)
    assert files(store) == before


def test_consent_lasts_as_long_as_the_wording(store: FolderStore) -> None:
    _draft(store)
    assert _status(store) is Status.DRAFTED
    _all_consent(store)
    assert _status(store) is Status.CONSENTED
    _draft(store, f"  {_WORDING.replace(' ', chr(10))}\n")
    assert _status(store) is Status.CONSENTED
    _draft(store, _WORDING + " Altijd.")
    assert _status(store) is Status.DRAFTED
    _stand(store, "noord", Stand.OBJECTION, "Altijd kan niet.")
    assert _status(store) is Status.OBJECTED


def test_a_draft_is_kept_as_typed(store: FolderStore) -> None:
    typed = Draft("  Twee\n\nregels. ", example=" Zo. ", counterexample="\nNiet zo.")
    agreement = write_draft(store, "keten", "kwaliteit", typed)
    assert agreement.draft == Draft("Twee\n\nregels.", "Zo.", "Niet zo.")
    assert agreement.phase is Phase.DRAFT
    before = files(store)
    write_draft(store, "keten", "kwaliteit", typed)
    assert files(store) == before


def test_another_example_keeps_the_phase(store: FolderStore) -> None:
    _draft(store)
    store.update_agreement("keten", "kwaliteit", lambda now: replace(now, phase=Phase.CONSENT))
    draft = Draft(_WORDING, example="Elke maandag.")
    assert write_draft(store, "keten", "kwaliteit", draft).phase is Phase.CONSENT
    assert write_draft(store, "keten", "kwaliteit", Draft("Anders.")).phase is Phase.DRAFT


@pytest.mark.parametrize("draft", [Draft("a\x07"), Draft("a", "\u202e"), Draft("a", "b", "\x9b")])
def test_a_hostile_draft_is_refused(store: FolderStore, draft: Draft) -> None:
    with pytest.raises(RefusedError, match="invisible character"):
        write_draft(store, "keten", "kwaliteit", draft)
    assert store.load("keten").termset == keten()


def test_a_shared_outcome_remembers_what_it_was_about(store: FolderStore) -> None:
    _draft(store)
    _all_consent(store)
    review = TODAY + dt.timedelta(days=180)
    agreement = record_outcome(
        store, "keten", "kwaliteit", OutcomeKind.SHARED, review=review, today=TODAY
    )
    outcome = agreement.outcome
    assert outcome is not None
    assert agreement.phase is Phase.CLOSED
    assert (outcome.on, outcome.date, outcome.review) == (fingerprint(_WORDING), TODAY, review)
    assert outcome.meanings == {
        "delta": fingerprint("Dat iemand aandacht krijgt."),
        "noord": fingerprint("Er gaat niets fout."),
    }
    assert _status(store) is Status.AGREED
    define(store, "keten", "kwaliteit", "noord", {"meaning": "Iets anders."}, TODAY)
    assert _status(store) is Status.STALE


def test_an_objection_is_published_with_a_shared_outcome(store: FolderStore) -> None:
    _draft(store)
    _stand(store, "delta", Stand.OBJECTION, "Te smal.")
    _stand(store, "noord", Stand.CONCERN, "Wie meet het?")
    expected = (Objection("delta", fingerprint(_WORDING), "Te smal.", Disposition.SUSTAINED),)
    for _ in range(2):
        agreement = record_outcome(store, "keten", "kwaliteit", OutcomeKind.SHARED, today=TODAY)
        assert agreement.objections == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Disposition.OPEN, Disposition.SUSTAINED),
        (Disposition.ADDRESSED, Disposition.ADDRESSED),
        (Disposition.SUSTAINED, Disposition.SUSTAINED),
        (Disposition.INTEGRATED, Disposition.SUSTAINED),
    ],
)
def test_what_the_group_did_with_an_objection_stands(
    store: FolderStore, before: Disposition, after: Disposition
) -> None:
    _draft(store)
    _stand(store, "delta", Stand.OBJECTION, "Te smal.")
    listed = Objection("delta", fingerprint(_WORDING), "Te smal, zei Delta.", before)
    earlier = Objection("noord", fingerprint("Ouder."), "Te breed.", Disposition.OPEN)
    store.update_agreement(
        "keten", "kwaliteit", lambda now: replace(now, objections=(earlier, listed))
    )
    agreement = record_outcome(store, "keten", "kwaliteit", OutcomeKind.SHARED, today=TODAY)
    assert [one.disposition for one in agreement.objections] == [Disposition.OPEN, after]


def test_what_was_to_be_integrated_is_told_until_the_wording_changes(store: FolderStore) -> None:
    _draft(store)
    _stand(store, "delta", Stand.OBJECTION, "Te smal.")
    dispose(store, "keten", "kwaliteit", "delta", Disposition.INTEGRATED)
    told = announce(store.load("keten").termset, "kwaliteit", OutcomeKind.SHARED)
    assert "The objection of “Delta” was to be integrated, and the wording is the same." in told
    assert _status(store) is Status.OBJECTED
    _draft(store, f"{_WORDING} Nu.")
    termset = store.load("keten").termset
    assert "integrated" not in announce(termset, "kwaliteit", OutcomeKind.SHARED)
    assert consent_round(termset, "kwaliteit").waiting == seats(termset, "kwaliteit")
    _draft(store)
    termset = store.load("keten").termset
    assert consent_round(termset, "kwaliteit").promised == ("delta",)


def test_only_a_shared_outcome_sustains_objections(store: FolderStore) -> None:
    _draft(store)
    _stand(store, "delta", Stand.OBJECTION, "Te smal.")
    agreement = record_outcome(store, "keten", "kwaliteit", OutcomeKind.DIFFER, today=TODAY)
    assert agreement.objections == ()


def test_an_outcome_has_what_it_needs(store: FolderStore) -> None:
    with pytest.raises(RefusedError, match="“kwaliteit” has no wording to share"):
        record_outcome(store, "keten", "kwaliteit", OutcomeKind.SHARED, today=TODAY)
    with pytest.raises(RefusedError, match="“New name” is empty"):
        record_outcome(store, "keten", "kwaliteit", OutcomeKind.RENAMED, today=TODAY)
    with pytest.raises(NotFoundError, match="Did you mean “kwaliteit”"):
        record_outcome(store, "keten", "kwalitiet", OutcomeKind.PARKED, today=TODAY)
    assert store.load("keten").termset == keten()


def test_a_renamed_term_gets_its_name(store: FolderStore) -> None:
    agreement = record_outcome(
        store, "keten", "kwaliteit", OutcomeKind.RENAMED, name=" zorg op\nmaat ", today=TODAY
    )
    assert agreement.outcome is not None
    assert agreement.outcome.name == "zorg op maat"
    assert _status(store) is Status.RENAMED


@pytest.mark.parametrize(("wording", "phase"), [("", Phase.COMPARE), (_WORDING, Phase.DRAFT)])
def test_an_outcome_is_taken_back(store: FolderStore, wording: str, phase: Phase) -> None:
    _draft(store, wording)
    record_outcome(store, "keten", "kwaliteit", OutcomeKind.PARKED, today=TODAY)
    agreement = reopen(store, "keten", "kwaliteit")
    assert (agreement.phase, agreement.outcome) == (phase, None)
    before = files(store)
    assert reopen(store, "keten", "kwaliteit") == agreement
    assert files(store) == before


_steps = st.tuples(
    st.sampled_from(["delta", "noord", "school", "draft"]),
    st.sampled_from(["Samen.", " Samen. ", "Samen\n.", "Ieder voor zich.", ""]),
    st.sampled_from(Stand),
)


@given(st.lists(_steps, max_size=25))
def test_no_sequence_of_changes_counts_a_position_on_another_wording(
    steps: list[tuple[str, str, Stand]],
) -> None:
    store = MemoryStore(keten())
    wording = ""
    stood_on: dict[str, str] = {}
    for who, text, stand in steps:
        if who == "draft":
            _draft(store, text)
            wording = normalise(text)
        elif wording:
            _stand(store, who, stand, "Omdat.")
            stood_on[who] = wording
        fresh = fresh_positions(store.load("keten").termset, "kwaliteit")
        assert fresh.keys() == {key for key, on in stood_on.items() if on == wording != ""}
