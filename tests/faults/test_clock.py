"""Partners whose clocks are ten years wrong: what is said and in which order stays the same."""

import datetime as dt
import itertools
import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.bootstrap import member_reader, new_store, past_of
from glossary.cli.main import run
from glossary.domain import Draft, OutcomeKind, Stand
from glossary.locale import language, use
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.history import Scope, history
from glossary.workflow.outcomes import record_outcome
from glossary.workflow.positions import take_position
from tests.faults import times
from tests.git.conftest import told
from tests.git.merging import know
from tests.git.repository import Repository
from tests.store import lay_set

_NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} [A-Z][a-z]+ \d{4}\b")
_TERM = ("region", "quality")
_YEARS = (-10, 0, 10)


class _Clock:
    """What somebody's computer says; it goes on at every look."""

    def __init__(self, years: int) -> None:
        self._now = _NOW.replace(year=_NOW.year + years)

    def today(self) -> dt.date:
        return self._now.date()

    @property
    def git(self) -> dict[str, str]:
        """The dates of the next commit."""
        self._now += dt.timedelta(minutes=1)
        moment = self._now.isoformat()
        return {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}


def _conversation(project: Repository, ours: _Clock, theirs: _Clock) -> None:
    """Two people change the same files on their own computers, and bring them together."""
    project.start()
    know(project)
    for partner in ("north", "delta"):
        project.said(partner, f"{partner} means this.", ours.git)
    store = FolderStore(project.set.parent)

    project.git("switch", "--quiet", "--create", "other")
    write_draft(store, *_TERM, Draft("Nothing goes wrong."))
    project.commit("draft", theirs.git)
    define(store, *_TERM, "delta", {"example": "A cup of coffee."}, theirs.today())
    project.commit("example", theirs.git)
    take_position(store, *_TERM, "delta", Stand.CONSENT, "", theirs.today())
    project.commit("delta consents", theirs.git)

    project.git("switch", "--quiet", "main")
    define(store, *_TERM, "delta", {"belief": "Time helps."}, ours.today())
    project.commit("belief", ours.git)
    merged = project.tried("merge", "--quiet", "--message", "together", "other", env=ours.git)
    assert merged.returncode == 0
    take_position(store, *_TERM, "north", Stand.CONCERN, "Who says so?", ours.today())
    project.commit("north has a concern", ours.git)
    record_outcome(store, *_TERM, OutcomeKind.SHARED, today=ours.today())
    project.commit("agreed", ours.git)


def _seen(
    project: Repository, reader: _Clock, capsys: pytest.CaptureFixture[str], rng: random.Random
) -> list[object]:
    """What files, history and commands say, whatever day the files and the reader think it is."""
    for path in project.set.rglob("*.toml"):
        moment = _NOW.timestamp() + rng.choice(_YEARS) * 365 * 86400
        os.utime(path, (moment, moment))
    found: list[object] = [
        {path.name: _DAY.sub("…", path.read_text()) for path in project.set.rglob("*.toml")}
    ]
    loaded = new_store(project.set.parent).load("region")
    past = history(loaded, past_of(project.set), member_reader(), "quality", Scope())
    found.append(told(past))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("glossary.bootstrap.today", reader.today)
        patch.chdir(project.folder)
        for words in (
            ("status", "region", "--json"),
            ("compare", "quality", "--set", "region", "--json"),
            ("check", "--format", "json"),
            ("export", "markdown", "region"),
        ):
            code = run(["--language", "en", *words])
            found.append((code, _DAY.sub("…", capsys.readouterr().out)))
    return found


def test_nothing_depends_on_anybodys_clock(
    tmp_path: Path, figure: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before, rng = language(), random.Random(0)
    mixes = [*itertools.product(_YEARS, repeat=3)]
    rng.shuffle(mixes)
    tried = [(0, 0, 0), *mixes[: times(4, len(mixes))]]
    steady: list[object] = []
    for number, (ours, theirs, reader) in enumerate(tried):
        project = Repository(tmp_path / f"{number}" / "project")
        _conversation(project, _Clock(ours), _Clock(theirs))
        seen = _seen(project, _Clock(reader), capsys, rng)
        steady = steady or seen
        assert seen == steady, (ours, theirs, reader)
    use(before)
    assert '"status": "agreed"' in str(steady)
    figure(
        f"clock skew: {len(tried)} mixes of clocks up to 10 years wrong, same files but for "
        "their dates, same status, comparison, findings, export and order of the log"
    )


@pytest.mark.parametrize("years", _YEARS)
def test_a_file_that_changed_is_read_again_however_old_it_says_it_is(
    tmp_path: Path, years: int
) -> None:
    path = lay_set(tmp_path)
    store = FolderStore(tmp_path)
    version = store.load("keten").version
    assert store.version("keten") == version
    path.write_text(path.read_text().replace("Noord", "Zuid"))
    moment = path.stat().st_mtime + years * 365 * 86400
    os.utime(path, (moment, moment))
    assert store.version("keten") != version
