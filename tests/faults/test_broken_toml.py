"""Files that an editor, a merge or a disk spoiled, and the official test files of TOML."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.cli.test_process import glossary
from tests.faults import times
from tests.faults.putting import Put, lay_places
from tests.faults.spoiling import SUITE, files_of_sets, official, spoiled

pytestmark = pytest.mark.faults

Figure = Callable[[str], None]


def _material() -> list[list[bytes]]:
    """Files of sets, and half as likely the official ones where they are."""
    suite = [file.read_bytes() for kind in ("valid", "invalid") for file in official(kind)]
    return [files_of_sets(), files_of_sets(), suite or files_of_sets()]


def _said(puts: list[Put]) -> str:
    read, edited = sum(put.is_read for put in puts), sum(put.is_edited for put in puts)
    slowest = max(put.seconds for put in puts)
    return f"{read} read, {edited} changed and read again, the slowest {slowest:.2f} s"


def test_spoiled_files_give_values_or_sentences(tmp_path: Path, figure: Figure) -> None:
    random, material, places = Random(1), _material(), lay_places(tmp_path)
    puts = [
        random.choice(places).put(spoiled(random.choice(random.choice(material)), random))
        for _ in range(times(800, 100_000))
    ]
    figure(f"broken TOML: {len(puts)} fuzzed files, 0 tracebacks, {_said(puts)}")


def test_the_real_command_says_what_is_wrong(tmp_path: Path, figure: Figure) -> None:
    random, material, count = Random(2), _material(), times(3, 200)
    lay_places(tmp_path)
    path, codes = tmp_path / "keten" / "partners" / "noord.toml", []
    for _ in range(count):
        path.write_bytes(spoiled(random.choice(random.choice(material)), random))
        for verb in ("check", "status"):
            done = glossary(verb, "--dir", str(tmp_path))
            codes.append(done.returncode)
            assert done.returncode in (0, 1, 2), done.stderr
            for word in ("Traceback", "mistake of its own"):
                assert word not in done.stdout + done.stderr
    figure(f"broken TOML: {count} fuzzed files through check and status, exit codes {set(codes)}")


@pytest.mark.skipif(not SUITE.is_dir(), reason=f"no TOML test files in {SUITE}")
def test_official_files_that_are_valid_are_kept_whole(tmp_path: Path, figure: Figure) -> None:
    places = lay_places(tmp_path)
    files = [file.read_bytes() for file in official("valid")]
    assert len(files) > 150
    files = files[:: times(4, 1)]
    alone = [place.put(data) for data in files for place in places]
    # Their keys come behind those of a partner's file, as keys that nobody knows.
    behind = [places[0].put(files_of_sets()[0] + b"\n[more]\n" + data) for data in files]
    figure(f"official TOML, {len(files)} valid files in {len(places)} places: {_said(alone)}")
    figure(f"official TOML, {len(files)} valid files behind another: {_said(behind)}")


@pytest.mark.skipif(not SUITE.is_dir(), reason=f"no TOML test files in {SUITE}")
def test_official_files_that_are_invalid_are_refused(tmp_path: Path, figure: Figure) -> None:
    places = lay_places(tmp_path)
    files = official("invalid")
    assert len(files) > 300
    files = files[:: times(4, 1)]
    puts = [place.put(file.read_bytes()) for file in files for place in places]
    assert not [put for put in puts if put.is_read or put.is_edited]
    figure(f"official TOML, {len(files)} invalid files in {len(places)} places: {_said(puts)}")
