"""Run a verb, or whatever else was typed, with click."""

import os

import click

from glossary.cli.output import complain
from glossary.cli.program import Program
from glossary.cli.usage import sentence

COMPLETE = "_GLOSSARY_COMPLETE"  # what click's completion scripts set


def run_program(argv: list[str]) -> int:
    """Run `glossary` with these arguments; returns the exit code.

    Raises GlossaryError and OSError.
    """
    program = Program()
    if COMPLETE in os.environ:
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, "glossary", COMPLETE, os.environ[COMPLETE])
    try:
        with program.make_context("glossary", list(argv)) as context:
            code = program.invoke(context)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        complain(sentence(error))
        code = 2
    return int(code or 0)
