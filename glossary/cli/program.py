"""`glossary` itself: a verb, or a folder to open."""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import click

from glossary.cli.usage import Worded, asked_language, language_option, quoted
from glossary.cli.verbs import VERBS
from glossary.locale import gettext as _
from glossary.locale import language, use
from glossary.workflow.naming import nearest

_OPEN = "glossary.cli.open"


class VerbModule(Protocol):
    """What a module of a verb offers."""

    def command(self) -> click.Command:
        """The verb, with its help in the language that is spoken now."""


class Program(Worded, click.Group):
    """The command without a verb: opens a folder, or hands over to a verb."""

    def __init__(self) -> None:
        super().__init__(
            "glossary",
            callback=_open_here,
            invoke_without_command=True,
            help=_(
                "Shared language between partner organisations: lay definitions side by side, "
                "see where they diverge, agree on words.\n\nWithout a command it opens the "
                "folder, ./termsets when none is given, and the demo when there is no such folder."
            )
            + "\n\n"
            + _(
                "The screens are not for screen readers: show, and status, compare, session and "
                "log with --plain, say in words what they show."
            ),
            options_metavar=_("[options]"),
            subcommand_metavar=_("[FOLDER | COMMAND …]"),
            params=[
                language_option(),
                click.Option(
                    ["--demo"],
                    is_flag=True,
                    help=_("Open the demo, in a copy that you may change."),
                ),
                click.Option(
                    ["--version"],
                    is_flag=True,
                    help=_("Show the version and leave."),
                    expose_value=False,
                ),
            ],
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """The verb; None for any other word."""
        listed = VERBS.get(cmd_name)
        return None if listed is None else _load(listed.module)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A verb with its arguments, or the folder to open."""
        verb = self.get_command(ctx, args[0])
        if verb is not None:
            if (asked := asked_language(verb, ctx, args[1:])) and asked != language():
                # Its help is worded when it is made.
                use(asked)
                verb = self.get_command(ctx, args[0])
            return args[0], verb, args[1:]
        if ctx.resilient_parsing:
            return None, None, args
        if Path(args[0]).is_dir():
            verb = _load(_OPEN)
            use(asked_language(verb, ctx, args) or language())
            return "open", verb, args
        raise click.UsageError(_neither(args[0]), ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the verbs with one line each."""
        super().format_options(ctx, formatter)
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(verb.does)) for name, verb in VERBS.items()])


@click.pass_context
def _open_here(ctx: click.Context, demo: bool) -> int | None:
    if ctx.invoked_subcommand is not None:
        if demo:
            raise click.UsageError(_("--demo goes without a command or a folder."), ctx)
        return None
    from glossary.cli.opening import open_folder

    return open_folder(None, demo=demo)


def _load(module: str) -> click.Command:
    return cast(VerbModule, import_module(module)).command()


def _neither(word: str) -> str:
    if Path(word).exists():
        return _("{word} is a file, not a folder of term sets.").format(word=quoted([word]))
    near = nearest(word, VERBS)
    if near is not None:
        return _("{word} is neither a command nor a folder. Did you mean {near}?").format(
            word=quoted([word]), near=quoted([near])
        )
    return _("{word} is neither a command nor a folder.").format(word=quoted([word]))
