"""Text that people typed never acts on the terminal, whatever the verb."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from glossary.domain import Definition, Term, has_unseen
from tests.cli.conftest import Cli
from tests.formats.sample import SAMPLE
from tests.hostile import in_a_file, texts

pytestmark = pytest.mark.faults


@pytest.fixture(params=texts(), ids=range(len(texts())))
def hostile(request: pytest.FixtureRequest, here: Path) -> str:
    """A set in which every text is hostile."""
    text = in_a_file(request.param)
    words = "De een moet, de ander mag. "
    terms = {"kwaliteit": Term("kwaliteit", text, (text,), text, text, (text,))}
    partners = {
        key: replace(
            one,
            name=text + key,
            short="",
            definitions={"kwaliteit": Definition(words + text + key, text, text, text)},
        )
        for key, one in SAMPLE.partners.items()
    }
    vocabulary = replace(SAMPLE.vocabulary, title=text, about=text, terms=terms)
    agreements = {"kwaliteit": SAMPLE.agreements["kwaliteit"]}
    new_store(None).create(
        replace(SAMPLE, vocabulary=vocabulary, partners=partners, agreements=agreements)
    )
    return text


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["compare", "kwaliteit"],
        ["compare", "kwaliteit", "--plain"],
        ["show", "kwaliteit"],
        ["status", "--plain"],
        ["session", "--plain"],
        ["compare", "nergens"],
        ["check"],
        ["check", "--format", "github"],
        ["fmt"],
        ["export", "markdown"],
        ["position", "kwaliteit", "consent", "--partner", "stichting-delta"],
        ["define", "kwaliteit", "--partner", "stichting-delta", "--meaning", "Ja."],
    ],
    ids=" ".join,
)
def test_no_raw_control_reaches_the_terminal(cli: Cli, hostile: str, words: list[str]) -> None:
    result = cli(*words)
    assert result.code in (0, 1, 2)
    assert not has_unseen(result.out)
    assert not has_unseen(result.err)


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--json"],
        ["compare", "kwaliteit", "--json"],
        ["export", "json"],
        ["check", "--format", "json"],
    ],
    ids=" ".join,
)
def test_json_carries_it_escaped(cli: Cli, hostile: str, words: list[str]) -> None:
    result = cli(*words)
    assert not has_unseen(result.out)
    json.loads(result.out)
