"""Nothing leaves the program but an exit code: every failure becomes one sentence."""

import codecs
import io
import os
import sys
from collections.abc import Callable

from glossary.cli.output import complain, nearest_written
from glossary.cli.reporting import reported
from glossary.domain import GlossaryError
from glossary.locale.faults import os_sentence


def guarded(work: Callable[[], int]) -> int:
    """Do the work and return its exit code, or that of what went wrong.

    2 after a failure, 130 after Ctrl-C, 141 when the reader of standard output went away.
    """
    _tolerate(sys.stdout)
    _tolerate(sys.stderr)
    try:
        code = work()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _silence()
        return 141
    except GlossaryError as error:
        complain(str(error))
        return 2
    except OSError as error:
        _silence()
        complain(_os_sentence(error))
        return 2
    except Exception as error:  # noqa: BLE001  # the last guard: never a traceback for a user
        complain(reported(error))
        return 2
    return code


def _tolerate(stream: object) -> None:
    """A stream that cannot write a character writes the nearest that it can instead of failing."""
    if isinstance(stream, io.TextIOWrapper):
        codecs.register_error("glossary.nearest", nearest_written)
        stream.reconfigure(errors="glossary.nearest")


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
