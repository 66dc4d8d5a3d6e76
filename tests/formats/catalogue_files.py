"""Files for importers of catalogues, as tests write them."""

from pathlib import Path

from glossary.domain import UnreadableError
from glossary.formats.headers import Columns
from glossary.formats.registry import IMPORTERS
from glossary.workflow.incoming import Incoming

SUFFIXES = {"contextive": ".yml", "datahub": ".yml", "openmetadata": ".csv", "tbx": ".tbx"}


def read(folder: Path, name: str, text: str | bytes, of_partner: str | None = None) -> Incoming:
    """What a file with this text holds."""
    path = folder / f"file{SUFFIXES[name]}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return IMPORTERS[name].read(path, Columns(of_partner=of_partner))


def refusal(folder: Path, name: str, text: str | bytes) -> str:
    """The sentence with which a file is refused, without its folder."""
    try:
        read(folder, name, text)
    except UnreadableError as error:
        return str(error).replace(f"{folder}/", "")
    raise AssertionError("it was read")


def tbx(body: str, kind: str = "TBX-Basic") -> str:
    """A TBX file with these entries."""
    return (
        f'<tbx type="{kind}" style="dca" xml:lang="nl" xmlns="urn:iso:std:iso:30042:ed-2">\n'
        "<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>\n"
        f"<text><body>\n{body}\n</body></text></tbx>"
    )
