import datetime as dt

import pytest

from glossary.domain import Agreement, NotFoundError, Phase, RefusedError
from glossary.domain.visibility import letters
from glossary.store.folder import FolderStore
from glossary.workflow.new_set import add_partner, new_set
from tests.workflow.conftest import files, keten

NOW = dt.datetime(2026, 11, 23, 14, tzinfo=dt.UTC)


def test_an_empty_set_has_partners_and_a_title(store: FolderStore) -> None:
    termset = new_set(
        store,
        store,
        "wijk",
        from_starters=[],
        partner_names=["Zorggroep Delta", " Gemeente\tNoord "],
        title="De wijk",
        language="en",
    )
    assert store.load("wijk").termset == termset
    assert (termset.title, termset.language, len(termset.terms)) == ("De wijk", "en", 0)
    assert [(one.id, one.name, one.short) for one in termset.partners.values()] == [
        ("gemeente-noord", "Gemeente Noord", "Noord"),
        ("zorggroep-delta", "Zorggroep Delta", "Delta"),
    ]


def test_a_starter_gives_its_words_and_not_its_partners(store: FolderStore) -> None:
    new_set(store, store, "wijk", from_starters=["keten"], partner_names=["Noord"], language="en")
    termset = store.load("wijk").termset
    assert termset.terms == keten().terms
    assert (termset.title, termset.language) == ("Wijk", keten().language)
    assert list(termset.partners) == ["noord"]
    assert termset.partners["noord"].definitions == {}
    own = new_set(store, store, "buurt", from_starters=["keten"], partner_names=[], title="Buurt")
    assert own.title == "Buurt"


def test_starters_come_together_in_one_language(store: FolderStore) -> None:
    new_set(store, store, "own", from_starters=[], partner_names=[], language="en")
    joined = new_set(store, store, "both", from_starters=["keten", "keten"], partner_names=[])
    assert joined.terms == keten().terms
    with pytest.raises(RefusedError, match="in one"):
        new_set(store, store, "mixed", from_starters=["keten", "own"], partner_names=[])
    assert "mixed" not in store.sets()


@pytest.mark.parametrize(
    ("set_id", "sentence"),
    [
        ("De Wijk", "A set cannot be called “De Wijk”. Use “de-wijk”, for instance."),
        ("../wijk", "Use “wijk”, for instance."),
        ("\u202e", "Use lower-case letters a to z, digits and hyphens."),
        ("con", "Use “con-1”, for instance."),
    ],
)
def test_a_name_that_is_no_folder_is_refused(
    store: FolderStore, set_id: str, sentence: str
) -> None:
    before = files(store)
    with pytest.raises(RefusedError) as refusal:
        new_set(store, store, set_id, from_starters=[], partner_names=[])
    assert str(refusal.value).endswith(sentence)
    assert files(store) == before


def test_what_exists_is_left_alone(store: FolderStore) -> None:
    before = files(store)
    with pytest.raises(RefusedError, match="“keten” exists already"):
        new_set(store, store, "keten", from_starters=[], partner_names=[])
    with pytest.raises(NotFoundError, match="Did you mean “keten”"):
        new_set(store, store, "wijk", from_starters=["kten"], partner_names=[])
    with pytest.raises(RefusedError, match="a partner “noord” already"):
        new_set(store, store, "wijk", from_starters=[], partner_names=["Noord", "noord"])
    assert files(store) == before


def test_a_partner_joins_under_an_id_and_short_name_of_its_own(store: FolderStore) -> None:
    partner = add_partner(store, "keten", "Noord")
    assert (partner.id, partner.name, partner.short) == ("noord-2", "Noord", "Noord2")
    assert store.load("keten").termset.partners["noord-2"] == partner
    assert add_partner(store, "keten", "Ψ").id == "partner"
    with pytest.raises(RefusedError, match="a partner “gemeente noord” already"):
        add_partner(store, "keten", "gemeente  noord")
    with pytest.raises(RefusedError, match="“Name of the partner” is empty"):
        add_partner(store, "keten", " ")


def test_whoever_joins_second_moves_no_letter_that_was_seen(store: FolderStore) -> None:
    term = next(iter(keten().terms))
    compared = Agreement(term, Phase.COMPARE, revealed=NOW, order=tuple(keten().partners))
    store.update_agreement("keten", term, lambda _now: compared)
    seen = letters(store.load("keten").termset, term)
    for name in ("Aa", "Bb", "Cc", "Dd", "Ee"):
        add_partner(store, "keten", name)
        now = letters(store.load("keten").termset, term)
        assert {key: now[key] for key in seen} == seen
        seen = now
