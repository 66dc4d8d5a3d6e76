"""Options and arguments that several verbs share."""

from pathlib import Path

import click

from glossary.locale import gettext as _


class _Path(click.Path):
    """A path, completed in the shell; what is wrong with it is said by those who read it."""

    def convert(self, value: object, param: object, ctx: object) -> Path:  # noqa: ARG002  # click's
        """The path, not looked at: click would do so, and fails on names that no file can have."""
        return Path(str(value))


PATH = _Path()


def dir_option(*, new: bool = False) -> click.Option:
    """`--dir`: the folder of term sets, as `folder`; `new` where a set may be made in it."""
    text = _("Folder of term sets; otherwise ./termsets, or the demo when there is none.")
    if new:
        text = _("Folder of term sets; otherwise ./termsets. It is made when there is none.")
    return click.Option(["--dir", "folder"], type=PATH, metavar=_("FOLDER"), help=text)


def set_option(*, required: bool = False, new: bool = False) -> click.Option:
    """`--set`: the term set, as `set_id`; `new` where it has to be named, and may be made."""
    text = _("The term set.") if required else _("The term set; not needed when there is one.")
    if new:
        text = _("The term set, always needed; it is made when there is none of that name.")
    return click.Option(["--set", "set_id"], metavar=_("SET"), required=required, help=text)


def set_argument() -> click.Argument:
    """The term set as an argument, as `set_id`."""
    return click.Argument(["set_id"], metavar=_("[SET]"), required=False)


def documents_argument() -> click.Argument:
    """Documents to read, at least one, as `paths`."""
    return click.Argument(["paths"], metavar=_("FILE…"), nargs=-1, type=PATH, required=True)


def term_argument() -> click.Argument:
    """The term, as `term`."""
    return click.Argument(["term"], metavar=_("TERM"))


def partner_option(*, required: bool = True) -> click.Option:
    """`--partner`, as `partner`."""
    return click.Option(
        ["--partner"],
        metavar=_("PARTNER"),
        required=required,
        help=_("The partner: its id or its name."),
    )


def json_option() -> click.Option:
    """`--json`, as `as_json`."""
    return click.Option(
        ["--json", "as_json"], is_flag=True, help=_("Print JSON, as described in docs/json.md.")
    )


def plain_option(text: str) -> click.Option:
    """`--plain`, as `as_lines`."""
    return click.Option(["--plain", "as_lines"], is_flag=True, help=text)


def vectors_option() -> click.Option:
    """`--no-vectors`, as `vectors`: False when it is given."""
    return click.Option(
        ["--no-vectors", "vectors"],
        is_flag=True,
        flag_value=False,
        default=True,
        help=_("Compare words by their form alone, without the tables of words used alike."),
    )


def text_option(name: str, text: str) -> click.Option:
    """An option with some text, "" when it is not given."""
    return click.Option([name], default="", metavar=_("TEXT"), help=text)


def delimiter_option(text: str, known: str = "") -> click.Option:
    """`--delimiter`: one character, or the word tab; of `known` ones where these are given."""

    def one(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        character = "\t" if value in ("tab", "\\t") else value
        if character is None or (len(character) == 1 and (not known or character in known)):
            return character
        if known:
            raise click.BadParameter(_("give one of ; , | or the word tab."), ctx, param)
        raise click.BadParameter(_("give one character, or the word tab."), ctx, param)

    return click.Option(["--delimiter"], metavar=_("CHARACTER"), callback=one, help=text)
