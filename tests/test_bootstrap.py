import os
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.bootstrap import new_store, open_store, starters
from glossary.domain import NotFoundError, UnreadableError
from glossary.workflow.defining import define
from glossary.workflow.new_set import new_set
from tests.workflow.conftest import TODAY


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the demo is copied to; the working folder holds nothing."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    folder = tmp_path / "data" / "glossary" / "demo"
    monkeypatch.setenv("GLOSSARY_DEMO_DIR", str(folder))
    return folder


def test_without_a_folder_a_copy_of_the_demo_opens(demo: Path) -> None:
    opened = open_store(None)
    assert (opened.is_demo, opened.set_id, opened.store.folder) == (True, None, demo)
    assert opened.store.sets() == ("demo", "demo-en")
    for set_id in opened.store.sets():
        copied = opened.store.load(set_id)
        assert copied.termset == starters().load(set_id).termset
        assert copied.findings == ()
    assert [entry.name for entry in demo.parent.iterdir()] == ["demo"]


def test_the_copy_keeps_what_its_reader_changes(demo: Path) -> None:
    store = open_store(None).store
    termset = store.load("demo").termset
    term, partner = next(iter(termset.terms)), next(iter(termset.partners))
    define(store, "demo", term, partner, {"meaning": "Van mij."}, TODAY)
    again = open_store(None)
    assert again.is_demo
    assert again.store.load("demo").termset.partners[partner].meaning_of(term) == "Van mij."
    assert starters().load("demo").termset == termset


def test_a_copy_may_be_changed_even_where_what_ships_may_not(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "shipped"
    for name in ("demo", "demo-en"):
        (shipped / name).mkdir(parents=True)
        (shipped / name / "termset.toml").write_text("format = 1\n")
        (shipped / name / "termset.toml").chmod(0o444)
        (shipped / name / "elsewhere.toml").symlink_to("/etc/hostname")
        (shipped / name).chmod(0o555)
    monkeypatch.setattr("glossary.bootstrap._shipped", lambda: shipped)
    open_store(None)
    for path in demo.rglob("*"):
        assert not path.is_symlink()
        assert path.stat().st_mode & 0o200


def test_an_empty_folder_becomes_the_copy(demo: Path) -> None:
    demo.mkdir(parents=True)
    assert open_store(None).store.sets() == ("demo", "demo-en")


def test_a_demo_that_cannot_be_made_is_explained(demo: Path) -> None:
    demo.parent.parent.mkdir()
    demo.parent.write_text("in the way")
    with pytest.raises(UnreadableError, match="GLOSSARY_DEMO_DIR"):
        open_store(None)
    assert demo.parent.read_text() == "in the way"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_stands_in_the_place_of_the_demo_stays(demo: Path, kind: str, tmp_path: Path) -> None:
    demo.parent.mkdir(parents=True)
    if kind == "file":
        demo.write_text("mine")
    else:
        (tmp_path / "elsewhere").mkdir()
        demo.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnreadableError, match="Remove or rename it"):
        open_store(None)
    assert demo.is_symlink() == (kind == "link")
    assert kind == "file" or not any((tmp_path / "elsewhere").iterdir())


def test_termsets_here_comes_before_the_demo(demo: Path) -> None:
    Path("termsets").mkdir()
    opened = open_store(None)
    assert (opened.is_demo, opened.store.sets()) == (False, ())
    assert not demo.exists()


def test_a_folder_or_one_set_may_be_given(demo: Path) -> None:
    new_set(new_store(Path("mine")), starters(), "wijk", from_starters=[], partner_names=["Noord"])
    assert open_store(Path("mine")).set_id is None
    assert open_store(Path("mine")).store.sets() == ("wijk",)
    opened = open_store(Path("mine/wijk"))
    assert (opened.set_id, opened.store.sets()) == ("wijk", ("wijk",))
    os.chdir("mine/wijk")
    assert open_store(Path()).set_id == "wijk"
    assert new_store(Path()).sets() == ("wijk",)


def test_a_folder_that_is_not_there_is_named(demo: Path) -> None:
    with pytest.raises(NotFoundError, match="“weg”"):
        open_store(Path("weg"))
    Path("lijst.csv").write_text("term")
    for opening in (open_store, new_store):
        with pytest.raises(UnreadableError, match=r"“lijst\.csv” is a file"):
            opening(Path("lijst.csv"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_entered_is_named(demo: Path) -> None:
    Path("dicht").mkdir(mode=0)
    with pytest.raises(UnreadableError, match="“dicht” cannot be read"):
        open_store(Path("dicht"))


def test_a_new_set_goes_to_termsets_and_never_to_the_demo(demo: Path) -> None:
    store = new_store(None)
    assert store.folder == Path("termsets")
    assert not Path("termsets").exists()
    assert not demo.exists()


def test_the_starters_are_whole() -> None:
    assert {"demo", "demo-en", "samenwerken", "collaboration"} <= set(starters().sets())


def test_wiring_loads_no_heavy_library() -> None:
    heavy = (
        "textual rich click rapidfuzz numpy tomlkit tomli_w simplemma snowballstemmer platformdirs"
    )
    code = f"import sys, glossary.bootstrap; print(*({heavy.split()!r} & sys.modules.keys()))"
    code = code.replace("[", "{", 1).replace("]", "}", 1)
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
