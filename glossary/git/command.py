"""Run git so that nothing in a repository, in a name or in the environment acts on us."""

import os
import shutil
import subprocess
from pathlib import Path

from glossary.domain import UnreadableError, one_line
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence

# Where git itself is, and which repositories the reader lets it find; all else of GIT_* would
# point it elsewhere (GIT_DIR inside a hook, say) or make it run something.
_KEPT = frozenset(
    {
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_EXEC_PATH",
    }
)
# A clone may have left contents on its server; a look at the past fetches nothing.
_SET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "protocol.allow=never",
)


def argv(*words: str | bytes) -> list[str | bytes]:
    """The command line for git with these words; paths in it mean themselves, never patterns.

    Raises UnreadableError when there is no git.
    """
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    return [_program(), "--no-pager", "--literal-pathspecs", *settings, *words]


def environment() -> dict[str, str]:
    """The environment that git gets."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT
    }
    return kept | _SET


def told(folder: Path, *words: str | bytes) -> bytes:
    """The standard output of git in `folder`. Raises UnreadableError when it fails."""
    return _run(folder, (0,), words).stdout


def answered(folder: Path, *words: str | bytes) -> bytes | None:
    """As `told`, for a question to which git may say no: None then."""
    done = _run(folder, (0, 1), words)
    return done.stdout if done.returncode == 0 else None


def stopped(folder: Path) -> UnreadableError:
    """The error for a git that ended before it had answered."""
    return UnreadableError(_unread(folder, _("Part of it is not in this clone, or is damaged.")))


def _run(
    folder: Path, fine: tuple[int, ...], words: tuple[str | bytes, ...]
) -> subprocess.CompletedProcess[bytes]:
    try:
        done = subprocess.run(
            argv(*words),
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UnreadableError(_unread(folder, os_sentence(error))) from error
    if done.returncode not in fine:
        raise UnreadableError(_why(folder, done.stderr.decode(errors="replace")))
    return done


def _program() -> str:
    """The full path of git, so that one in the folder that is read never takes its place."""
    places = os.environ.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(place for place in places if Path(place).is_absolute())
    found = shutil.which("git", path=path)
    if found is None or not Path(found).is_absolute():
        raise UnreadableError(
            _("There is no git on this computer, so there is no history to read. Install git.")
        )
    return found


def _why(folder: Path, complaint: str) -> str:
    place = {"folder": f"“{one_line(str(folder))}”"}
    if "not a git repository" in complaint:
        return _(
            "{folder} is not in a git repository, so nothing is known of earlier versions. "
            "Make it one with git init, and commit the files."
        ).format(**place)
    if "dubious ownership" in complaint:
        return _(
            "The git repository of {folder} belongs to somebody else, so git does not open it. "
            "If you trust it, add it to safe.directory in the settings of git."
        ).format(**place)
    last = next((line for line in reversed(complaint.splitlines()) if line.strip()), "")
    return _unread(folder, last.removeprefix("fatal: "))


def _unread(folder: Path, reason: str) -> str:
    return _("Git cannot read the history of {folder}. {reason}").format(
        folder=f"“{one_line(str(folder))}”", reason=one_line(reason)
    )
