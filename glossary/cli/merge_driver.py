"""`glossary merge-driver`: git runs it to merge one file of a set."""

from pathlib import Path

import click

from glossary.cli.output import complain
from glossary.cli.usage import Verb
from glossary.locale import gettext as _
from glossary.workflow.merging import Files

_FILE = click.Path(path_type=Path)


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return _Driver(
        "merge-driver",
        callback=merge_driver,
        help=_(
            "Merge a file of a set entry by entry; git runs this after glossary git-setup. OURS "
            "becomes the result, or gets marks around what both sides changed; exit code 1 then."
        ),
        params=[
            click.Argument(["base"], metavar=_("BASE"), type=_FILE),
            click.Argument(["ours"], metavar=_("OURS"), type=_FILE),
            click.Argument(["theirs"], metavar=_("THEIRS"), type=_FILE),
            click.Argument(["path"], metavar=_("[PATH]"), type=_FILE, required=False),
        ],
    )


def merge_driver(base: Path, ours: Path, theirs: Path, path: Path | None) -> int:
    """Merge, and say what people have to decide; 1 when there is anything."""
    from glossary.bootstrap import merge_driver as merge

    complaints = merge(Files(base, ours, theirs), ours if path is None else path)
    for complaint in complaints:
        complain(complaint)
    return 1 if complaints else 0


class _Driver(Verb):
    """Takes what git gives as it is: a file that is called --help is a file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; three words or more are no options."""
        is_data = len(args) > 2 and args[0] != "--"
        return super().parse_args(ctx, ["--", *args] if is_data else args)
