"""An HTML page of any texts at all keeps its shape, says what was typed, hides what is blind."""

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from glossary.domain import Agreement, TermSet, visible
from glossary.domain.agreements import Difference, DifferenceKind, Draft, Phase
from glossary.formats.contract import Request
from glossary.formats.html_text import as_source, say, tag
from glossary.formats.registry import EXPORTERS
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.test_markdown_any_text import with_text
from tests.formats.test_markdown_text import TYPED

# As many as the text has lines, or marks.
_AS_MANY_AS_IT_TAKES = {"mark", "text", "rect", "li", "ul", "p", "h4", "section", "b", "span"}


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.texts: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(termset: TermSet) -> _Reader:
    return _Reader(exported("html", termset, TODAY))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TYPED)
def test_no_text_changes_the_shape_of_the_page(text: str) -> None:
    found, plain = read(with_text(text)), read(with_text("woord"))
    for name in {*found.tags, *plain.tags} - _AS_MANY_AS_IT_TAKES:
        # A text that is empty leaves its heading and its place out.
        assert found.tags[name] == plain.tags[name] or not text.strip(), name
    said = " ".join("".join(found.texts).split())
    assert " ".join(visible(text).split()) in said


@given(TYPED)
def test_an_element_holds_exactly_the_text_that_it_is_given(text: str) -> None:
    reader = _Reader(tag("p", text, title=text, lang=None, hidden=False))
    assert reader.tags == {"p": 1}
    assert "".join(reader.texts) == visible(text)
    assert "".join(_Reader(say("<{x}>", x=text)).texts) == f"<{visible(text)}>"


def test_a_script_of_the_program_cannot_end_itself() -> None:
    with pytest.raises(ValueError, match="script"):
        as_source("x = '</script>'")


def test_the_same_set_gives_the_same_bytes() -> None:
    export = EXPORTERS["html"].export
    assert export(SAMPLE, Request(TODAY)) == export(SAMPLE, Request(TODAY))


def test_nothing_that_was_said_of_a_blind_term_is_in_the_page() -> None:
    agreement = SAMPLE.agreements["kwaliteit"]
    blind = replace(
        agreement, opened=agreement.revealed, revealed=None, phase=Phase.COLLECT, outcome=None
    )
    text = exported("html", replace(SAMPLE, agreements={"kwaliteit": blind}), TODAY)
    partner = SAMPLE.partners["gemeente-noord"]
    for secret in (
        *("Er gaat niets mis: incidenten", "de tijd nemen", "Formulieren", "Een belletje vooraf"),
        *("De een telt", "Het papier wint", "te laat", "Wie telt", "Altijd lukt nooit"),
        partner.definitions["kwaliteit"].example,
    ):
        assert secret not in text
    assert "Answered: 2 of 2 partners. Nothing is shown before the reveal." in text


def test_many_partners_are_counted_on_the_map() -> None:
    partner = SAMPLE.partners["gemeente-noord"]
    many = {f"p{n:02}": replace(partner, id=f"p{n:02}", name=f"Nummer {n}") for n in range(25)}
    named = Difference(("p01", "p02"), DifferenceKind.SCOPE)
    agreements = {"regie": Agreement("regie", differences=(named,), draft=Draft())}
    text = exported("html", replace(SAMPLE, partners=many, agreements=agreements), TODAY)
    heat = text[text.index('id="map"') : text.index("</table>")]
    row = heat[heat.index('data-term="t-regie"') :].split("</tr>")[0]
    assert ">23</a>" in row
    assert ">2</a>" in row
    assert heat.count("<th ") == 2 + len(SAMPLE.terms)
