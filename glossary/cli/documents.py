"""Documents that a verb is given, as far as they can be read."""

from collections.abc import Iterable
from pathlib import Path

from glossary.cli.output import complain
from glossary.domain import GlossaryError
from glossary.workflow.documents import Document


def documents(paths: Iterable[Path]) -> tuple[list[Document], bool]:
    """The documents in these files and folders, each once, and whether those are all of them.

    What cannot be read is told on standard error, and hides nothing else.
    """
    from glossary.formats.documents import documents_in, read

    found: list[Document] = []
    complete = True
    seen: set[Path] = set()
    for path in paths:
        try:
            files = documents_in(path)
        except GlossaryError as error:
            complain(str(error))
            complete = False
            continue
        for file in files:
            if file in seen:
                continue
            seen.add(file)
            try:
                found.append(read(file))
            except GlossaryError as error:
                complain(str(error))
                complete = False
    return found, complete
