"""What holds for every test."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.faults import times

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_FIGURE = "figure"

# Seconds after which a test that stands still fails; at full counts some go on for an hour.
os.environ.setdefault("PYTEST_TIMEOUT", str(times(400, 0)))

# How long an example takes says what else the machine is doing; each run draws others.
settings.register_profile("calm", deadline=None, max_examples=times(60, 200))
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def memory_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Where the program remembers what it compared: nowhere near the user's own files."""
    folder = tmp_path_factory.mktemp("memory") / "glossary"
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(folder))
    # Where locks are.
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder.parent))
    return folder


@pytest.fixture(autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps what could not be saved."""
    folder = tmp_path_factory.mktemp("state") / "glossary"
    monkeypatch.setenv("GLOSSARY_STATE_DIR", str(folder))
    return folder


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """The browser of this machine; a test that asks for it is skipped where there is none."""
    from tests.formats.chromium import chromium

    with chromium() as started:
        yield started


def pytest_xdist_auto_num_workers() -> int:
    """Three tests for each core: most of their time they wait for a screen or a terminal."""
    return 3 * (os.cpu_count() or 1)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What measures is marked, so that it can be chosen."""
    for item in items:
        if _FIGURE in getattr(item, "fixturenames", ()):
            item.add_marker("faults")


def pytest_collection_finish() -> None:
    """What was collected stays until the end: nobody looks through it for garbage again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says what a test measured; all figures stand together below the run."""
    return lambda told: record_property(_FIGURE, told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures."""
    reports = (each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind))
    told = [
        str(value)
        for report in reports
        for key, value in getattr(report, "user_properties", ())
        if key == _FIGURE and report.when == "call"
    ]
    if told:
        terminalreporter.section("figures")
        for line in sorted(told):
            terminalreporter.line(line)
