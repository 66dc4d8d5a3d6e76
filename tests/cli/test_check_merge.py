"""`check --merge`: what a merge in a real repository lost or invented."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.git.repository import Repository

_NOORD = "termsets/region/partners/noord.toml"
_BEFORE = "That nothing goes wrong."
_OURS = "That we take our time."
_THEIRS = "Nobody has to wait."


@pytest.fixture
def repository(here: Path) -> Repository:
    """A set on which two branches will be at work."""
    made = Repository(here)
    made.start()
    made.say("noord", _BEFORE, 'belief = "People first."\n')
    made.say("delta", "That somebody listens to whoever comes in.")
    made.commit("Say what we mean")
    made.git("branch", "theirs")
    return made


def _change(repository: Repository, path: Path | str, *changes: tuple[str, str]) -> None:
    file = repository.folder / path
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def _apart(repository: Repository, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
    """Both branches with a commit of their own; ours is the one that is out."""
    repository.git("checkout", "--quiet", "theirs")
    theirs()
    repository.commit("Theirs")
    repository.git("checkout", "--quiet", "main")
    ours()
    repository.commit("Ours")


def _merge(repository: Repository, *words: str, resolve: Callable[[], None] | None = None) -> None:
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", *words, "theirs")
    if resolve is not None:
        resolve()
    repository.commit("Merge")


def _found(cli: Cli, *words: str) -> list[tuple[str, str, str, int]]:
    result = cli("check", "--merge", "--format", "json", *words)
    found = json.loads(result.out)["findings"]
    assert result.code == bool(found), result.err
    assert all(one["severity"] == "error" and one["remedy"] for one in found)
    return [(one["code"], one["path"], one["key"], one["line"]) for one in found]


def _two_fields(repository: Repository) -> None:
    _apart(
        repository,
        lambda: _change(repository, _NOORD, ("People first.", "Rules first.")),
        lambda: _change(repository, _NOORD, ('name = "Noord"', 'name = "North"')),
    )


def test_a_right_merge_has_no_findings(cli: Cli, repository: Repository) -> None:
    _two_fields(repository)
    _merge(repository)
    assert _found(cli) == []
    assert cli("check", "--merge").err == "glossary: Nothing found.\n"


def test_what_one_version_changed_alone_may_not_be_lost(cli: Cli, repository: Repository) -> None:
    _two_fields(repository)
    _merge(repository, "--strategy=ours")
    assert _found(cli) == [("merge-lost", _NOORD, "name", 2)]
    theirs = repository.git("rev-parse", "theirs")[:10]
    told = cli("check", "--merge")
    assert told.code == 1
    assert told.out.startswith(f"{_NOORD}:2: error: name: ")
    assert f"git diff {theirs} -- " in told.out
    github = cli("check", "--merge", "--format", "github").out
    assert github.startswith(f"::error file={_NOORD},title=merge-lost,line=2::name: ")
    assert _found(cli, "termsets/region/partners/delta.toml") == []
    assert len(_found(cli, _NOORD, "termsets")) == 1
    # Without --merge the file is as sound as any other.
    assert cli("check").code == 0


def test_a_value_that_nobody_wrote_is_named(cli: Cli, repository: Repository) -> None:
    _two_fields(repository)
    _merge(
        repository, resolve=lambda: _change(repository, _NOORD, (_BEFORE, "That all goes well."))
    )
    assert _found(cli) == [("merge-invented", _NOORD, "definitions.quality.meaning", 5)]


@pytest.mark.parametrize(
    ("kept", "code"),
    [
        (_OURS, ""),
        (_THEIRS, ""),
        (_BEFORE, "merge-lost"),
        ("Something of both of them.", "merge-invented"),
    ],
)
def test_where_both_changed_a_text_people_choose_one_of_the_two(
    cli: Cli, repository: Repository, kept: str, code: str
) -> None:
    _apart(
        repository,
        lambda: repository.say("noord", _OURS),
        lambda: repository.say("noord", _THEIRS),
    )
    _merge(repository, "--strategy=ours", resolve=lambda: repository.say("noord", kept))
    assert [one[0] for one in _found(cli)] == ([code] if code else [])


def test_entries_and_files_may_not_get_lost(cli: Cli, repository: Repository) -> None:
    entry = (
        '\n[[restatements]]\nterm = "quality"\nof = "delta"\nof_fingerprint = "{}"\ntext = "{}"\n'
    )
    first, second = entry.format("0", "You listen."), entry.format("1", "You wait.")

    def theirs() -> None:
        repository.say("noord", _BEFORE, f'belief = "People first."\n{first}{second}')
        repository.say("west", "That it is done before the day is over.")

    _apart(repository, lambda: repository.say("delta", _OURS), theirs)

    def resolve() -> None:
        repository.say("noord", _BEFORE, f'belief = "People first."\n{first}')
        (repository.set / "partners/west.toml").unlink()

    _merge(repository, resolve=resolve)
    lost = [one for one in _found_any(cli) if one[0] == "merge-lost"]
    assert lost == [
        ("merge-lost", _NOORD, "restatements", 8),
        ("merge-lost", "termsets/region/partners/west.toml", "", 0),
    ]


def _found_any(cli: Cli) -> list[tuple[str, str, str, int]]:
    found = json.loads(cli("check", "--merge", "--format", "json").out)["findings"]
    return [(one["code"], one["path"], one["key"], one["line"]) for one in found]


def test_a_position_is_never_put_together_from_two(cli: Cli, repository: Repository) -> None:
    position = '\n[positions.quality]\non = "{}"\n\n\n\n\nposition = "{}"\nreason = "Money."\n'

    def stand(on: str, what: str) -> None:
        repository.say("noord", _BEFORE, position.format(on, what))

    stand("0a1b2c3d4e5f", "consent")
    repository.commit("Consent")
    repository.git("branch", "--force", "theirs")
    _apart(
        repository,
        lambda: stand("1a1b2c3d4e5f", "consent"),
        lambda: stand("0a1b2c3d4e5f", "objection"),
    )
    _merge(repository)  # to git these are two lines apart
    assert ("merge-invented", _NOORD, "positions.quality", 7) in _found_any(cli)


def test_lists_may_be_put_together_from_both(cli: Cli, repository: Repository) -> None:
    file = "termsets/region/termset.toml"
    label = 'label = "quality"\n'
    _change(repository, file, (label, f'{label}variants = ["a"]\n'))
    repository.commit("Variants")
    repository.git("branch", "--force", "theirs")
    _apart(
        repository,
        lambda: _change(repository, file, ('["a"]', '["a", "b"]')),
        lambda: _change(repository, file, ('["a"]', '["c", "a"]')),
    )

    def resolved(items: str) -> Callable[[], None]:
        return lambda: _change(repository, file, ('["a", "b"]', items))

    _merge(repository, "--strategy=ours", resolve=resolved('["a", "b", "c"]'))
    assert _found(cli) == []
    repository.git("reset", "--quiet", "--hard", "HEAD^")
    _merge(repository, "--strategy=ours", resolve=resolved('["b", "c"]'))
    assert [one[0] for one in _found(cli)] == ["merge-invented"]


def test_a_merge_that_still_goes_on_is_read_from_the_files(
    cli: Cli, repository: Repository
) -> None:
    _two_fields(repository)
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", "theirs")
    assert _found(cli) == []
    _change(repository, _NOORD, ("Rules first.", "People first."))
    assert _found(cli) == [("merge-lost", _NOORD, "definitions.quality.belief", 6)]


def test_a_set_that_one_version_renamed_is_no_loss(cli: Cli, repository: Repository) -> None:
    def rename() -> None:
        repository.set.rename(repository.set.with_name("county"))

    _apart(
        repository,
        rename,
        lambda: _change(repository, _NOORD, ("People first.", "Rules first.")),
    )
    _merge(repository)
    moved = (repository.folder / _NOORD.replace("region", "county")).read_text("utf-8")
    assert "Rules first." in moved
    assert _found(cli) == []


def test_versions_that_crossed_have_two_common_ancestors(cli: Cli, repository: Repository) -> None:
    _two_fields(repository)
    repository.git("branch", "third", "theirs")
    _merge(repository)
    repository.git("checkout", "--quiet", "theirs")
    repository.git("merge", "--quiet", "--no-edit", "main^1")
    _change(repository, _NOORD, (_BEFORE, _THEIRS))
    repository.commit("Theirs again")
    repository.git("checkout", "--quiet", "main")
    _change(repository, "termsets/region/partners/delta.toml", ("Delta", "Delta Care"))
    repository.commit("Ours again")
    _merge(repository)
    assert len(repository.git("merge-base", "--all", "HEAD^1", "HEAD^2").split()) == 2
    assert _found(cli) == []


def test_where_there_is_no_merge_it_says_so(cli: Cli, repository: Repository) -> None:
    result = cli("check", "--merge")
    assert (result.code, result.out) == (0, "")
    assert "HEAD is no merge" in result.err


def test_without_git_it_says_so(cli: Cli, keten: Path) -> None:
    result = cli("check", "--merge")
    assert result.code == 2
    assert "git init" in result.err


@pytest.mark.parametrize(
    ("depth", "code", "told"), [(1, 2, "fetch-depth: 0"), (2, 1, "merge-invented")]
)
def test_a_clone_without_what_was_merged_never_passes_silently(
    cli: Cli, here: Path, repository: Repository, depth: int, code: int, told: str
) -> None:
    _two_fields(repository)
    _merge(
        repository, resolve=lambda: _change(repository, _NOORD, (_BEFORE, "That all goes well."))
    )
    clone = here.parent / "clone"
    repository.git("clone", "--quiet", f"--depth={depth}", here.as_uri(), str(clone))
    os.chdir(clone)
    result = cli("check", "--merge", "--format", "github")
    assert result.code == code
    assert told in result.out + result.err
    assert result.out.count("\n") == code % 2
