import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.domain.cells import cell_len
from glossary.workflow.shortnames import short_names


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Aedes", "Gemeente Noord"], ["", "Noord"]),
        (["Gemeente Noord", "Gemeente Zuid"], ["Noord", "Zuid"]),
        (["GGM (Gemeente Delft)", "Edustandaard ROSA"], ["GGM", "ROSA"]),
        (["wet:BWBR0036675", "wet:BWBR0036676"], ["0036675", "0036676"]),
        (["Gezondheidsdienst", "Gezondheidszorg"], ["Gezondh", "Gezondh2"]),
        (["Delta Care Group", "Hill Trust", "Valley Care"], ["Delta", "Hill", "Valley"]),
        (["Northvale Council", "Stichting De Brug"], ["Council", "Brug"]),
        (["広島市立大学病院"], ["広島市立"]),
        (["Gemeente Waterrijk", "Woningstichting Thuisborg"], ["Gemeente", "Thuisbor"]),
        (["The Riverside Residents"], ["Riversid"]),
        (["De Bewonersraad"], ["Bewoners"]),
    ],
)
def test_short_names_say_what_tells_partners_apart(names: list[str], expected: list[str]) -> None:
    assert list(short_names(names).values()) == expected


@given(
    st.lists(st.text("aB1 &:é広", min_size=1, max_size=20), max_size=12),
    st.sets(st.text("aB1", min_size=1, max_size=8), max_size=6),
)
def test_short_names_fit_and_differ(names: list[str], taken: set[str]) -> None:
    found = short_names(names, taken)
    assert found.keys() == set(names)
    assert all(cell_len(short or name) <= 8 for name, short in found.items())
    shorts = [short.casefold() for short in found.values() if short]
    assert len(set(shorts)) == len(shorts)
    assert not set(shorts) & {name.casefold() for name in taken}


def test_two_of_a_kind_are_called_by_what_tells_them_apart() -> None:
    names = ("Gemeente Noordveen", "Gemeente Zuiderwoude", "Zorggroep Delta")
    assert list(short_names(names).values()) == ["Noordv", "Zuiderw", "Delta"]
