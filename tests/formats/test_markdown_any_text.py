"""A whole export of any texts at all keeps its shape and holds no markup of theirs."""

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from glossary.domain import (
    Agreement,
    Answer,
    Case,
    CaseAnswer,
    Difference,
    DifferenceKind,
    Disposition,
    Draft,
    Objection,
    Outcome,
    OutcomeKind,
    Phase,
    Position,
    Restatement,
    Stand,
    TermSet,
    Verdict,
    fingerprint,
)
from glossary.domain.agreements import Round
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.test_markdown_text import TYPED

ALLOWED = {"text", "strong_open", "strong_close", "hardbreak"}
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def with_text(text: str) -> TermSet:
    """The sample with `text` wherever people type."""
    said = f"x {text}"
    term = replace(SAMPLE.terms["kwaliteit"], label=said, why=text, cases=(Case("case", said),))
    partners = {
        key: replace(
            one,
            name=said,
            short=said,
            definitions={
                "kwaliteit": replace(
                    one.definitions["kwaliteit"],
                    meaning=said,
                    example=text,
                    source=text,
                    entered_by=said,
                )
            },
            restatements=(Restatement("kwaliteit", other, fingerprint(said), said),),
            verdicts=(Verdict("kwaliteit", other, fingerprint(said), Answer.YES, text),),
            positions={
                "kwaliteit": Position(fingerprint(said), Stand.CONCERN, text),
            },
        )
        for (key, one), other in zip(
            SAMPLE.partners.items(), reversed([*SAMPLE.partners]), strict=True
        )
    }
    outcome = Outcome(OutcomeKind.RENAMED, said)
    agreements = {
        "kwaliteit": replace(
            SAMPLE.agreements["kwaliteit"],
            draft=Draft(said, text, text, {"case": CaseAnswer.YES}),
            differences=(Difference(tuple(partners), DifferenceKind.SCOPE, text),),
            objections=(
                Objection("gemeente-noord", "", text, Disposition.SUSTAINED),
                Objection("gemeente-noord", fingerprint("x"), text, Disposition.INTEGRATED),
            ),
            rounds=(Round("x"), Round(f"{said} {said}"), Round(said)),
        ),
        "maatwerk": Agreement("maatwerk", Phase.CLOSED, outcome=outcome),
    }
    terms = {"kwaliteit": term, "maatwerk": SAMPLE.terms["maatwerk"]}
    vocabulary = replace(SAMPLE.vocabulary, title=said, about=text, terms=terms)
    return TermSet("keten", vocabulary, partners, agreements)


def shape(text: str) -> tuple[list[str], Counter[str], set[str]]:
    tokens = READER.parse(exported("markdown", with_text(text), TODAY))
    leaves = {child.type for token in tokens for child in token.children or []}
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    kinds = Counter(token.type for token in tokens if token.type != "inline")
    return headings, kinds, leaves


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TYPED)
def test_no_text_changes_the_shape_of_the_document(text: str) -> None:
    headings, kinds, leaves = shape(text)
    assert leaves <= ALLOWED
    assert headings == shape("woord")[0]
    for kind in ("fence", "code_block", "html_block", "hr", "table_open", "ordered_list_open"):
        assert kinds[kind] == 0
    assert kinds["blockquote_open"] == 1
