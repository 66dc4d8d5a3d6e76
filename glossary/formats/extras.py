"""Formats that need a library which not everybody installs."""

from collections.abc import Mapping
from importlib.util import find_spec

from glossary.domain import RefusedError
from glossary.locale import gettext as _

# By the name of the extra (pip install 'glossary[NAME]'): the modules that it brings.
EXTRAS: Mapping[str, tuple[str, ...]] = {
    "skos": ("rdflib",),
    "yaml": ("yaml",),
    "xml": ("defusedxml",),
    "documents": ("docx", "lxml"),
    "xlsx": ("openpyxl",),
    "join": ("cryptography", "segno", "starlette", "uvicorn"),
}


def is_there(extra: str) -> bool:
    """Whether everything of an extra is installed; "" is the program itself."""
    return all(find_spec(module) is not None for module in EXTRAS.get(extra, ()))


def how_to_add(extra: str) -> str:
    """The command that installs an extra."""
    return f"pip install 'glossary[{extra}]'"


def require(extra: str) -> None:
    """Raises RefusedError, with the remedy, where an extra is not installed."""
    if not is_there(extra):
        raise RefusedError(
            _("This needs the extra “{extra}”. Install it with: {command}").format(
                extra=extra, command=how_to_add(extra)
            )
        )
