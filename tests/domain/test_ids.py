import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.domain.ids import is_valid_id, slug, unique_slug
from tests.domain.strategies import any_text


@pytest.mark.parametrize(
    "text",
    ["", "-a", "A", "a b", "a/b", "../a", "a.toml", "é", "a\n", "a\x00", "con", "lpt1", "a" * 64],
)
def test_what_could_harm_a_file_system_is_no_id(text: str) -> None:
    assert not is_valid_id(text)


@pytest.mark.parametrize("text", ["a", "0", "gemeente-noord", "a--b", "a-", "con-1", "a" * 63])
def test_plain_names_are_ids(text: str) -> None:
    assert is_valid_id(text)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Huisarts & Co", "huisarts-co"),
        ("Coöperatie Élan", "cooperatie-elan"),
        ("wet:BWBR0036675", "wet-bwbr0036675"),
        ("  -- ", ""),
        ("качество", ""),
        ("CON", "con-1"),
    ],
)
def test_a_label_suggests_an_id(label: str, expected: str) -> None:
    assert slug(label) == expected


@given(any_text | st.text("abc -_./", min_size=60))
def test_a_slug_is_a_valid_id_or_nothing(label: str) -> None:
    assert slug(label) == "" or is_valid_id(slug(label))


@given(st.lists(any_text | st.sampled_from(["a" * 70, "con", "Noord", "noord"])))
def test_every_label_gets_a_valid_id_of_its_own(labels: list[str]) -> None:
    taken: set[str] = set()
    for label in labels:
        key = unique_slug(label, taken, "partner")
        assert is_valid_id(key)
        assert key not in taken
        taken.add(key)
    assert len(taken) == len(labels)
