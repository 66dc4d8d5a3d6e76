from glossary.compare import SpanKind, compare
from glossary.domain import Lens
from tests.compare.seen import two, words


def test_what_everybody_some_and_nobody_else_says() -> None:
    found = compare(
        {
            "delta": "Bewoners ervaren aandacht in de verpleegafdeling",
            "noord": "Incidenten melden en aandacht voor bewoners",
            "school": "Leerlingen krijgen aandacht, incidenten komen op tafel",
        },
        language="nl",
    )
    assert words(found, "noord", SpanKind.SHARED) == ["aandacht"]
    assert words(found, "noord", SpanKind.SOME) == ["Incidenten", "bewoners"]
    some = [span.with_ for span in found.texts["noord"].spans if span.kind is SpanKind.SOME]
    assert some == [("school",), ("delta",)]
    assert words(found, "delta", SpanKind.ONLY) == ["in de verpleegafdeling"]


def test_another_form_is_near() -> None:
    found = two("de veiligheid van bewoners", "veilige zorg per bewoner")
    assert words(found, "noord", SpanKind.NEAR) == ["veiligheid", "bewoners"]
    assert {s.with_ for s in found.texts["noord"].spans if s.kind is SpanKind.NEAR} == {("delta",)}


def test_the_term_itself_is_plain_in_every_form() -> None:
    found = two("Kwaliteit is foutloos", "kwaliteiten meten", term="kwaliteit")
    assert words(found, "noord", SpanKind.PLAIN)[0].startswith("Kwaliteit is")
    assert words(found, "delta", SpanKind.PLAIN) == ["kwaliteiten "]


def test_a_term_of_several_words_is_plain_as_a_whole_only() -> None:
    found = two("passende hulp", "passend onderwijs vraagt ruimte", term="passend onderwijs")
    assert words(found, "delta", SpanKind.PLAIN)[0].startswith("passend onderwijs ")
    assert words(found, "noord", SpanKind.ONLY) == ["passende hulp"]


def test_function_words_and_words_of_every_day_are_never_only_here() -> None:
    found = two("Dat er iets goeds gebeurt en dat het er is", "protocollen")
    assert words(found, "noord", SpanKind.ONLY) == []


def test_a_phrase_is_marked_with_its_small_words() -> None:
    found = two("We gaan voor jaarlijkse schoonmaak van trappen", "aandacht")
    assert words(found, "noord", SpanKind.ONLY) == ["gaan voor jaarlijkse schoonmaak"]


def test_few_marks_in_a_long_text() -> None:
    long = (
        "Basisveiligheid, personeelssamenstelling en dossiers worden jaarlijks door een "
        "onafhankelijke commissie getoetst, waarna de directie verbeterplannen opstelt, de "
        "cliëntenraad adviseert, het zorgkantoor inkoopt en de inspectie steekproeven neemt."
    )
    found = two(long, "warmte")
    assert 0 < len(words(found, "noord", SpanKind.ONLY)) <= 3


def test_a_language_without_data_gets_short_phrases_too() -> None:
    long = "In goed petear mei de buorlju oer alles wat der spilet yn it doarp en dêrbûten"
    marked = words(two(long, "soarch", language="fy"), "noord", SpanKind.ONLY)
    assert [len(each.split()) <= 6 for each in marked] == [True] * len(marked) != []


def test_a_phrase_keeps_what_is_shared_and_what_is_only_here_apart() -> None:
    found = two("De gemeente betaalt de huur", "De gemeente int de huur")
    assert words(found, "noord", SpanKind.SHARED) == ["gemeente", "huur"]
    assert words(found, "noord", SpanKind.ONLY) == ["betaalt"]


def test_of_angles_that_all_take_no_phrase_is_better_than_another() -> None:
    lenses = [Lens("rust", "Rust", ("stilte",)), Lens("geld", "Geld", ("begroting",))]
    one = "Een groene tuin, een volle begroting"
    apart = two(one, "Veel stilte", lenses=lenses)
    assert words(apart, "noord", SpanKind.ONLY) == ["een volle begroting"]
    alike = two(one, "Begroting op orde", lenses=lenses)
    assert words(alike, "noord", SpanKind.ONLY) == ["Een groene tuin"]


def test_one_partner_alone_has_nothing_to_be_marked_against() -> None:
    found = compare({"noord": "Incidenten melden"}, language="nl")
    assert [span.kind for span in found.texts["noord"].spans] == [SpanKind.PLAIN]


def test_silent_partners_do_not_count_as_others() -> None:
    found = compare({"noord": "aandacht", "delta": "aandacht", "school": " "}, language="nl")
    assert words(found, "noord", SpanKind.SHARED) == ["aandacht"]
    assert found.texts["school"].spans[0].kind is SpanKind.PLAIN
