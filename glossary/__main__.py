"""`glossary` and `python -m glossary`."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command is over before a look for garbage pays, and it would take a tenth of every start;
    # the screens look for it from their first frame on.
    gc.disable()
    from glossary.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
