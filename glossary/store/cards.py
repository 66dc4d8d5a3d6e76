"""Conversation cards: those that come with the program, and those of a set."""

from collections.abc import Mapping
from pathlib import Path

from glossary.domain import Finding
from glossary.domain.cards import Card
from glossary.store.files import CARDS_FILE, read_file
from glossary.store.layout import CARDS, refuse_symlink
from glossary.store.source import BrokenFileError
from glossary.workflow.ports import CardBox

_SHIPPED = Path(__file__).parents[1] / "cards"


def shipped(language: str) -> dict[str, Card]:
    """The cards that come with the program, in this language or else in English."""
    path = _SHIPPED / f"{language}.toml"
    return _read(path if path.is_file() else _SHIPPED / "en.toml")


def cards_of(folder: Path, language: str) -> CardBox:
    """The cards for the set in `folder`: its own first, each in the place of one with its id.

    Of a file that cannot be used a finding says why; then the program's cards are there.
    """
    own: Mapping[str, Card] = {}
    findings: tuple[Finding, ...] = ()
    try:
        refuse_symlink(folder)
        own = _read(folder / CARDS)
    except FileNotFoundError:
        pass
    except BrokenFileError as error:
        findings = (error.finding,)
    return CardBox(
        {**own, **{k: v for k, v in shipped(language).items() if k not in own}}, findings
    )


def _read(path: Path) -> dict[str, Card]:
    cards: dict[str, Card] = read_file(path, CARDS_FILE, "").value["cards"]
    return cards
