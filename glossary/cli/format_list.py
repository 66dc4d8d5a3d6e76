"""Which formats there are, what each is good for and what it leaves out."""

from collections.abc import Iterable, Iterator

from glossary.formats.contract import Exporter, Importer
from glossary.formats.extras import how_to_add, is_there
from glossary.locale import gettext as _


def exporters_text(exporters: Iterable[Exporter]) -> str:
    """A paragraph per format."""
    return "\n\n".join("\n".join(_exporter(one)) for one in exporters)


def importers_text(importers: Iterable[Importer]) -> str:
    """A paragraph per format."""
    return "\n\n".join("\n".join(_importer(one)) for one in importers)


def _importer(one: Importer) -> Iterator[str]:
    yield f"{one.name}: {_(one.description)}"
    yield from _missing(one.extra)


def _exporter(one: Exporter) -> Iterator[str]:
    yield f"{one.name} ({one.suffix}): {_(one.description)}"
    for number, (style, description) in enumerate(one.styles.items()):
        usual = _(" (usual)") if number == 0 else ""
        yield f"  --style {style}{usual}: {_(description)}"
    if one.leaves_out:
        parts = "; ".join(_(part) for part in one.leaves_out)
        yield "  " + _("Leaves out: {parts}.").format(parts=parts)
    else:
        yield "  " + _("Leaves nothing out.")
    yield from _missing(one.extra)


def _missing(extra: str) -> Iterator[str]:
    if not is_there(extra):
        yield "  " + _("Not installed yet: {command}").format(command=how_to_add(extra))
