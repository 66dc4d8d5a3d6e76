import pytest

from glossary.compare import compare
from glossary.compare.cases import alpha, by_case, spread


def observed(*rows: str) -> dict[str, dict[str, str]]:
    """One row per observer, one sign per unit, a dot where there is no answer."""
    return {
        f"observer {number}": {
            f"{unit:02}": value for unit, value in enumerate(row) if value != "."
        }
        for number, row in enumerate(rows)
    }


def test_alpha_of_two_observers_in_the_source() -> None:
    assert alpha(by_case(observed("0100000010", "1110010000"))) == pytest.approx(0.095, abs=0.001)


def test_alpha_of_four_observers_with_missing_answers_in_the_source() -> None:
    answers = observed("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    assert alpha(by_case(answers)) == pytest.approx(0.743, abs=0.001)


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
