"""The verbs of the command line, in the order in which people meet them."""

from collections.abc import Mapping
from typing import NamedTuple

from glossary.locale import mark


class Listed(NamedTuple):
    """The module of a verb, and what the verb does in a line (a catalogue id)."""

    module: str
    does: str


# A verb is a module of its own, loaded when it is used, and a line here.
VERBS: Mapping[str, Listed] = {
    "new": Listed("glossary.cli.new", mark("Make a term set, from a starter or empty.")),
    "session": Listed("glossary.cli.session", mark("Lead a group through a session.")),
    "define": Listed("glossary.cli.define", mark("Write down what a partner means.")),
    "position": Listed("glossary.cli.position", mark("Record where a partner stands on a draft.")),
    "status": Listed(
        "glossary.cli.status", mark("Show every term: status, coverage, why it deserves time.")
    ),
    "compare": Listed("glossary.cli.compare", mark("Lay definitions of a term side by side.")),
    "show": Listed("glossary.cli.show", mark("Everything about a term, one fact a line.")),
    "overlaps": Listed("glossary.cli.overlaps", mark("List other words with the same meaning.")),
    "scan": Listed(
        "glossary.cli.scan", mark("List the loaded words in a document, with their status.")
    ),
    "candidates": Listed(
        "glossary.cli.candidates", mark("Propose words to agree on, from documents of partners.")
    ),
    "log": Listed("glossary.cli.log", mark("Show how a term changed, from git.")),
    "check": Listed("glossary.cli.check", mark("Check files and definitions.")),
    "fmt": Listed("glossary.cli.fmt", mark("Put files in order.")),
    "export": Listed("glossary.cli.export", mark("Write a set as Markdown, HTML, JSON, …")),
    "import": Listed(
        "glossary.cli.import_file", mark("Bring definitions from elsewhere into a set.")
    ),
    "git-setup": Listed("glossary.cli.git_setup", mark("Have git merge term sets entry by entry.")),
    "merge-driver": Listed(
        "glossary.cli.merge_driver", mark("Merge a file of a set; git runs this.")
    ),
}
