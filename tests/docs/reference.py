"""The pages of docs/ that list every key and every command, made from the program itself.

Write them again with: python -m tests.docs.reference
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from glossary.cli.main import run
from glossary.cli.verbs import VERBS
from glossary.locale import gettext, use
from glossary.tui import keys
from glossary.tui.keys import Key, key_name

DOCS = Path(__file__).parents[2] / "docs"
PAGES: Mapping[str, str] = {"en": "keys-and-commands.md", "nl": "toetsen-en-opdrachten.md"}

# Where each group of keys works.
PLACES: Mapping[str, tuple[str, str]] = {
    "EVERYWHERE": ("Everywhere", "Overal"),
    "TOUR": ("On the first tour", "Tijdens de rondleiding"),
    "LIBRARY": ("The list of terms", "De lijst met woorden"),
    "FIND": ("Finding a term", "Een woord zoeken"),
    "SETS": ("Term sets", "Sets"),
    "NEW_SET": ("A new set", "Een nieuwe set"),
    "NEW_TERM": ("A new term", "Een nieuw woord"),
    "EXPORT": ("Writing minutes", "Verslag schrijven"),
    "COMPARE": ("Definitions side by side", "Betekenissen naast elkaar"),
    "ABOUT": ("About a word", "Over een woord"),
    "MATRIX": ("Angles and cases", "Invalshoeken en gevallen"),
    "DIFFERENCE": ("Naming a difference", "Een verschil benoemen"),
    "SIGNALS": ("What to talk about", "Waarover praten?"),
    "ENTRY": ("Filling in", "Invullen"),
    "RESTATE": ("Saying back", "Terugzeggen"),
    "AGREEMENT": ("Draft, positions and outcome", "Formuleren, instemming en uitkomst"),
    "ROUNDS": ("Earlier rounds", "Eerdere rondes"),
    "TEMPERATURE": ("How heated is it?", "Hoe warm is het gesprek?"),
    "CARD": ("A conversation card", "Een gesprekskaart"),
    "HISTORY": ("History", "Geschiedenis"),
    "AGENDA": ("Preparing a session", "Een sessie voorbereiden"),
    "PROGRESS": ("Overview of a session", "Overzicht van een sessie"),
    "TODAY": ("What changed today", "Wat er vandaag veranderde"),
    "NETWORKS": ("Phones in the room: which network", "Telefoons in de zaal: welk netwerk"),
    "PHONES": ("Phones in the room", "Telefoons in de zaal"),
    "SESSION": ("On every screen of a session", "Op elk scherm van een sessie"),
    "MENU": ("The facilitator's menu", "Het menu van de begeleider"),
    "QUESTION": ("A question", "Een vraag"),
    "HELP": ("Help", "Hulp"),
}
_TEXTS: Mapping[str, tuple[str, str]] = {
    "en": (
        "# Keys and commands\n\nMade from the program: this is what it does.\n",
        "## Keys\n\nF1 shows these on every screen, in the language of the screen.\n",
    ),
    "nl": (
        "# Toetsen en opdrachten\n\nGemaakt uit het programma zelf: zo werkt het.\n",
        "## Toetsen\n\nF1 laat ze op elk scherm zien, in de taal van het scherm.\n",
    ),
}
_COMMANDS = {"en": "## Commands", "nl": "## Opdrachten"}
_HEADS = {"en": "| key | what it does |", "nl": "| toets | wat hij doet |"}


def groups() -> dict[str, tuple[Key, ...]]:
    """All groups of keys in the registry, by name."""
    found = {name: value for name, value in vars(keys).items() if name.isupper()}
    return {
        name: value
        for name, value in found.items()
        if isinstance(value, tuple) and value and isinstance(value[0], Key)
    }


def page(language: str) -> str:
    """The page in a language."""
    use(language)
    head, about_keys = _TEXTS[language]
    parts = [head, about_keys]
    parts += [_table(name, language) for name in PLACES]
    parts += [f"{_COMMANDS[language]}\n", *_commands(language)]
    return "\n".join(parts)


def _table(name: str, language: str) -> str:
    place = PLACES[name][language == "nl"]
    rows = [
        f"| {_cell(_names(key))} | {_cell(gettext(key.help))} |"
        for key in groups()[name]
        if key.help
    ]
    return "\n".join([f"### {place}\n", _HEADS[language], "| --- | --- |", *rows, ""])


def _names(key: Key) -> str:
    return key.shown or "  ".join(f"`{key_name(one)}`" for one in key.keys.split(","))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _commands(language: str) -> Iterator[str]:
    for words in ([], *([verb] for verb in VERBS)):
        title = " ".join(["glossary", *words])
        shown = _printed(["--language", language, *words, "--help"])
        yield f"### `{title}`\n\n```text\n{shown.strip()}\n```\n"


def _printed(argv: list[str]) -> str:
    """What a command prints in a window of 80 columns."""
    out, before = io.StringIO(), os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with contextlib.redirect_stdout(out):
            code = run(argv)
    finally:
        os.environ.pop("COLUMNS")
        if before is not None:
            os.environ["COLUMNS"] = before
    if code:
        raise RuntimeError(argv)
    return out.getvalue()


if __name__ == "__main__":
    for code, name in PAGES.items():
        (DOCS / name).write_text(page(code), encoding="utf-8")
        sys.stdout.write(f"{name}\n")
