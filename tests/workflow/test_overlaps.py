"""Terms that may be one, in sentences that say who says what, or which names."""

from dataclasses import replace

from glossary.domain import Definition, Partner, Term, TermSet, Vocabulary
from glossary.workflow.overlaps import candidates

SAID = "Iemand die zorg of ondersteuning krijgt van een van onze organisaties in de wijk."


def _set(set_id: str, terms: tuple[Term, ...], **said: dict[str, str]) -> TermSet:
    partners = {
        key: Partner(
            key,
            f"Stichting {key}",
            key.title(),
            {term: Definition(text) for term, text in texts.items()},
        )
        for key, texts in said.items()
    }
    return TermSet(
        set_id, Vocabulary(set_id, "nl", terms={term.id: term for term in terms}), partners
    )


CLIENT, PATIENT = Term("client", "cliënt"), Term("patient", "patiënt")


def _sentences(*termsets: TermSet) -> list[str]:
    return [reason.sentence for one in candidates(termsets) for reason in one.reasons]


def test_it_says_who_says_the_same_of_what() -> None:
    two = _set("keten", (CLIENT, PATIENT), delta={"client": SAID}, noord={"patient": SAID})
    assert _sentences(two) == [
        "What Delta says of “cliënt”, Noord says of “patiënt”, word for word."
    ]
    one = _set("keten", (CLIENT, PATIENT), delta={"client": SAID, "patient": SAID})
    assert _sentences(one) == ["Delta says the same of “cliënt” and of “patiënt”, word for word."]


def test_it_names_the_words_that_differ() -> None:
    other = SAID.replace("wijk", "regio")
    near = _set("keten", (CLIENT, PATIENT), delta={"client": SAID}, noord={"patient": other})
    told = (
        "What Delta says of “cliënt”, Noord says of “patiënt” in nearly the same words. "
        "Words that differ: “wijk” against “regio”."
    )
    assert _sentences(near) == [told]
    turned = SAID.replace("krijgt", "niet krijgt")
    one = _set("keten", (CLIENT, PATIENT), delta={"client": SAID, "patient": turned})
    assert _sentences(one) == [
        "Delta says nearly the same of “cliënt” and of “patiënt”. Only one of them says “niet”."
    ]


def test_a_term_and_its_plural_with_one_text() -> None:
    plural = Term("clienten", "cliënten")
    found = candidates([_set("keten", (CLIENT, plural), delta={"client": SAID, "clienten": SAID})])
    assert [[reason.kind for reason in one.reasons] for one in found] == [["same-text", "form"]]


def test_variants_and_translations_are_names() -> None:
    terms = (
        replace(CLIENT, variants=("zorgvrager",), translation="client"),
        Term("zorgvrager", "zorgvragers"),
        Term("afnemer", "afnemer", translation="Client"),
    )
    assert sorted(_sentences(_set("keten", terms))) == [
        "Both go by the name “Client”.",
        "“zorgvrager” and “zorgvragers” are forms of one name.",
    ]


def test_sets_are_compared_in_any_order_with_their_own_partners() -> None:
    one = _set("keten", (CLIENT,), delta={"client": SAID})
    other = _set("regio", (PATIENT,), school={"patient": SAID})
    assert candidates([one, other]) == candidates([other, one])
    (found,) = candidates([one, other])
    assert found.terms == (("keten", "client"), ("regio", "patient"))
    assert found.labels == ("cliënt", "patiënt")
    assert found.reasons[0].partners == ("delta", "school")
    assert candidates([one]) == candidates([other]) == ()


def test_what_people_typed_stays_on_its_line() -> None:
    odd = SAID.replace("wijk", "wijk\x1b[31m\nrood")
    terms = (replace(CLIENT, label="cli\nënt\x1b[2J"), PATIENT)
    for sentence in _sentences(_set("keten", terms, delta={"client": odd, "patient": SAID})):
        assert sentence.replace("\u241b", "").isprintable()
