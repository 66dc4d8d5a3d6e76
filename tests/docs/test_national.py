"""The example in docs/examples ranks a set as `glossary status --json` does, on any processors."""

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from docs.examples.national import weigh
from glossary.domain import TermSet
from glossary.store.folder import FolderStore
from glossary.workflow.comparing import Question
from glossary.workflow.overview import asked_about
from tests.benchmarks.material import demo, generated
from tests.docs.reference import DOCS

ENGINES = {
    "processes": ("--workers", "2", "--batch", "7"),
    "dask": ("--workers", "2", "--batch", "7", "--dask"),
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one set of 60 terms, of which somebody opened one that is not revealed."""
    folder = generated(tmp_path_factory.mktemp("large"), 60, 5)
    blind = folder / "generated" / "agreements" / "term-00007.toml"
    blind.write_text('format = 1\nphase = "collect"\nopened = 2026-11-23T14:00:00+01:00\n', "utf-8")
    return folder


@pytest.fixture
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "nl")


@pytest.mark.usefixtures("_elsewhere")
@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_the_rows_are_those_of_status(engine: tuple[str, ...], large: Path) -> None:
    rows, _ = _ranked(large, *engine)
    assert rows == _status(large, "generated")
    assert [len(rows), len({row["attention"] for row in rows}) > 10] == [60, True]


@pytest.mark.usefixtures("_elsewhere")
@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_what_people_named_and_answered_counts(engine: tuple[str, ...], tmp_path: Path) -> None:
    folder = demo(tmp_path)
    rows, _ = _ranked(folder, *engine)
    assert rows == _status(folder, "demo-en")


@pytest.mark.usefixtures("_elsewhere")
def test_who_cannot_be_read_is_named_and_the_others_count(tmp_path: Path) -> None:
    folder = demo(tmp_path)
    broken = next(folder.glob("demo-en/partners/*.toml"))
    broken.write_text("no = = toml", encoding="utf-8")
    rows, errors = _ranked(folder, code=2)
    assert broken.name in errors
    assert rows == _status(folder, "demo-en", code=2)


@pytest.mark.usefixtures("_elsewhere")
def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    rows, errors = _ranked(tmp_path / "nowhere", code=2)
    assert rows == []
    assert errors.count("\n") == 1


def test_neither_the_order_of_partners_nor_the_size_of_a_batch_matters(large: Path) -> None:
    termset = FolderStore(large).load("generated").termset
    whole = weigh(_questions(termset))
    partners = list(termset.partners.items())
    random.Random(7).shuffle(partners)
    mixed = _questions(replace(termset, partners=dict(partners)))
    assert list(chain.from_iterable(weigh([question]) for question in mixed)) == whole


def _questions(termset: TermSet) -> list[Question]:
    return [each.question for each in asked_about(termset) if each.question is not None]


def _ranked(folder: Path, *words: str, code: int = 0) -> tuple[list[dict[str, object]], str]:
    """What the example prints, as a user runs it."""
    example = DOCS / "examples" / "national.py"
    done = _run(str(example), str(folder), *words)
    assert done.returncode == code, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def _status(folder: Path, set_id: str, code: int = 0) -> list[dict[str, object]]:
    done = _run("-m", "glossary", "status", set_id, "--json", "--dir", str(folder))
    assert done.returncode == code, done.stderr
    terms: list[dict[str, object]] = json.loads(done.stdout)["terms"]
    return terms


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(DOCS.parent), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *words], capture_output=True, encoding="utf-8", env=env, check=False
    )
