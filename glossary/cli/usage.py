"""click in the reader's language: headings of help, and what is wrong with a command line."""

from collections.abc import Sequence

import click

from glossary.domain import one_line
from glossary.locale import LANGUAGES
from glossary.locale import gettext as _

# The parameter of the program's own language; a verb about sets has a --language of another kind.
_SPOKEN = "spoken"
SET_OPTION = "--set"


class Worded(click.Command):
    """A command whose help has headings in the reader's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows the form of the command."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage:") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, one a line."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [record for option in options if (record := _record(option, ctx))]
        if records:
            with formatter.section(_("Options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this help and leave.")
        return option


def language_option() -> click.Option:
    """`--language` of the program, which is spoken before anything else is read."""
    return click.Option(
        ["--language", _SPOKEN],
        type=click.Choice(LANGUAGES),
        help=_("Language of the program; otherwise that of the system."),
        expose_value=False,
    )


def asked_language(verb: click.Command, ctx: click.Context, words: Sequence[str]) -> str:
    """The language that the words behind a verb ask for; empty where they ask for none."""
    try:
        options, _left, _order = verb.make_parser(click.Context(verb, ctx)).parse_args([*words])
    except click.UsageError:
        return ""
    asked = str(options.get(_SPOKEN, ""))
    return asked if asked in LANGUAGES else ""


class Verb(Worded):
    """One verb of the command line."""

    def __init__(self, name: str, **settings: object) -> None:
        super().__init__(
            name,
            options_metavar=_("[options]"),
            context_settings={"allow_extra_args": True},
            **settings,  # type: ignore[arg-type]  # click's own parameters, as it names them
        )

        if all("--language" not in param.opts for param in self.params):
            self.params.append(language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; words that are left over are an error in the reader's language."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            text = _("{command} does not know what to do with {words}.").format(
                command=ctx.command_path, words=quoted(rest)
            )
            if len(rest) == 1 and _has_set_option(self):
                text += " " + _("A term set goes after {option}.").format(option=SET_OPTION)
            raise click.UsageError(text, ctx)
        return rest


def set_option_here() -> str:
    """What goes before the name of a set in the command that runs; empty where nothing does."""
    ctx = click.get_current_context(silent=True)
    return SET_OPTION if ctx is not None and _has_set_option(ctx.command) else ""


def _has_set_option(verb: click.Command) -> bool:
    return any(SET_OPTION in param.opts for param in verb.params)


def sentence(error: click.ClickException) -> str:
    """What is wrong with a command line, and where help is."""
    context = getattr(error, "ctx", None)
    if context is None:
        return _what(error)
    hint = _("See {command} --help.").format(command=context.command_path)
    return f"{_what(error)} {hint}"


def quoted(words: Sequence[str]) -> str:
    """Words as typed, in quotation marks, harmless."""
    return ", ".join(f"“{one_line(word)}”" for word in words)


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return _no_option(error)
    if isinstance(error, click.BadOptionUsage):
        return _("Give the option {option} exactly one value.").format(
            option=one_line(error.option_name)
        )
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(error, error.param)
    return error.message


def _bad_value(error: click.BadParameter, param: click.Parameter) -> str:
    place = {"name": _shown(param)}
    if isinstance(param.type, click.Choice):
        words = ", ".join(map(str, param.type.choices))
        return _("{name} has to be one of {words}.").format(**place, words=words)
    if isinstance(error, click.MissingParameter):
        return _("{name} is missing.").format(**place)
    return f"{_shown(param)}: {error.message}"


def _no_option(error: click.NoSuchOption) -> str:
    option = one_line(error.option_name)
    verb = error.ctx.command if error.ctx is not None else None
    if option == SET_OPTION and verb and any(one.name == "set_id" for one in verb.params):
        return _("There is no option {option} here: write the name of the set without it.").format(
            option=option
        )
    if error.possibilities:
        return _("There is no option {option}. Did you mean {near}?").format(
            option=option, near=error.possibilities[0]
        )
    return _("There is no option {option}.").format(option=option)


def _shown(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or (param.name or "").upper()).strip("[]")


def _record(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    record = option.get_help_record(ctx)
    if record is None or not option.required:
        return record
    return record[0], record[1].replace("[required]", _("[needed]"))
