"""The command line: choose the language, run one command, turn what went wrong into a sentence.

Nothing but the standard library's bare minimum is imported before it is known what for.
"""

import os
import sys
from itertools import takewhile


def run(argv: list[str]) -> int:
    """Run the command line and return its exit code.

    0 fine, 1 findings, 2 usage or unreadable input, 130 after Ctrl-C, 141 when the reader of
    standard output went away.
    """
    language, rest = _leading(argv)
    if "--version" in takewhile(_is_option, rest):
        from glossary import __version__

        sys.stdout.write(f"glossary {__version__}\n")
        return 0
    from glossary.cli.guard import guarded
    from glossary.locale import LANGUAGES, from_environment, use

    use(language or from_environment())
    if language in (None, *LANGUAGES) and _opens(rest):
        return guarded(lambda: _open(rest))
    return guarded(lambda: _run(argv))


def _leading(argv: list[str]) -> tuple[str | None, list[str]]:
    """The language that is asked for before any verb, and all other words."""
    language: str | None = None
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--language":
            language = next(words, "")
        elif word.startswith("--language="):
            language = word.partition("=")[2]
        else:
            rest.append(word)
            if not _is_option(word):
                rest.extend(words)
    return language, rest


def _is_option(word: str) -> bool:
    return word.startswith("-")


def _opens(words: list[str]) -> bool:
    """Whether the screens are asked for and nothing else, so that they may start without click."""
    if "_GLOSSARY_COMPLETE" in os.environ or len(words) > 1:
        return False
    from glossary.cli.verbs import VERBS

    # No `Path`: that raises for a name that is too long, and nobody guards this.
    is_dir = os.path.isdir
    return all(word == "--demo" or (word not in VERBS and is_dir(word)) for word in words)


def _open(words: list[str]) -> int:
    from pathlib import Path

    from glossary.cli.opening import open_folder

    folders = [Path(word) for word in words if word != "--demo"]
    return open_folder(folders[0] if folders else None, demo="--demo" in words)


def _run(argv: list[str]) -> int:
    from glossary.cli.running import run_program

    return run_program(argv)
