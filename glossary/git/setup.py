"""Make git merge and show the files of term sets as what they are, in one clone."""

import os
import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from glossary.domain import RefusedError, UnreadableError, one_line
from glossary.git.command import answered, told
from glossary.git.hook import MADE_HERE, script
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence
from glossary.workflow.git_setup import SetPlace, State, Step

_FILES = ("termset.toml", "session.toml", "cards.toml", "partners/*.toml", "agreements/*.toml")
_ATTRIBUTES = "merge=glossary diff=glossary"
_HEADING = r"^[[:blank:]]*(\[.*)$"
_GLOB = re.compile(r"([\\*?\[])")
_ODD = re.compile(r"[\s\"\x00-\x1f\x7f]")


class Clone:
    """Implements `glossary.workflow.git_setup.Clone` for the repository around a folder.

    Raises UnreadableError where there is no git, or no work tree of it.
    """

    def __init__(self, place: SetPlace) -> None:
        self._place = place
        try:
            self._root = Path(self._asked("--show-toplevel"))
        except UnreadableError as error:
            message = _("Nothing was set up. {reason}").format(reason=error)
            raise UnreadableError(message) from error
        self.prefix = self._asked("--show-prefix")

    def name_files(self) -> Step:
        """Have .gitattributes say which files these are."""
        inside = "" if self._place.is_set else "*/"
        lines = [f"{_pattern(self.prefix, inside + name)} {_ATTRIBUTES}" for name in _FILES]
        file = self._root / ".gitattributes"
        what = _(".gitattributes names the files of term sets; commit it, and every clone has it.")
        try:
            if file.is_symlink():
                message = _("{file} is a symbolic link, which git does not follow. Make it a file.")
                raise RefusedError(message.format(file=one_line(str(file))))
            return Step(State.DONE if _append(file, lines) else State.SO_ALREADY, what)
        except OSError as error:
            raise _not_written(file, error) from error

    def merge_entries(self, program: Sequence[str]) -> Step:
        """Have git merge these files with `program`, the words that start glossary."""
        # git would take a % for one of its own.
        command = shlex.join(program).replace("%", "%%")
        settings = {
            "merge.glossary.name": "glossary",
            "merge.glossary.driver": f"{command} merge-driver %O %A %B %P",
        }
        what = _("git merges term sets entry by entry here; each clone needs this once.")
        return Step(self._configured(settings), what)

    def show_headings(self) -> Step:
        """Have a diff show which entry each change is in."""
        what = _("git diff says which entry each change is in.")
        return Step(self._configured({"diff.glossary.xfuncname": _HEADING}), what)

    def check_commits(self, program: Sequence[str]) -> Step:
        """Have a hook check what is committed, unless there is a hook already."""
        command = shlex.join(program)
        elsewhere = self._hooks_elsewhere()
        if elsewhere is not None:
            what = _(
                "hooks stand in “{folder}”, by your own settings. Add to pre-commit: {command}"
            )
            where = {"folder": one_line(elsewhere), "command": f"{command} check"}
            return Step(State.NOT_DONE, what.format(**where))
        hooks = self._place.folder / self._asked("--git-common-dir") / "hooks"
        file = hooks / "pre-commit"
        text = script(command, self.prefix, is_set=self._place.is_set)
        try:
            if os.path.lexists(file) and MADE_HERE.encode() not in file.read_bytes():
                what = _("there is a pre-commit hook, and it stays. Add to it: {command}")
                return Step(State.NOT_DONE, what.format(command=f"{command} check"))
            what = _("a commit is stopped when a term set in it has errors (pre-commit hook).")
            return Step(State.DONE if _write(file, text) else State.SO_ALREADY, what)
        except OSError as error:
            raise _not_written(file, error) from error

    def _asked(self, option: str) -> str:
        said = told(self._place.folder, "rev-parse", option)
        return os.fsdecode(said.removesuffix(b"\n").removesuffix(b"\r"))

    def _configured(self, settings: Mapping[str, str]) -> State:
        state = State.SO_ALREADY
        for key, value in settings.items():
            now = answered(self._place.folder, "config", "--local", "--null", "--get-all", key)
            if now != os.fsencode(value) + b"\0":
                told(self._place.folder, "config", "--local", "--replace-all", key, value)
                state = State.DONE
        return state

    def _hooks_elsewhere(self) -> str | None:
        """The folder of hooks that somebody's settings name."""
        words = ("config", "--null", "--show-scope", "--get-all", "core.hooksPath")
        said = (answered(self._place.folder, *words) or b"").split(b"\0")
        found = [
            value
            for scope, value in zip(said[::2], said[1::2], strict=False)
            if scope != b"command"  # our own, which keeps hooks from being run
        ]
        return os.fsdecode(found[-1]) if found else None


def _pattern(prefix: str, rest: str) -> str:
    """The pattern for files below a folder of the repository, whatever it is called."""
    pattern = "/" + _GLOB.sub(r"\\\1", prefix) + rest
    if not _ODD.search(pattern):
        return pattern
    quoted = pattern.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " else f"\\{ord(c):03o}" for c in quoted) + '"'


def _append(file: Path, lines: Sequence[str]) -> bool:
    """Append the lines that are not there; whether there were any. Raises OSError."""
    data = file.read_bytes() if file.exists() else b""
    there = {line.strip() for line in data.splitlines()}
    missing = [line for line in map(os.fsencode, lines) if line not in there]
    if not missing:
        return False
    eol = b"\r\n" if b"\r\n" in data else b"\n"
    start = eol if data and not data.endswith(b"\n") else b""
    with file.open("ab") as out:
        out.write(start + b"".join(line + eol for line in missing))
    return True


def _write(file: Path, text: str) -> bool:
    """Write a program; whether it was another one. Raises OSError."""
    data = os.fsencode(text)
    if file.exists() and file.read_bytes() == data and os.access(file, os.X_OK):
        return False
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    file.chmod(0o755)
    return True


def _not_written(file: Path, error: OSError) -> RefusedError:
    message = _("{file} cannot be written. {reason}")
    return RefusedError(message.format(file=one_line(str(file)), reason=os_sentence(error)))
