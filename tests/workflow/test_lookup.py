from pathlib import Path

import pytest

from glossary.domain import NotFoundError, Partner, Term, TermSet, Vocabulary
from glossary.store.folder import FolderStore
from glossary.workflow.lookup import partner_of, set_of, term_of
from tests.workflow.conftest import keten


@pytest.mark.parametrize("text", ["kwaliteit", "KWALITEIT", " kwaliteitszorg ", "Kwaliteiten"])
def test_a_term_is_found_by_id_label_or_variant(text: str) -> None:
    assert term_of(keten(), text).id == "kwaliteit"


@pytest.mark.parametrize("text", ["delta", "zorggroep  delta", "DELTA"])
def test_a_partner_is_found_by_id_name_or_short_name(text: str) -> None:
    assert partner_of(keten(), text).id == "delta"


def test_the_id_outranks_the_label_and_the_label_a_variant() -> None:
    one = Term("zorg", "hulp", variants=("steun",))
    two = Term("hulp", "steun", variants=("zorg",))
    termset = TermSet("s", Vocabulary("", "nl", terms={"zorg": one, "hulp": two}))
    assert term_of(termset, "zorg") is one
    assert term_of(termset, "hulp") is two
    assert term_of(termset, "steun") is two


def test_a_name_that_several_bear_is_no_answer() -> None:
    partners = {key: Partner(key, "Noord", "") for key in ("noord", "noord-2")}
    termset = TermSet("s", Vocabulary("", "nl"), partners)
    assert partner_of(termset, "noord").id == "noord"
    with pytest.raises(NotFoundError, match="“noord”, “noord-2”"):
        partner_of(termset, "Noord")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("kwalitiet", "No term “kwalitiet” in “keten”. Did you mean “kwaliteit”?"),
        (
            "xyz",
            "No term “xyz” in “keten”. Its terms are “kwaliteit”, “regie”, “draagvlak”.",
        ),
        ("\x1b[2J\n/", "No term “␛[2J /” in “keten”."),
    ],
)
def test_an_unknown_term_comes_with_a_way_out(text: str, sentence: str) -> None:
    with pytest.raises(NotFoundError) as refusal:
        term_of(keten(), text)
    assert str(refusal.value).startswith(sentence)


def test_an_unknown_partner_comes_with_a_way_out() -> None:
    with pytest.raises(NotFoundError) as refusal:
        partner_of(keten(), "Nord")
    assert str(refusal.value) == (
        "No partner “Nord” in “keten”. Its partners are “Zorggroep Delta”, “Gemeente Noord”, "
        "“School De Brug”. Did you mean “Noord”?"
    )


def test_an_empty_set_says_so() -> None:
    empty = TermSet("leeg", Vocabulary("", "nl"))
    with pytest.raises(NotFoundError, match="no terms yet"):
        term_of(empty, "regie")
    with pytest.raises(NotFoundError, match="no partners yet"):
        partner_of(empty, "noord")


def test_the_only_set_needs_no_name(store: FolderStore) -> None:
    assert set_of(store, None) == "keten"
    assert set_of(store, "keten") == "keten"
    with pytest.raises(NotFoundError, match=r"No set “ketn” in .* Did you mean “keten”"):
        set_of(store, "ketn")


def test_several_sets_are_listed(store: FolderStore) -> None:
    store.create(TermSet("wijk", Vocabulary("", "nl")))
    with pytest.raises(
        NotFoundError, match=r"“keten”, “wijk”\. Say which one; for instance, add keten"
    ):
        set_of(store, None)
    with pytest.raises(NotFoundError, match="Its sets are “keten”, “wijk”"):
        set_of(store, "zzz")


def test_no_sets_at_all(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="glossary new"):
        set_of(FolderStore(tmp_path), None)
    with pytest.raises(NotFoundError, match="holds no term sets"):
        set_of(FolderStore(tmp_path), "keten")
