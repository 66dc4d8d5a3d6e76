"""What `glossary export` tells of the formats, and what it says of a wish that cannot be."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glossary.formats import extras
from glossary.formats.registry import EXPORTERS, IMPORTERS

Run = Callable[..., Any]


def test_the_list_names_every_format_and_what_it_leaves_out(cli: Run) -> None:
    told = cli("export")
    assert told.code == 0
    paragraphs = {text.split(" ", 1)[0]: text for text in told.out.split("\n\n")}
    assert list(paragraphs) == list(EXPORTERS)
    for name, exporter in EXPORTERS.items():
        assert all(part in paragraphs[name] for part in exporter.leaves_out)
        assert all(f"--style {style}" in paragraphs[name] for style in exporter.styles)


def test_a_style_that_is_not_there_is_a_sentence(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    told = cli("export", "json", "--style", "fancy")
    assert (told.code, told.out) == (2, "")
    assert "json has the styles set, schema" in told.err
    monkeypatch.setattr(EXPORTERS["json"], "styles", {})
    told = cli("export", "json", "--style", "fancy")
    assert (told.code, told.out) == (2, "")
    assert "json knows no styles" in told.err


def test_what_is_not_installed_is_told_with_the_remedy(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(extras.EXTRAS, "nothing", ("no_such_module",))
    monkeypatch.setattr(EXPORTERS["json"], "extra", "nothing")
    assert "pip install 'glossary[nothing]'" in cli("export").out
    told = cli("export", "json")
    assert (told.code, told.out) == (2, "")
    assert "pip install 'glossary[nothing]'" in told.err


def test_an_option_that_a_format_does_nothing_with_is_refused(cli: Run, here: Path) -> None:
    told = cli("import", "json", "rows.json", "--set", "new", "--of", "Noord")
    assert (told.code, told.out) == (2, "")
    assert "json does nothing with --of." in told.err
    assert (
        "skos does nothing with --term."
        in cli("import", "skos", "x.ttl", "--set", "new", "--term", "x").err
    )


def test_a_copy_into_a_set_that_is_there_says_what_stays_behind(cli: Run, keten: Path) -> None:
    cli("export", "json", "keten", "-o", "keten.json")
    told = cli("import", "json", "keten.json", "--set", "keten")
    assert "positions and outcomes stay behind" in told.out


def test_every_format_is_called_what_it_is_listed_as() -> None:
    for formats in (EXPORTERS, IMPORTERS):
        assert [one.name for one in formats.values()] == list(formats)
