"""Let people write in their own editor, with the question in sight."""

import os
import tempfile
from pathlib import Path

import click

from glossary.domain import RefusedError, visible
from glossary.locale import gettext as _

# Cut here like git does: a text may itself hold lines that begin with a number sign.
_CUT = "# ------------------------ >8 ------------------------"


def edited(text: str, question: str) -> str | None:
    """`text` as changed in $VISUAL or $EDITOR; None when nothing was saved or changed.

    `question` is shown under the text and is not part of it. White space at the ends is left
    out. Raises RefusedError when the editor fails.
    """
    below = [_CUT, _("Write above this line; it and all below are left out."), "", question]
    lines = "\n".join(below).splitlines()
    shown = "\n".join([lines[0], *(f"# {visible(line)}".rstrip() for line in lines[1:])])
    try:
        result = click.edit(f"{text}\n\n{shown}\n", extension=".txt")
    except (click.ClickException, ValueError) as error:
        raise RefusedError(
            _("The editor failed; let $EDITOR name one that works, or give the text as an option.")
        ) from error
    if result is None:
        return None
    kept = result.split(_CUT, 1)[0].strip()
    return kept if kept != text.strip() else None


def rescued(text: str) -> Path:
    """A new file of its own with a text that could not be saved, so that it is not lost."""
    number, name = tempfile.mkstemp(prefix="glossary-", suffix=".txt")
    with os.fdopen(number, "w", encoding="utf-8", errors="replace") as file:
        file.write(text + "\n")
    return Path(name)
