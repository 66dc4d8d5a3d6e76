"""What is written reads back as the same value, whatever people typed."""

import tempfile
import tomllib
from pathlib import Path

from hypothesis import given, settings

from glossary.domain import Partner, TermSet
from glossary.store.files import PARTNER_FILE
from glossary.store.folder import FolderStore
from glossary.store.render import new_text
from tests.store.strategies import partners, termsets

GOLDEN = '''\
format = 1
name = "Gemeente Noord"

[definitions.kwaliteit]
meaning = """
Er gaat niets mis,
en wij zeggen \\"ja\\"."""
lenses = ["foutloos"]
updated = 2026-11-23

[cases.kwaliteit]
te-laat = "no"

[[restatements]]
term = "kwaliteit"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "Jullie nemen de tijd."

[[restatements]]
term = "kwaliteit"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "Jullie zijn zorgvuldig."

[positions.kwaliteit]
on = "3f9a0c1d2e4b"
position = "consent"

[[past_positions]]
term = "kwaliteit"
on = "0a1b2c3d4e5f"
position = "concern"
reason = "Wie telt?"
date = 2026-11-20
'''


@settings(max_examples=60)
@given(termsets)
def test_a_created_set_reads_back_the_same(termset: TermSet) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = FolderStore(Path(folder) / "sets")
        store.create(termset)
        loaded = store.load("keten")
        assert loaded.termset == termset
        assert list(loaded.termset.terms) == list(termset.terms)


@settings(max_examples=150)
@given(partners("noord"))
def test_new_files_have_plain_headings_only(partner: Partner) -> None:
    text = new_text(PARTNER_FILE.plain(partner))
    assert PARTNER_FILE.read("noord", tomllib.loads(text))[0] == partner
    assert text.startswith("format = 1\nname = ")


def test_a_new_file_is_as_canonical_as_can_be() -> None:
    value, report = PARTNER_FILE.read("noord", tomllib.loads(GOLDEN))
    assert report.problems == []
    assert new_text(PARTNER_FILE.plain(value)) == GOLDEN
