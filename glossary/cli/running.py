"""Run the program under guard: every failure is one sentence and an exit code."""

import io
import os
import sys

import click

from glossary.cli.output import complain
from glossary.cli.program import Program
from glossary.cli.reporting import reported
from glossary.cli.usage import sentence
from glossary.domain import GlossaryError
from glossary.locale.faults import os_sentence

_COMPLETE = "_GLOSSARY_COMPLETE"  # what click's completion scripts set


def run_program(argv: list[str]) -> int:
    """Run `glossary` with these arguments; returns the exit code."""
    _tolerate(sys.stdout)
    _tolerate(sys.stderr)
    program = Program()
    if _COMPLETE in os.environ:
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, "glossary", _COMPLETE, os.environ[_COMPLETE])
    try:
        return _guarded(program, argv)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        _silence()
        return 141
    except OSError as error:
        _silence()
        complain(_os_sentence(error))
        return 2
    except Exception as error:  # noqa: BLE001  # the last guard: never a traceback for a user
        complain(reported(error))
        return 2


def _guarded(program: Program, argv: list[str]) -> int:
    try:
        with program.make_context("glossary", list(argv)) as context:
            code = program.invoke(context)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.ClickException as error:
        complain(sentence(error))
        code = 2
    except GlossaryError as error:
        complain(str(error))
        code = 2
    if sys.stdout is not None:
        sys.stdout.flush()
    return int(code or 0)


def _tolerate(stream: object) -> None:
    """A stream that cannot write a character writes a question mark instead of failing."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _silence() -> None:
    """Nobody reads on: let Python's own flush at the end go nowhere instead of complaining."""
    try:
        stdout = sys.stdout.fileno()
    except (AttributeError, ValueError, OSError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stdout)
    os.close(nowhere)


def _os_sentence(error: OSError) -> str:
    sentence = os_sentence(error)
    return sentence if error.filename is None else f"{error.filename}: {sentence}"
