"""How a term moved through commits, in real repositories of every shape."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.domain import NotFoundError, Position, Stand, fingerprint
from tests.git.conftest import Log, told
from tests.git.repository import Repository

DRAFT = "We take the time."
ON = fingerprint(DRAFT)


def _position(stand: str, reason: str = "", on: str = ON) -> str:
    return f'\n[positions.quality]\non = "{on}"\nposition = "{stand}"\nreason = "{reason}"\n'


def test_meanings_draft_positions_and_outcome(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.draft(DRAFT, 'example = "A cup of coffee."\n')
    repository.commit("draft")
    repository.say("noord", "No mistakes.", _position("concern", "Who counts?"))
    repository.commit("concern")
    repository.say("noord", "No mistakes.", _position("consent"))
    repository.commit("consent")
    repository.draft(DRAFT, '\n[outcome]\nkind = "shared"\n')
    repository.commit("agree")
    found = log(repository.set)
    assert told(found) == [
        "agree: .draft.example=None, .outcome=shared",
        "consent: noord.position=consent",
        "concern: noord.position=concern",
        f"draft: .draft.wording={DRAFT}, .draft.example=A cup of coffee.",
        "noord: No mistakes.: noord.meaning=No mistakes.",
    ]
    (change,) = found.steps[1].changes
    assert change.before == Position(ON, Stand.CONCERN, "Who counts?")
    assert change.name == "Noord"
    assert found.complete


def test_reasons_stay_closed_until_everybody_has_spoken(repository: Repository, log: Log) -> None:
    agreement = f'format = 1\nphase = "consent"\n\n[draft]\nwording = "{DRAFT}"\n'
    repository.write("agreements/quality.toml", agreement)
    repository.said("delta", "Time.")
    repository.say("noord", "No mistakes.", _position("concern", "Who counts?"))
    repository.commit("concern")
    repository.say("noord", "No mistakes.", _position("concern", "Who decides?"))
    closed = log(repository.set)
    assert told(closed)[0] == "concern: noord.meaning=No mistakes., noord.position=concern"
    assert closed.steps[0].changes[-1].after == Position(ON, Stand.CONCERN)
    repository.say("delta", "Time.", _position("consent"))
    spoken = log(repository.set)
    assert spoken.steps[0].changes[-1].after == Position(ON, Stand.CONCERN, "Who decides?")
    assert spoken.steps[1].changes[-1].after == Position(ON, Stand.CONCERN, "Who counts?")


def test_optional_fields_and_other_terms(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.say("noord", "No mistakes.", 'belief = "Rules help."\nas_partner = "We dare."\n')
    repository.commit("more")
    repository.say(
        "noord",
        "No mistakes.",
        'belief = "Rules help."\nas_partner = "We dare."\n[definitions.trust]\nmeaning = "x"\n',
    )
    repository.commit("another term")
    assert told(log(repository.set))[0] == (
        "more: noord.belief=Rules help., noord.as_partner=We dare."
    )


def test_laying_out_the_same_words_is_no_change(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes at all.")
    file = repository.set / "partners/noord.toml"
    plain = file.read_text()
    repository.write("partners/noord.toml", plain.replace("\n", "\r\n"))
    repository.commit("CRLF")
    repository.write(
        "partners/noord.toml",
        plain.replace('"No mistakes at all."', '"""\nNo mistakes\nat all."""').replace(
            "\n", "\r\n"
        ),
    )
    repository.commit("wrap")
    assert told(log(repository.set)) == [
        "noord: No mistakes at all.: noord.meaning=No mistakes at all."
    ]


def test_what_is_not_committed_yet_comes_first(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.say("noord", "Few mistakes.")
    repository.say("delta", "Time.")  # a file that git does not know
    step, *rest = log(repository.set).steps
    assert step.commit is None
    assert [(one.partner, one.before, one.after) for one in step.changes] == [
        ("delta", None, "Time."),
        ("noord", "No mistakes.", "Few mistakes."),
    ]
    assert len(rest) == 1


def test_a_repository_without_commits(tmp_path: Path, log: Log) -> None:
    repository = Repository(tmp_path / "new")
    repository.write("termset.toml", 'title = "x"\n[terms.quality]\nlabel = "quality"\n')
    repository.say("noord", "No mistakes.")
    assert told(log(repository.set)) == ["not committed: noord.meaning=No mistakes."]
    with pytest.raises(NotFoundError, match="no commit “HEAD”"):
        log(repository.set, since="HEAD")


def test_a_partner_that_left_and_came_back(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    (repository.set / "partners/noord.toml").unlink()
    repository.commit("leave")
    assert told(log(repository.set))[0] == "leave: noord.meaning=None"
    found = log(repository.set, partner="noord")
    assert [one.name for step in found.steps for one in step.changes] == ["Noord", "Noord"]
    repository.said("noord", "Time.")
    assert told(log(repository.set)) == [
        "noord: Time.: noord.meaning=Time.",
        "leave: noord.meaning=None",
        "noord: No mistakes.: noord.meaning=No mistakes.",
    ]


def test_a_merge_tells_each_change_once(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.git("switch", "-q", "-c", "side")
    repository.said("delta", "Time.")
    repository.git("switch", "-q", "main")
    repository.said("noord", "Few mistakes.")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    assert sorted(told(log(repository.set))) == [
        "delta: Time.: delta.meaning=Time.",
        "noord: Few mistakes.: noord.meaning=Few mistakes.",
        "noord: No mistakes.: noord.meaning=No mistakes.",
    ]


def test_words_found_while_merging_are_told_at_the_merge(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.git("switch", "-q", "-c", "side")
    repository.said("noord", "Few mistakes.")
    repository.git("switch", "-q", "main")
    repository.said("noord", "Hardly any mistakes.")
    repository.git("merge", "-q", "--strategy=ours", "--no-commit", "side")
    repository.said("noord", "Fewer mistakes.")
    lines = told(log(repository.set))
    assert lines[0] == "noord: Fewer mistakes.: noord.meaning=Fewer mistakes."
    assert sorted(lines[1:]) == [
        "noord: Few mistakes.: noord.meaning=Few mistakes.",
        "noord: Hardly any mistakes.: noord.meaning=Hardly any mistakes.",
        "noord: No mistakes.: noord.meaning=No mistakes.",
    ]


def test_a_change_that_a_merge_dropped_led_nowhere(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.git("switch", "-q", "-c", "side")
    repository.said("noord", "Dropped.")
    repository.said("delta", "Time.")
    repository.git("switch", "-q", "main")
    repository.said("school", "Growth.")
    repository.git("merge", "-q", "--no-commit", "--no-ff", "side")
    repository.said("noord", "No mistakes.")
    assert "Dropped." not in "".join(told(log(repository.set)))


def test_a_cherry_pick_that_meets_itself_is_told_once(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.git("switch", "-q", "-c", "side")
    picked = repository.said("delta", "Time.")
    repository.git("switch", "-q", "main")
    repository.said("school", "Growth.")
    repository.git("cherry-pick", picked)
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    assert sum("delta.meaning" in line for line in told(log(repository.set))) == 1


def test_a_rebased_branch_reads_as_one_line(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    repository.git("switch", "-q", "-c", "side")
    repository.said("delta", "Time.")
    repository.said("delta", "More time.")
    repository.git("switch", "-q", "main")
    repository.said("noord", "Few mistakes.")
    repository.git("switch", "-q", "side")
    repository.git("rebase", "-q", "main")
    assert told(log(repository.set)) == [
        "delta: More time.: delta.meaning=More time.",
        "delta: Time.: delta.meaning=Time.",
        "noord: Few mistakes.: noord.meaning=Few mistakes.",
        "noord: No mistakes.: noord.meaning=No mistakes.",
    ]


_YEARS = 10 * 365 * 86400
_NOW = 1_700_000_000
_CLOCKS: dict[str, Callable[[int], int]] = {
    "ahead": lambda n: _NOW + n * 60 + _YEARS,
    "behind": lambda n: _NOW + n * 60 - _YEARS,
    "backwards": lambda n: _NOW - n * 86400,
    "in turns": lambda n: _NOW + (_YEARS if n % 2 else -_YEARS),
    "stopped": lambda _n: _NOW,
}


@pytest.mark.parametrize("clock", _CLOCKS)
def test_clocks_do_not_count(tmp_path: Path, log: Log, clock: str) -> None:
    def build(folder: Path, tick: str) -> tuple[list[str], list[str], list[str]]:
        made, count = Repository(folder), iter(range(100))

        def at() -> dict[str, str]:
            moment = f"{_CLOCKS[tick](next(count))} +0000"
            return {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}

        made.start()
        for n in range(6):
            made.said("noord", f"First {n}.", at())
        agreed = made.git("rev-parse", "HEAD")
        made.draft("Ours.", '[outcome]\nkind = "differ"\n')
        made.commit("agree", at())
        for branch in ("one", "two"):
            made.git("switch", "-q", "-c", branch, "main")
            for n in range(7):  # git's own a..b gives up after five commits out of order
                made.said(branch, f"{branch} {n}.", at())
        made.git("switch", "-q", "main")
        made.said("noord", "Last.", at())
        made.git("merge", "-q", "-m", "merge one", "one", env=at())
        made.git("merge", "-q", "-m", "merge two", "two", env=at())
        scopes: tuple[dict[str, str | bool], ...] = ({}, {"since": agreed}, {"agreed": True})
        whole, since, after = (told(log(made.set, **scope)) for scope in scopes)
        return whole, since, after

    steady = build(tmp_path / "steady", "ahead")
    assert build(tmp_path / "other", clock) == steady
    whole, since, after = steady
    assert (len(whole), len(since), len(after)) == (22, 16, 15)


def test_a_date_that_no_calendar_has(repository: Repository, log: Log) -> None:
    repository.said("noord", "No mistakes.")
    said = repository.git("cat-file", "commit", "HEAD").replace("> ", "> 9999", 1)
    (repository.folder / "odd").write_text(said)
    odd = repository.git("hash-object", "-t", "commit", "-w", "--literally", "odd")
    repository.git("reset", "-q", "--soft", odd)
    (step,) = log(repository.set).steps
    assert step.commit is not None
    assert step.commit.date is None
