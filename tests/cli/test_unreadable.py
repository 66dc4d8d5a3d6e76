"""A partner's file that cannot be read: nothing that is told or exported takes it for absent."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def broken(keten: Path) -> Path:
    """The file of a partner whose consent stands in an agreement, spoiled on line 3."""
    file = keten / "partners" / "stichting-delta.toml"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([*lines[:2], "short: Delta", *lines[3:]]), "utf-8")
    return file


def test_an_export_is_refused_with_the_place_and_the_remedy(
    cli: Cli, here: Path, broken: Path
) -> None:
    for name in ("markdown", "json"):
        result = cli("export", name, "-o", f"out.{name}")
        assert (result.code, result.out) == (2, "")
        assert not (here / f"out.{name}").exists()
        assert result.err.count("glossary: ") == 1
        assert "termsets/keten/partners/stichting-delta.toml:3:" in result.err
        assert "Write a key, =, and the value" in result.err
        assert "--partial" in result.err


def test_a_broken_agreement_refuses_as_well(cli: Cli, keten: Path) -> None:
    (keten / "agreements" / "kwaliteit.toml").write_text("phase = \n")
    assert cli("export", "markdown").code == 2
    told = cli("export", "markdown", "--partial").out
    assert "- what was agreed on kwaliteit (agreements/kwaliteit.toml:1:" in told


def test_partial_minutes_say_at_their_top_what_is_missing(cli: Cli, broken: Path) -> None:
    result = cli("export", "markdown", "--partial")
    assert result.code == 0
    top = result.out[: result.out.index(">Agreed")]
    assert "2 partners, one file cannot be read: Gemeente Noord, stichting-delta" in top
    assert "**This document is incomplete" in top
    assert "- the words of stichting-delta (partners/stichting-delta.toml:3: " in top
    assert "takes no part now" not in result.out


def test_partial_json_has_a_field_for_it(cli: Cli, broken: Path) -> None:
    (one,) = json.loads(cli("export", "json", "--partial").out)["left_out"]
    assert (one["file"], one["line"]) == ("partners/stichting-delta.toml", 3)
    assert one["reason"]
    assert one["remedy"]


@pytest.mark.parametrize("name", ["html", "skos", "jsonld"])
def test_every_partial_export_says_what_is_missing(cli: Cli, broken: Path, name: str) -> None:
    assert cli("export", name).code == 2
    assert (
        "stichting-delta (partners/stichting-delta.toml:3: " in cli("export", name, "--partial").out
    )


def test_a_whole_set_leaves_nothing_out(cli: Cli, keten: Path) -> None:
    assert json.loads(cli("export", "json").out)["left_out"] == []


def test_status_counts_whoever_takes_part_and_ends_with_2(cli: Cli, broken: Path) -> None:
    result = cli("status")
    assert result.code == 2
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert {row[3].split("/")[1] for row in rows} == {"2"}
    # Who cannot be read did not change its mind, nor leave.
    assert next(row for row in rows if row[1] == "kwaliteit")[2] == "agreed"
    assert "collecting" in next(row for row in rows if row[1] == "regie")
    shown = json.loads(cli("status", "keten", "--json").out)
    assert shown["unread"] == ["stichting-delta"]
    assert "2 partners, one file cannot be read" in cli("status", "--plain").out


def test_a_partner_whose_file_is_gone_has_left(cli: Cli, keten: Path) -> None:
    (keten / "partners" / "stichting-delta.toml").unlink()
    result = cli("export", "markdown")
    assert result.code == 0
    assert "Look again: stichting-delta takes no part now." in result.out
