import pytest

from glossary.compare import Comparison, SpanKind, compare
from glossary.domain import Lens

LENSES = (
    Lens("foutloos", "Er gaat niets mis", ("fout", "incident", "veilig", "klacht")),
    Lens("inzet", "Ervoor doen wat kan", ("protocol", "scholing", "dossier")),
    Lens("aandacht", "Gezien worden", ("aandacht", "tijd nemen", "zich gezien voelen")),
)


def look(
    text: str, chosen: dict[str, list[str]] | None = None, *, vectors: bool = True
) -> Comparison:
    return compare({"noord": text}, language="nl", lenses=LENSES, chosen=chosen, vectors=vectors)


def strongest(found: Comparison) -> str:
    weights = found.lenses["noord"]
    return max(weights, key=lambda lens: weights[lens].weight, default="")


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("Alle fouten op tafel", "foutloos"),
        ("De veiligheid voorop", "foutloos"),
        ("Een klachtenregeling", "foutloos"),
        ("Een goed kwaliteitsprotocol", "inzet"),
        ("Alle protocolen op orde", "inzet"),
        ("Dat ze de tijd voor je nemen", "aandacht"),
    ],
)
def test_cues_are_found_in_every_form(text: str, lens: str) -> None:
    assert strongest(look(text)) == lens


def test_words_used_like_a_cue_show_its_lens_too() -> None:
    text = "Nakomen wat in de handreiking staat, met certificaten voor het personeel"
    assert strongest(look(text)) == "inzet"
    assert look(text).lenses["noord"]["inzet"].cues == ()
    assert look(text, vectors=False).lenses["noord"] == {}


def test_a_phrase_beats_a_single_word() -> None:
    assert strongest(look("De tijd nemen, ook bij een klacht")) == "aandacht"


def test_a_denied_cue_is_no_plain_hit() -> None:
    assert strongest(look("Scholing, zonder klacht")) == "inzet"


def test_weights_name_the_cues_that_were_found() -> None:
    found = look("Fouten en nog eens fouten, en een dossier").lenses["noord"]
    assert found["foutloos"].cues == ("fout",)
    assert found["foutloos"].weight > found["inzet"].weight > 0
    assert sum(each.weight for each in found.values()) == pytest.approx(1)


def test_what_a_partner_chose_outranks_the_cues() -> None:
    found = look("Geen fouten, nooit een klacht", {"noord": ["aandacht"]}).lenses["noord"]
    assert {lens: each.weight for lens, each in found.items()} == {"aandacht": 1.0}


def test_cue_words_carry_their_lens_whatever_their_kind() -> None:
    found = compare(
        {"noord": "Incidenten zijn zeldzaam", "delta": "Incidenten horen erbij"},
        language="nl",
        lenses=LENSES,
    )
    spans = [(s.kind, s.lens) for s in found.texts["noord"].spans]
    assert spans[0] == (SpanKind.SHARED, "foutloos")
    assert not any(lens for _, lens in spans[1:])


def test_a_cue_phrase_is_one_span() -> None:
    lenses = (Lens("knoop", "Knopen", ("de knoop doorhakken",)),)
    found = compare(
        {"noord": "Wij mogen de knoop zelf doorhakken", "delta": "Samen bespreken"},
        language="nl",
        lenses=lenses,
    )
    text = found.texts["noord"]
    assert [(text.text[s.start : s.end], s.kind) for s in text.spans if s.lens] == [
        ("mogen de knoop zelf doorhakken", SpanKind.ONLY)
    ]


def test_a_small_verb_of_a_label_shows_no_angle() -> None:
    assert "foutloos" not in strongest(
        look("Ieder kind gaat elke dag blij naar huis", vectors=False)
    )


def test_the_term_itself_shows_no_angle() -> None:
    lenses = (Lens("norm", "Norm", ("kwaliteitskader",)),)
    found = compare(
        {"noord": "Kwaliteit is warmte"}, language="nl", term="kwaliteit", lenses=lenses
    )
    assert found.lenses["noord"] == {}
