"""`import skos` and `export skos`: out, back in, and beside what other organisations mean."""

from pathlib import Path

import pytest

from glossary.bootstrap import new_store
from glossary.formats import extras
from tests.cli.conftest import Cli

_PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
"""
_SCHEME = '<urn:h> a skos:ConceptScheme ; dct:title "Haven"@nl .\n'
_CONCEPT = """<urn:h/kade> a skos:Concept ; skos:inScheme <urn:h> ;
    skos:prefLabel "kade"@nl ; skos:definition "{meaning}"@nl .
"""


def scheme(folder: Path, meaning: str) -> Path:
    """A scheme in two files, beside one of something else."""
    folder.mkdir(exist_ok=True)
    (folder / "package.json").write_text("nothing", encoding="utf-8")
    (folder / "1-kader.ttl").write_text(_PREFIXES + _SCHEME, encoding="utf-8")
    concept = _CONCEPT.format(meaning=meaning)
    (folder / "2-begrippen.ttl").write_text(_PREFIXES + concept, encoding="utf-8")
    return folder


def test_a_folder_comes_in_and_a_changed_one_is_told(cli: Cli, here: Path) -> None:
    folder = scheme(here / "kader", "Waar een schip ligt.")
    told = cli("import", "skos", str(folder), "--set", "haven")
    assert (told.code, told.err) == (0, "")
    assert "Say who it is with --of" in told.out
    termset = new_store(None).load("haven").termset
    assert (termset.title, termset.language) == ("Haven", "nl")
    assert termset.partners["haven"].meaning_of("kade") == "Waar een schip ligt."

    scheme(folder, "Rand van de haven.")
    told = cli("import", "skos", str(folder), "--set", "haven", "--of", "Haven")
    assert told.code == 1
    assert "concept urn:h/kade: haven has other words for kade here" in told.out
    told = cli("import", "skos", str(folder), "--set", "haven", "--of", "De Sluis")
    assert "New partners: “De Sluis”." in told.out


@pytest.mark.parametrize("name", ["skos", "jsonld"])
def test_an_export_comes_back(cli: Cli, here: Path, name: str) -> None:
    scheme(here / "kader", "Waar een schip ligt.")
    cli("import", "skos", "kader", "--set", "haven")
    file = f"haven.{name}"
    assert cli("export", name, "haven", "-o", file, "--base", "https://haven.example/id").code == 0
    assert "https://haven.example/id/partner/haven/kade" in Path(file).read_text(encoding="utf-8")
    Path(file).rename("terug.ttl" if name == "skos" else "terug.jsonld")
    told = cli("import", "skos", "terug.ttl" if name == "skos" else "terug.jsonld", "--set", "weer")
    assert (told.code, told.err) == (0, "")
    store = new_store(None)
    first, again = (store.load(one).termset for one in ("haven", "weer"))
    assert again.partners == first.partners
    assert again.terms == first.terms


def test_what_is_no_address_is_refused(cli: Cli) -> None:
    told = cli("export", "skos", "demo", "--base", "haven")
    assert told.code == 2
    assert "“haven” is no beginning of an address" in told.err


def test_without_the_library_only_the_way_in_is_closed(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(extras.EXTRAS, "skos", ("no_such_module",))
    scheme(here / "kader", "Waar een schip ligt.")
    told = cli("import", "skos", "kader", "--set", "haven")
    assert (told.code, told.out) == (2, "")
    assert "pip install 'glossary[skos]'" in told.err
    assert cli("export", "skos", "demo").code == 0
