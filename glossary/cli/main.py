"""The command line: choose the language, run one command, turn what went wrong into a sentence.

Nothing but the standard library's bare minimum is imported before it is known what for.
"""

import sys


def run(argv: list[str]) -> int:
    """Run the command line and return its exit code.

    0 fine, 1 findings, 2 usage or unreadable input, 130 after Ctrl-C, 141 when the reader of
    standard output went away.
    """
    language, version = _leading(argv)
    if version:
        from glossary import __version__

        sys.stdout.write(f"glossary {__version__}\n")
        return 0
    from glossary.cli.running import run_program
    from glossary.locale import from_environment, use

    use(language or from_environment())
    return run_program(argv)


def _leading(argv: list[str]) -> tuple[str | None, bool]:
    """The language, and whether the version was asked, in the options before any verb."""
    language, version = None, False
    words = iter(argv)
    for word in words:
        if word == "--language":
            language = next(words, None)
        elif word.startswith("--language="):
            language = word.partition("=")[2]
        elif not word.startswith("-"):
            break
        version = version or word == "--version"
    return language, version
