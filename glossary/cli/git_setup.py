"""`glossary git-setup`: git merges and shows the files of term sets as what they are."""

import sys
import sysconfig
from pathlib import Path

import click

from glossary.cli.options import dir_option
from glossary.cli.output import say
from glossary.cli.usage import Verb
from glossary.domain import NotFoundError, one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.git_setup import SetPlace, State, owners, set_up

_SAID = {
    State.DONE: mark("Done: {what}"),
    State.SO_ALREADY: mark("So already: {what}"),
    State.NOT_DONE: mark("Not done: {what}"),
}


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "git-setup",
        callback=git_setup,
        help=_(
            "Set this clone up: git then merges the files of term sets entry by entry, and shows "
            "in which entry a change is. Run it once in every clone; twice does no harm."
        ),
        params=[
            dir_option(),
            click.Option(
                ["--hook", "with_hook"],
                is_flag=True,
                help=_("Also stop a commit when a term set in it has errors (pre-commit hook)."),
            ),
        ],
    )


def git_setup(folder: Path | None, with_hook: bool) -> int:
    """Set up and say what was done."""
    from glossary.bootstrap import DEFAULT_FOLDER, git_clone, open_store

    if folder is None and not DEFAULT_FOLDER.is_dir():
        raise NotFoundError(
            _("There is no folder termsets here. Make a set with glossary new, or give --dir.")
        )
    opened = open_store(folder or DEFAULT_FOLDER)
    place = SetPlace(opened.store.folder.resolve())
    if opened.set_id is not None:
        place = SetPlace(place.folder / opened.set_id, is_set=True)
    clone = git_clone(place)
    for step in set_up(clone, _program(), with_hook=with_hook):
        say(one_line(_(_SAID[step.state]).format(what=step.what)))
    suggestion = list(owners(opened.store, clone.prefix, opened.set_id))
    if suggestion:
        say(_("For CODEOWNERS, with the right names, so that each partner sees to its own file:"))
    for line in suggestion:
        say(one_line(line))
    return 0


def _program() -> list[str]:
    """What starts this very program, wherever git is run."""
    script = Path(sysconfig.get_path("scripts")) / "glossary"
    for name in (script, script.with_suffix(".exe")):
        if name.is_file():
            return [str(name)]
    # Without -P a folder called glossary in the work tree would be run instead.
    return [sys.executable, "-P", "-m", "glossary"]
