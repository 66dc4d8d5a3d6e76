"""A partner's file that two branches change, and the ways to bring that together."""

import shlex
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

from tests.git.repository import Repository

PARTNER = """\
# Kept by Ann
format = 1
name = "North"

# talked over in the team
[definitions.quality]
meaning = "Nothing goes wrong." # short
example = "A railing."

[[restatements]]
term = "quality"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "You take the time."
"""
ATTEMPT = """
[[restatements]]
term = "quality"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "{}"
"""
FILE = "partners/north.toml"
Act = Callable[[Repository], "subprocess.CompletedProcess[bytes]"]


def know(repository: Repository) -> None:
    program = shlex.quote(str(Path(sysconfig.get_path("scripts")) / "glossary"))
    repository.git("config", "merge.glossary.driver", f"{program} merge-driver %O %A %B %P")
    (repository.folder / ".gitattributes").write_text("*.toml merge=glossary\n")


def fork(project: Repository, ours: str, theirs: str, path: str = FILE) -> None:
    """Commit ours on main and theirs on the branch other, and be on main."""
    project.git("switch", "--quiet", "--create", "other")
    project.write(path, theirs)
    project.commit("Theirs")
    project.git("switch", "--quiet", "main")
    project.write(path, ours)
    project.commit("Ours")


def read(project: Repository, path: str = FILE) -> str:
    return (project.set / path).read_bytes().decode()


def merge(project: Repository) -> "subprocess.CompletedProcess[bytes]":
    return project.tried("merge", "--no-edit", "other")


def rebase(project: Repository) -> "subprocess.CompletedProcess[bytes]":
    return project.tried("rebase", "other")


def cherry_pick(project: Repository) -> "subprocess.CompletedProcess[bytes]":
    return project.tried("cherry-pick", "other")


def is_unmerged(project: Repository) -> bool:
    return bool(project.git("ls-files", "--unmerged"))
