"""Catalogues on the command line: out of one set and into another."""

import socket
from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from tests.cli.conftest import Cli
from tests.formats.catalogue_files import SUFFIXES, tbx

_ENTRY = (
    '<conceptEntry id="a"><langSec xml:lang="nl"><descrip type="definition">wie beslist</descrip>'
    "<termSec><term>regie</term></termSec></langSec></conceptEntry>"
)


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_catalogue_makes_a_set(keten: Path, here: Path, cli: Cli, name: str) -> None:
    assert cli("export", name, "-o", "out").code == 0
    told = cli("import", name, "out", "--set", "kopie")
    assert (told.code, told.err) == (0, "")
    assert "9 new definitions" in told.out
    assert "2 shared wordings, as proposals" in told.out
    loaded = new_store(None).load("kopie")
    assert loaded.findings == ()
    copy = loaded.termset
    assert [one.name for one in copy.partners.values()] == ["Gemeente Noord", "Stichting Delta *"]
    assert copy.agreement("kwaliteit").outcome is None
    again = cli("import", name, "out", "--set", "kopie")
    assert (again.code, again.err) == (0, "")
    assert "9 the same as before" in again.out


def test_a_file_of_one_partner_is_told_whose_it_is(here: Path, cli: Cli) -> None:
    Path("words.tbx").write_text(tbx(_ENTRY), encoding="utf-8")
    told = cli("import", "tbx", "words.tbx", "--set", "keten")
    assert (told.code, told.out) == (2, "")
    assert "words.tbx, line 4: the file does not say whose definition this is." in told.err
    assert "--of" in told.err
    assert not Path("termsets").exists()
    assert cli("import", "tbx", "words.tbx", "--set", "keten", "--of", "Noord").code == 0
    termset = new_store(None).load("keten").termset
    assert termset.partners["noord"].meaning_of("regie") == "wie beslist"
    assert termset.language == "nl"


def test_no_file_makes_the_program_look_elsewhere(
    here: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*told: object, **named: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "socket", connect)
    monkeypatch.setattr(socket, "create_connection", connect)
    address = "http://127.0.0.1:9/x"
    begin = f'<?xml-model href="{address}"?><?xml-stylesheet href="{address}"?>'
    entry = _ENTRY.replace("<langSec", f'<xref type="xGraphic" target="{address}">x</xref><langSec')
    Path("a.tbx").write_text(begin + tbx(entry), encoding="utf-8")
    assert cli("import", "tbx", "a.tbx", "--set", "a", "--of", "Noord").code == 0
    Path("b.tbx").write_text(f'<!DOCTYPE tbx SYSTEM "{address}">{tbx(_ENTRY)}', encoding="utf-8")
    told = cli("import", "tbx", "b.tbx", "--set", "b", "--of", "Noord")
    assert told.code == 2
    assert "DOCTYPE" in told.err
    text = (
        f"contexts:\n- name: Noord\n  paths: [{address}]\n  terms: [{{name: regie, definition: x}}]"
    )
    Path("c.yml").write_text(text, encoding="utf-8")
    assert cli("import", "contextive", "c.yml", "--set", "c").code == 0
