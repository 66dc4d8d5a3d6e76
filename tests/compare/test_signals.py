import pytest

from glossary.compare import Comparison, SignalKind, compare
from glossary.domain import Lens
from tests.compare.seen import two

LENSES = (
    Lens("foutloos", "Er gaat niets mis", ("fout",)),
    Lens("aandacht", "Aandacht", ("aandacht",)),
)


def sentences(found: Comparison) -> list[str]:
    names = {"noord": "Noord", "delta": "Delta", "school": "School"}
    return [signal.sentence(names) for signal in found.signals]


def test_an_obligation_is_quoted_from_both_sides() -> None:
    found = two("Partners moeten incidenten melden", "Partners mogen incidenten melden")
    assert sentences(found)[0] == "Delta says “mogen”, Noord says “moeten”"
    assert found.signals[0].partners == ("delta", "noord")


def test_a_negation_is_quoted_with_the_word_that_it_turns() -> None:
    found = two("Kwaliteit is meetbaar", "Kwaliteit is niet meetbaar")
    assert sentences(found)[0] == "Delta says “niet meetbaar”, Noord does not"
    found = two("Redt zich met hulp van anderen", "Redt zich zonder hulp van anderen")
    assert sentences(found)[0] == "Delta says “zonder hulp”, Noord says “met hulp”"
    found = two("Huishoudens betalen", "Huishoudens betalen niet")
    assert sentences(found)[0] == "Delta says “betalen niet”, Noord does not"


def test_the_same_contrast_between_many_is_said_once() -> None:
    found = compare(
        {
            "delta": "Partners mogen incidenten melden",
            "noord": "Partners moeten incidenten melden",
            "school": "Partners moeten incidenten melden",
        },
        language="nl",
    )
    contrasts = [signal for signal in found.signals if signal.kind is SignalKind.CONTRAST]
    assert [str(signal) for signal in contrasts] == ["delta says “mogen”, noord says “moeten”"]
    assert contrasts[0].partners == ("delta", "noord", "school")


def test_angles_of_two_and_of_many() -> None:
    found = two("Geen enkele fout", "Warme aandacht", lenses=LENSES)
    assert sentences(found)[0] == ("Delta looks at “Aandacht”, Noord at “Er gaat niets mis”")
    found = compare(
        {"delta": "Warme aandacht", "noord": "Fouten melden", "school": "fouten"},
        language="nl",
        lenses=LENSES,
    )
    assert sentences(found)[0] == "The lenses differ: Er gaat niets mis / Aandacht"


def test_as_many_lenses_are_counted_as_are_named() -> None:
    lenses = [Lens(cue, cue, (cue,)) for cue in ("regels", "tijd", "geld", "rust")]
    texts = {lens.id: f"Het gaat ons om {lens.id}." for lens in lenses}
    found = compare(texts, language="nl", lenses=lenses)
    (angles,) = [signal for signal in found.signals if signal.kind is SignalKind.LENSES]
    assert str(angles) == "The lenses differ: geld / regels / rust"
    assert angles.in_short() == "3 lenses"


@pytest.mark.parametrize(
    ("noord", "delta", "sentence"),
    [
        ("Warmte en nabijheid", "Protocollen op orde", "Nobody uses the same words"),
        ("Incidenten snel melden", "Incidenten bespreken met bewoners", "The wordings differ"),
        (
            "Elk incident bespreken met bewoners en familie",
            "Elk incident bespreken met bewoners",
            "Only a few words differ",
        ),
    ],
)
def test_what_wordings_alone_tell(noord: str, delta: str, sentence: str) -> None:
    assert sentences(two(noord, delta)) == [sentence]


NOORD, DELTA = "Incidenten snel melden", "Bespreken met bewoners"


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ((NOORD, NOORD, DELTA), "Ada and Bo say the same; Cas does not"),
        ((NOORD, DELTA, "  incidenten\nSNEL melden "), "Ada and Cas say the same; Bo does not"),
        ((NOORD, NOORD, DELTA, "Warmte"), "Ada and Bo say the same; 2 others do not"),
        ((NOORD, NOORD, NOORD, DELTA), "Ada, Bo and Cas say the same; Dee does not"),
        ((DELTA, *[NOORD] * 4), "4 partners say the same; Ada does not"),
        ((NOORD, NOORD, DELTA, ""), "Ada and Bo say the same; Cas does not"),
    ],
)
def test_who_says_the_very_same_is_told(texts: tuple[str, ...], sentence: str) -> None:
    names = ("Ada", "Bo", "Cas", "Dee", "Eef")
    found = compare(dict(zip(names, texts, strict=False)), language="nl")
    assert [str(one) for one in found.signals if one.kind is SignalKind.WORDING] == [sentence]


def test_where_all_say_the_same_nobody_says_something_else() -> None:
    found = compare(dict.fromkeys(("ada", "bo", "cas"), NOORD), language="nl")
    assert found.signals == ()


def test_who_has_said_nothing() -> None:
    found = compare({"noord": "aandacht", "delta": "  "}, language="nl")
    assert sentences(found) == ["Delta has not said anything yet"]
    assert found.attention == 0.0


def test_quotations_are_short_and_safe_on_one_line() -> None:
    found = compare(
        {
            "delta": "Wij willen geen\nonderwijsondersteuningsarrangementen\x1b hier",
            "noord": "Wij willen onderwijsondersteuningsarrangementen hier",
        },
        language="nl",
    )
    (first, *_) = sentences(found)
    assert first == "Delta says “geen onderwijsond…”, Noord does not"
