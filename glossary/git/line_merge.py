"""The merge of lines that git makes, with marks around what it cannot merge."""

import os
import subprocess
from pathlib import Path

from glossary.domain import UnreadableError
from glossary.git.command import argv, environment
from glossary.workflow.merging import Files, LineMerge

_MOST_CONFLICTS = 127  # more are counted as so many; above it are errors


def line_merge(files: Files) -> LineMerge:
    """Merge three files line by line; none of them changes. Raises OSError.

    Without git, or where it refuses, each side stands whole between the marks.
    """
    done = _merge_file(files)
    if done is None:
        return LineMerge(_both(files), None)
    text, is_clean = done
    if not is_clean:
        return LineMerge(text, None)
    # Against nothing, all that differs is marked.
    differing = _merge_file(files._replace(base=Path(os.devnull)))
    return LineMerge(_both(files) if differing is None else differing[0], text)


def _merge_file(files: Files) -> tuple[bytes, bool] | None:
    """The merged bytes and whether they are without conflicts; None where git makes none."""
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    paths = [str(path.absolute()) for path in (files.ours, files.base, files.theirs)]
    try:
        words = argv("merge-file", "-p", "-q", *labels, "--", *paths)
        done = subprocess.run(
            words, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except (OSError, UnreadableError):
        return None
    if not 0 <= done.returncode <= _MOST_CONFLICTS:
        return None
    return done.stdout, done.returncode == 0


def _both(files: Files) -> bytes:
    ours, theirs = files.ours.read_bytes(), files.theirs.read_bytes()
    parts = (b"<<<<<<< ours\n", _ended(ours), b"=======\n", _ended(theirs), b">>>>>>> theirs\n")
    return b"".join(parts)


def _ended(data: bytes) -> bytes:
    return data if not data or data.endswith(b"\n") else data + b"\n"
