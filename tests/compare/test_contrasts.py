import pytest

from glossary.compare import ContrastKind, Relation, SpanKind, compare
from tests.compare.seen import turned, two, words

NEGATION, OBLIGATION = ContrastKind.NEGATION, ContrastKind.OBLIGATION


@pytest.mark.parametrize(
    ("noord", "delta", "found"),
    [
        (
            "Partners moeten incidenten melden",
            "Partners mogen incidenten melden",
            ("moeten", "mogen"),
        ),
        ("Je moet dit delen", "Je hoeft dit niet te delen", ("moet", "hoeft dit niet")),
        (
            "De school mag dossiers inzien",
            "De school mag dossiers niet inzien",
            ("mag", "mag dossiers niet"),
        ),
        (
            "Deelname is verplicht voor leden",
            "Deelname is niet verplicht voor leden",
            ("verplicht", "niet verplicht"),
        ),
        (
            "Deelname van leden is verplicht",
            "Deelname van leden is vrijwillig",
            ("verplicht", "vrijwillig"),
        ),
    ],
)
def test_dutch_obligations(noord: str, delta: str, found: tuple[str, str]) -> None:
    seen = two(noord, delta)
    assert turned(seen) == {(OBLIGATION, *found)}
    assert seen.pairs["delta", "noord"].relation is Relation.OPPOSED


@pytest.mark.parametrize(
    ("noord", "delta", "found"),
    [
        ("Partners must report incidents", "Partners may report incidents", ("must", "may")),
        ("Staff must report", "Staff need not report", ("must", "need not")),
        ("Staff must share files", "Staff don't have to share files", ("must", "don't have to")),
        ("Staff may share files", "Staff must not share files", ("may", "must not")),
        ("They can pull out", "They can no longer pull out", ("can", "can no longer")),
    ],
)
def test_english_obligations(noord: str, delta: str, found: tuple[str, str]) -> None:
    assert turned(two(noord, delta, "en")) == {(OBLIGATION, *found)}


@pytest.mark.parametrize(
    ("noord", "delta", "language", "found"),
    [
        ("Kwaliteit is meetbaar", "Kwaliteit is niet meetbaar", "nl", ("", "niet")),
        ("Huishoudens betalen mee", "Huishoudens betalen níet mee", "nl", ("", "níet")),
        (
            "Redt zich met hulp van anderen",
            "Redt zich zonder hulp van anderen",
            "nl",
            ("met", "zonder"),
        ),
        ("Elke klacht telt mee", "Geen klacht telt mee", "nl", ("Elke", "Geen")),
        (
            "Iedereen krijgt een sleutel",
            "Niemand krijgt een sleutel",
            "nl",
            ("Iedereen", "Niemand"),
        ),
        ("with help from others", "without help from others", "en", ("with", "without")),
        ("Every complaint counts", "No complaint counts", "en", ("Every", "No")),
        (
            "The residents decide together",
            "The residents don't decide together",
            "en",
            ("", "don't"),
        ),
    ],
)
def test_negations(noord: str, delta: str, language: str, found: tuple[str, str]) -> None:
    seen = two(noord, delta, language)
    assert turned(seen) == {(NEGATION, *found)}
    assert seen.pairs["delta", "noord"].relation is Relation.OPPOSED


@pytest.mark.parametrize(
    ("noord", "delta", "language"),
    [
        ("Bewoners kiezen zelf hun begeleider", "Dat het protocol niet te dik wordt", "nl"),
        ("Niet alleen meten, ook luisteren", "Meten en luisteren", "nl"),
        ("Geen incidenten melden", "Geen incident melden", "nl"),
        ("Je moet incidenten melden", "Incidenten moeten we melden", "nl"),
        ("Report no later than Friday", "Report before Friday", "en"),
        ("Not only figures but stories", "Figures and stories", "en"),
        ("Nobody reports mistakes", "Mistakes are never reported", "en"),
    ],
)
def test_what_turns_nothing(noord: str, delta: str, language: str) -> None:
    seen = two(noord, delta, language)
    assert turned(seen) == set()
    assert seen.pairs["delta", "noord"].relation is not Relation.OPPOSED


def test_niet_maar_turns_the_first_half_only() -> None:
    seen = two(
        "Niet de gemeente beslist, maar de bewoners kiezen",
        "De gemeente beslist, de bewoners kiezen",
    )
    assert turned(seen) == {(NEGATION, "Niet", "")}


def test_two_strong_words_for_the_same_are_no_contrast() -> None:
    assert turned(two("Leden moeten melden", "Leden dienen te melden")) == set()
    assert turned(two("Staff must not share", "Staff may not share", "en")) == set()


def test_a_contrast_is_marked_on_each_side_that_says_it() -> None:
    seen = two("Partners moeten incidenten melden", "Partners mogen incidenten melden")
    assert words(seen, "noord", SpanKind.CONTRAST) == ["moeten"]
    assert words(seen, "delta", SpanKind.CONTRAST) == ["mogen"]
    (span,) = [s for s in seen.texts["noord"].spans if s.kind is SpanKind.CONTRAST]
    assert span.contrast is not None
    assert (span.contrast.a.words, span.contrast.b.words) == ("mogen", "moeten")


def test_an_empty_side_stands_where_the_word_would_be() -> None:
    (contrast,) = (
        two("Kwaliteit is meetbaar", "Kwaliteit is niet meetbaar").pairs["delta", "noord"].contrasts
    )
    assert (contrast.b.start, contrast.b.end) == (13, 13)
    assert contrast.a.words == "niet"


def test_a_language_without_data_turns_nothing() -> None:
    seen = compare({"delta": "wy melde net", "noord": "wy melde"}, language="fy")
    assert turned(seen) == set()
