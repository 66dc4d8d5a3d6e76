"""Others change the file in which somebody is typing, as editors and git do."""

import os
import subprocess
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

from tests.faults import IS_FULL, times
from tests.faults.typist import Typist, lay, meaning

_BOUND = 2.0  # seconds

# What others change, and what of it is on the form: another field, and the partner itself.
_PLACES = ("voorbeeld", "Gemeente Noord")


def _replace(file: Path, before: bytes, after: bytes) -> bool:
    """Put another file in its place, unless somebody was ahead."""
    beside = file.with_name("edited")
    beside.write_bytes(after)
    if file.read_bytes() != before:
        return False
    beside.replace(file)
    return True


def _rewrite(file: Path, before: bytes, after: bytes) -> bool:
    """Write over it, unless somebody was ahead."""
    if file.read_bytes() != before:
        return False
    with file.open("r+b") as open_file:
        open_file.write(after)
        open_file.truncate()
    return True


def _check_out(file: Path, before: bytes, after: bytes) -> bool:
    """Check out a commit with the change; git refuses when somebody was ahead."""
    folder = file.parents[3]
    path = file.relative_to(folder).as_posix()
    _git(folder, "commit", "--quiet", "--all", "--allow-empty", "--message", "typed")
    if _git(folder, "show", f"HEAD:{path}") != before:
        return False
    blob = _git(folder, "hash-object", "-w", "--stdin", told=after).decode().strip()
    index = str(folder / "index-of-others")
    _git(folder, "read-tree", "HEAD", index=index)
    _git(folder, "update-index", "--cacheinfo", f"100644,{blob},{path}", index=index)
    tree = _git(folder, "write-tree", index=index).decode().strip()
    commit = _git(folder, "commit-tree", tree, "-p", "HEAD", "-m", "theirs").decode().strip()
    try:
        _git(folder, "checkout", "--quiet", commit)
    except subprocess.CalledProcessError:
        return False
    return True


def _git(folder: Path, *words: str, told: bytes | None = None, index: str = "") -> bytes:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"]
    env = {**os.environ, "GIT_INDEX_FILE": index} if index else None
    return subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, capture_output=True, input=told, env=env
    ).stdout


def _edit(way: Callable[[Path, bytes, bytes], bool], file: Path, old: str, new: str) -> None:
    done = False
    while not done:
        before = file.read_bytes()
        done = way(file, before, before.replace(old.encode(), new.encode()))


def test_what_others_change_while_somebody_types_is_kept_and_seen(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    file = lay(tmp_path)
    _git(tmp_path, "init", "--quiet")
    _git(tmp_path, "add", "termsets")
    ways = list(product((_replace, _rewrite, _check_out), _PLACES))
    edits, slowest = times(len(ways), 100), 0.0
    said = {place: place for place in _PLACES}
    said["voorbeeld"] = "voorbeeld 0"
    with Typist(file, columns=100, rows=40) as typist:
        typist.open_form()
        for edit in range(edits):
            way, place = ways[edit % len(ways)]
            new = f"{place} n{edit:03}"
            typist.type()
            _edit(way, file, said[place], new)
            moment = time.monotonic()
            typist.type()
            typist.terminal.wait_for(new)
            slowest = max(slowest, time.monotonic() - moment)
            said[place] = new
            typist.terminal.wait_for(lambda _text: meaning(file) == typist.text)
            assert all(each in file.read_text(encoding="utf-8") for each in said.values())
        typist.terminal.press("ctrl+q")
        assert typist.terminal.wait_exit() == 0
    assert meaning(file) == typist.text
    assert "# eerste zin" in file.read_text(encoding="utf-8")
    figure(
        f"edited outside while typing: {edits} edits (replaced, rewritten, checked out), "
        f"{len(typist.words)} words typed, 0 lost, seen within {slowest:.2f} s"
    )
    assert not IS_FULL or slowest <= _BOUND
