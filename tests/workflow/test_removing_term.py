from dataclasses import replace

import pytest

from glossary.domain import CaseAnswer, RefusedError
from glossary.store.folder import FolderStore
from glossary.workflow.new_term import add_term
from glossary.workflow.removing_term import remove_term


def test_a_word_leaves_the_file_and_the_agenda(store: FolderStore) -> None:
    file = store.folder / "keten" / "termset.toml"
    before = file.read_bytes()
    added = add_term(store, "keten", "wijkteam")
    store.update_session("keten", lambda now: replace(now, terms=(added.id, "regie")))
    assert remove_term(store, "keten", "Wijkteam") == added
    assert file.read_bytes() == before
    termset = store.load("keten").termset
    assert termset.session is not None
    assert termset.session.terms == ("regie",)


def test_a_word_that_was_written_about_stays(store: FolderStore) -> None:
    with pytest.raises(RefusedError, match=r"“kwaliteit” stays: .*“Gemeente Noord”"):
        remove_term(store, "keten", "kwaliteit")
    added = add_term(store, "keten", "wijkteam")
    answered = {added.id: {"geval": CaseAnswer.YES}}
    store.update_partner("keten", "noord", lambda now: replace(now, cases=answered))
    with pytest.raises(RefusedError, match="wijkteam"):
        remove_term(store, "keten", added.id)


def test_a_word_that_is_talked_about_stays(store: FolderStore) -> None:
    added = add_term(store, "keten", "wijkteam")
    store.update_agreement("keten", added.id, lambda now: replace(now, temperature=4))
    with pytest.raises(RefusedError, match="conversation about it has begun"):
        remove_term(store, "keten", added.id)
