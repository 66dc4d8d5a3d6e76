import pytest

from glossary.bootstrap import starters
from glossary.domain import RefusedError
from glossary.store.folder import FolderStore
from glossary.workflow.new_term import add_term, known_word


@pytest.mark.parametrize("name", ["Kwaliteit", "kwaliteitszorg", "quality"])
def test_a_starter_knows_a_word_by_label_variant_and_translation(name: str) -> None:
    known = known_word(starters(), "nl", name)
    assert known is not None
    assert known.label == "kwaliteit"


def test_a_starter_in_another_language_is_not_asked() -> None:
    assert known_word(starters(), "en", "kwaliteit zorgvuldig") is None
    known = known_word(starters(), "en", "quality")
    assert known is not None
    assert known.label == "quality"


def test_a_word_joins_bare_or_with_what_is_known(store: FolderStore) -> None:
    bare = add_term(store, "keten", "wijkteam")
    known = known_word(starters(), "nl", "samenwerking")
    assert known is not None
    whole = add_term(store, "keten", "De samenwerking", known)
    terms = store.load("keten").termset.terms
    assert list(terms)[-2:] == [bare.id, whole.id]
    assert (terms["wijkteam"].label, terms["wijkteam"].lenses) == ("wijkteam", ())
    taken = terms["de-samenwerking"]
    assert (taken.label, taken.why, taken.lenses) == ("De samenwerking", known.why, known.lenses)
    assert "samenwerking" in taken.variants


def test_a_word_that_is_there_does_not_join_twice(store: FolderStore) -> None:
    label = next(iter(store.load("keten").termset.terms.values())).label
    with pytest.raises(RefusedError, match=r"has .* already"):
        add_term(store, "keten", label.upper())
