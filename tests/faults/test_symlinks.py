"""A clone in which files and folders of a set are links: no verb reads or writes what they mean."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import times
from tests.git.repository import Repository
from tests.store import PARTNER, TERMSET, files_in

pytestmark = pytest.mark.faults

_SECRET = "Geheim van iemand anders"
# What is opened, listed, made, moved or removed below a folder, links followed.
_WATCH = """
import json, os, sys
outside, verbs = sys.argv[1], json.loads(sys.argv[2])
touched = []
EVENTS = {"open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.link", "os.symlink",
          "os.mkdir", "os.rmdir", "os.chmod", "os.chown", "os.truncate", "os.utime"}
def watch(event, args):
    if event in EVENTS:
        for name in args[:2]:
            name = os.fsdecode(name) if isinstance(name, (str, bytes)) else ""
            if name and os.path.realpath(name).startswith(outside):
                touched.append([event, name])
from glossary.cli.main import run
sys.addaudithook(watch)
codes = [run(verb) for verb in verbs]
print("\\n" + json.dumps([codes, touched]))
"""
_AT = ("--partner", "noord")
_VERBS = (
    *(["check"], ["check", "termsets/keten"], ["check", "termsets/keten/partners/noord.toml"]),
    *(
        ["check", "termsets/keten/partners"],
        ["check", "--merge"],
        ["fmt"],
        ["fmt", "termsets/keten"],
    ),
    *(["fmt", "termsets/keten/partners/noord.toml"], ["fmt", "termsets/keten/agreements"]),
    *(
        ["status"],
        ["status", "keten"],
        ["compare", "kwaliteit"],
        ["overlaps"],
        ["log", "kwaliteit"],
    ),
    *(["export", "markdown"], ["export", "json", "keten"], ["status", "--dir", "termsets/keten"]),
    ["define", "kwaliteit", *_AT, "--meaning", "Nieuw.", "--set", "keten"],
    ["define", "kwaliteit", "--partner", "delta", "--meaning", "Nieuw.", "--set", "keten"],
    ["position", "kwaliteit", "consent", *_AT, "--set", "keten"],
    ["import", "csv", "rows.csv", "--set", "keten", "--overwrite"],
    *(["new", "keten"], ["new", "nieuw", "--partner", "Noord"], ["git-setup", "--hook"]),
)


def _link(at: str, to: str) -> Callable[[Path, Path], None]:
    """A link in the place of a file or folder of the set; {out} is what it must not reach."""

    def put(keten: Path, outside: Path) -> None:
        path = keten / at
        if path.is_dir():
            for file in path.iterdir():
                file.unlink()
            path.rmdir()
        path.unlink(missing_ok=True)
        up = os.path.relpath(outside, path.parent)
        path.symlink_to(to.replace("{out}", up).replace("{abs}", str(outside)))

    return put


def _whole(keten: Path, outside: Path) -> None:
    for name in ("partners", "agreements"):
        _link(name, "x")(keten, outside)
        (keten / name).unlink()
    (keten / "termset.toml").unlink()
    keten.rmdir()
    keten.symlink_to(os.path.relpath(outside / "keten", keten.parent))


LINKS = {
    "a partner": _link("partners/noord.toml", "{out}/keten/partners/noord.toml"),
    "a partner, from the root": _link("partners/noord.toml", "{abs}/keten/partners/noord.toml"),
    "an agreement": _link("agreements/kwaliteit.toml", "{out}/keten/agreements/kwaliteit.toml"),
    "an agreement, to nothing yet": _link("agreements/kwaliteit.toml", "{out}/new.toml"),
    "a partner, to nothing yet": _link("partners/noord.toml", "{out}/new.toml"),
    "all partners": _link("partners", "{out}/keten/partners"),
    "all partners, to nothing yet": _link("partners", "{out}/new"),
    "all agreements": _link("agreements", "{out}/keten/agreements"),
    "the words": _link("termset.toml", "{out}/keten/termset.toml"),
    "the words, to nothing yet": _link("termset.toml", "{out}/new.toml"),
    "where people are in it": _link("session.toml", "{out}/session.toml"),
    "the set": _whole,
    "a partner, to itself": _link("partners/noord.toml", "noord.toml"),
    "all partners, to themselves": _link("partners", "partners"),
    "the set, inside itself": _link("agreements", "."),
    "a device": _link("partners/noord.toml", "/dev/zero"),
    "what names files for git": _link("../../.gitattributes", "{out}/attributes"),
}
_COMMON = 6  # those that the ordinary run takes


def _set_in(keten: Path, words: str = "Er gaat niets mis.") -> None:
    for folder in ("partners", "agreements"):
        (keten / folder).mkdir(parents=True)
    (keten / "termset.toml").write_text(TERMSET)
    (keten / "partners" / "noord.toml").write_text(PARTNER.replace("Er gaat niets mis.", words))
    (keten / "partners" / "delta.toml").write_text(f'format = 1\nname = "Delta {words}"\n')
    agreed = f'format = 1\nphase = "draft"\n\n[draft]\nwording = "{words}"\n'
    (keten / "agreements" / "kwaliteit.toml").write_text(agreed)


def _cloned(folder: Path, link: Callable[[Path, Path], None]) -> tuple[Path, Path]:
    """A clone beside what its links mean, both in `folder`."""
    outside, origin = folder / "outside", Repository(folder / "origin", "termsets/keten")
    _set_in(outside / "keten", _SECRET)
    for name in ("attributes", "session.toml"):
        (outside / name).write_text(_SECRET)
    _set_in(origin.set)
    link(origin.set, outside)
    (origin.folder / "rows.csv").write_text(
        "term,definition,organisation\nkwaliteit,Anders,Gemeente Noord\n"
    )
    origin.commit("Begin")
    clone = folder / "clone"
    origin.git("clone", "--quiet", str(origin.folder), str(clone))
    return clone, outside


def _tried(clone: Path, outside: Path) -> tuple[list[int], list[list[str]], str]:
    """The exit codes of all verbs, what they touched outside, and all that they said."""
    argv = [sys.executable, "-c", _WATCH, f"{outside.resolve()}", json.dumps(_VERBS)]
    done = subprocess.run(argv, cwd=clone, capture_output=True, text=True, check=True, timeout=120)
    said, _line, last = done.stdout.strip().rpartition("\n")
    codes, touched = json.loads(last)
    return codes, touched, said + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="links take a privilege there")
def test_what_links_mean_is_neither_read_nor_written(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    tried = dict(list(LINKS.items())[: times(_COMMON, len(LINKS))])
    for number, (name, link) in enumerate(tried.items()):
        clone, outside = _cloned(tmp_path / f"{number}", link)
        before = files_in(outside)
        codes, touched, said = _tried(clone, outside)
        assert not touched, name
        assert set(codes) <= {0, 1, 2}, name
        assert _SECRET not in said, name
        assert "Traceback" not in said, name
        assert "mistake of its own" not in said, name
        assert files_in(outside) == before, name
    figure(f"symlinks: {len(tried)} clones with links, {len(_VERBS)} verbs each: 0 reads or writes")


def test_the_watch_sees_what_is_read(tmp_path: Path) -> None:
    clone, _outside = _cloned(tmp_path, _link("partners/noord.toml", "noord.toml"))
    _codes, touched, _said = _tried(clone, clone / "termsets")
    assert touched
