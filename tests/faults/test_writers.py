"""Several programs that change the same file at the same time, and programs that are killed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from glossary.domain import Definition, Partner
from glossary.store.folder import FolderStore
from tests.faults import times
from tests.store import lay_set

_PROCESSES = 4
_WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from glossary.domain import Definition, RefusedError
from glossary.store.folder import FolderStore

folder, own, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = FolderStore(folder)
for number in range(count):
    added = {f"w-{own}-{number}": Definition(f"{own} schreef {number}")}
    change = lambda old: replace(old, definitions={**old.definitions, **added})
    for attempt in range(10):
        try:
            store.update_partner("keten", "noord", change)
            break
        except RefusedError as error:
            # Turns are not fair: on a busy machine one may wait too long, and is told so.
            if "Try again" not in str(error) or attempt == 9:
                raise
    print(f"w-{own}-{number}", flush=True)
"""
_HOLDER = """
import sys
from pathlib import Path
from glossary.store.locking import locked

with locked(Path(sys.argv[1]) / "keten" / "partners" / "noord.toml"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def _running(code: str, *words: str) -> "Iterator[subprocess.Popen[str]]":
    argv = [sys.executable, "-c", code, *words]
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _told(process: "subprocess.Popen[str]") -> Iterator[str]:
    assert process.stdout is not None
    return (line.strip() for line in process.stdout if line.endswith("\n"))


def _noord(folder: Path) -> Partner:
    loaded = FolderStore(folder).load("keten")
    assert not [one for one in loaded.findings if one.code not in ("unknown-key", "unknown-term")]
    return loaded.termset.partners["noord"]


def test_no_edit_of_any_program_is_lost(tmp_path: Path, figure: Callable[[str], None]) -> None:
    path = lay_set(tmp_path)
    count = times(10, 250)
    argv = [[sys.executable, "-c", _WRITER, str(tmp_path), f"{n}", f"{count}"] for n in range(4)]
    writers = [subprocess.Popen(each, stdout=subprocess.DEVNULL) for each in argv]
    assert [writer.wait() for writer in writers] == [0] * _PROCESSES
    kept = [key for key in _noord(tmp_path).definitions if key.startswith("w-")]
    figure(f"two writers: {len(kept)} of {_PROCESSES * count} edits kept")
    assert len(kept) == _PROCESSES * count
    assert path.read_text().startswith("# Wat wij bedoelen; vragen aan het projectbureau")
    assert sorted(each.name for each in path.parent.iterdir()) == ["delta.toml", "noord.toml"]


def test_a_kill_during_a_save_leaves_a_whole_file_and_every_acknowledged_edit(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    path = lay_set(tmp_path)
    laid, kills, acknowledged, strays = path.read_bytes(), times(10, 1_000), 0, 0
    for kill in range(kills):
        with _running(_WRITER, str(tmp_path), f"k{kill}", "1000") as writer:
            told = _told(writer)
            named = [next(told) for _ in range(1 + kill % 3)]
            writer.kill()
            named += told
        kept = _noord(tmp_path).definitions.keys()
        assert set(named) <= kept
        acknowledged += len(named)
        strays += sum(each.suffix == ".tmp" for each in path.parent.iterdir())
        path.write_bytes(laid)  # so that it does not grow with every kill
        FolderStore(tmp_path).sweep("keten")
        assert sorted(each.name for each in path.parent.iterdir()) == ["delta.toml", "noord.toml"]
    figure(
        f"kill -9 during a save: {kills} kills, {acknowledged} acknowledged edits, 0 lost, "
        f"{strays} temporaries swept"
    )


def test_a_lock_of_a_killed_program_is_free(tmp_path: Path) -> None:
    lay_set(tmp_path)
    with _running(_HOLDER, str(tmp_path)) as holder:
        assert next(_told(holder)) == "held"
        holder.kill()
    changed = FolderStore(tmp_path).update_partner(
        "keten", "noord", lambda old: replace(old, definitions={"regie": Definition("Wie.")})
    )
    assert _noord(tmp_path) == changed


def test_what_is_being_written_is_not_swept(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    being_written = path.with_name(".noord.toml.0123456789ab.tmp")
    being_written.write_bytes(path.read_bytes())
    for name in (".noord.toml.tmp", "noord.toml.0123456789ab.tmp", ".noord.toml.swp"):
        path.with_name(name).write_text("of somebody else")
    with _running(_HOLDER, str(tmp_path)) as holder:
        assert next(_told(holder)) == "held"
        FolderStore(tmp_path).sweep("keten")
        assert being_written.exists()
    FolderStore(tmp_path).sweep("keten")
    assert sorted(each.name for each in path.parent.iterdir()) == [
        ".noord.toml.swp",
        ".noord.toml.tmp",
        "delta.toml",
        "noord.toml",
        "noord.toml.0123456789ab.tmp",
    ]
