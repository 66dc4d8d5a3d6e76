import pytest

from glossary.compare import compare
from glossary.compare.cases import alpha, by_case, spread


def test_alpha_of_the_example_in_the_source() -> None:
    # Krippendorff 2011, section B: two observers, nominal, 10 units of binary data.
    first = "0100000010"
    second = "1110010000"
    answers = {
        "first": dict(enumerate_units(first)),
        "second": dict(enumerate_units(second)),
    }
    assert alpha(by_case(answers)) == pytest.approx(0.095, abs=0.001)


def enumerate_units(values: str) -> list[tuple[str, str]]:
    return [(str(unit), value) for unit, value in enumerate(values)]


def test_everybody_alike_and_as_by_chance() -> None:
    assert spread({"a": {"x": "yes", "y": "no"}, "b": {"x": "yes", "y": "no"}}).alpha == 1.0
    assert spread({"a": {"x": "yes"}, "b": {"x": "yes"}}).alpha == 1.0
    assert spread({"a": {"x": "yes"}, "b": {"x": "no"}}).alpha == pytest.approx(0.0)


def test_nothing_to_pair_gives_no_figure() -> None:
    assert spread({}).alpha is None
    assert spread({"a": {"x": "yes"}, "b": {"y": "no"}}).alpha is None


def test_split_cases_raise_attention_and_are_named() -> None:
    found = compare(
        {"noord": "aandacht", "delta": "aandacht"},
        language="nl",
        cases={
            "noord": {"te-laat": "no", "blij": "yes"},
            "delta": {"te-laat": "yes", "blij": "yes"},
        },
    )
    assert found.cases.split == ("te-laat",)
    assert found.attention > 0.3
    assert [str(signal) for signal in found.signals] == ["The case “te-laat” splits the group"]
