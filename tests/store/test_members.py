"""Partners and agreements from bytes that are not on disk."""

import codecs
from pathlib import Path

import pytest

from glossary.domain import Agreement, Partner, UnreadableError
from glossary.store.files import read_member
from glossary.store.source import MAX_BYTES
from tests.store import PARTNER

NOORD, REGIE = Path("partners/noord.toml"), Path("agreements/regie.toml")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_bytes_read_as_a_file_does(end: str) -> None:
    data = PARTNER.replace("\n", end).encode()
    partner = read_member(NOORD, data)
    assert isinstance(partner, Partner)
    assert (partner.id, partner.meaning_of("kwaliteit")) == ("noord", "Er gaat niets mis.")
    assert read_member(NOORD, codecs.BOM_UTF8 + data) == partner
    agreement = read_member(REGIE, b'[draft]\nwording = "Samen."\n')
    assert isinstance(agreement, Agreement)
    assert (agreement.term, agreement.draft.wording) == ("regie", "Samen.")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[[[", "partners/noord.toml:1:"),
        (b"\xff", "UTF-8"),
        (b"format = 2", "newer"),
        (b"x = " + b"[" * 200 + b"]" * 200, "too deep"),
        (b"#" * (MAX_BYTES + 1), "larger than 5 MB"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        read_member(NOORD, data)
