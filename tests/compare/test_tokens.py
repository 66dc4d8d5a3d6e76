import pytest

from glossary.compare.tokens import normal, tokenize


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Zorg, én tijd.", ["zorg", "én", "tijd"]),
        ("regio’s en collega's", ["regio's", "en", "collega's"]),
        ("e-mail en e‑mail", ["e-mail", "en", "e-mail"]),
        ("i.p.v. dat, o.a. e.g. dit", ["i.p.v", "dat", "o.a", "e.g", "dit"]),
        ("3,5 uur van 13.30 tot 16:00", ["3,5", "uur", "van", "13.30", "tot", "16:00"]),
        ("kwali\u00adteit", ["kwaliteit"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("😀👍", []),
        ("...!?", []),
        ("", []),
    ],
)
def test_words_in_their_normal_form(text: str, norms: list[str]) -> None:
    assert [token.norm for token in tokenize(text)] == [normal(norm) for norm in norms]


def test_composed_and_decomposed_letters_are_one_word() -> None:
    assert normal("cafe\u0301") == normal("café")
    assert normal("één") != normal("een")


def test_offsets_count_code_points_of_the_original() -> None:
    text = "😀 Cafe\u0301’s STRASSE"
    assert [text[token.start : token.end] for token in tokenize(text)] == [
        "Cafe\u0301’s",
        "STRASSE",
    ]
